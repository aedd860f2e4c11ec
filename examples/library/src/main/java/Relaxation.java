import static hopfilm.units.Constants.GAMMA0;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;

/** A spin turns into a field along z: by Heun's method, by the engine and in closed form. */
class Relaxation {
  public static void main(String[] args) {
    double alpha = 0.1;
    double field = 1e5;
    double end = 1e-9;
    Grid grid = Grid.film(4, 4, 4e-9, 1e-9);
    Material material = Material.of(7e5, 1e-11).withAlpha(alpha);
    Magnet magnet =
        new Magnet(grid, material, Discretisation.COVARIANT).withField(new double[] {0, 0, field});
    VectorField m = Textures.uniform(grid, 1, 0, 0);
    Heun heun = new Heun(magnet, alpha);
    for (int step = 0; step < 10_000; step++) {
      heun.step(m, end / 10_000);
    }
    TimeEvolution film = new TimeEvolution(magnet);
    film.state(Textures.uniform(grid, 1, 0, 0), 0);
    film.runUntil(end);
    double exact = Math.tanh(alpha * GAMMA0 * field * end / (1 + alpha * alpha));
    System.out.printf("Heun %.6f%nengine %.6f%nexact %.6f%n", m.mean(2), film.m().mean(2), exact);
  }
}
