import static hopfilm.units.Constants.MU0;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;

/** A torque reverses a magnet above b = alpha Hk, with the anisotropy field Hk = 2 Ku/(mu0 Ms). */
class Switching {
  public static void main(String[] args) {
    double Ms = 7e5;
    double Ku = 5e4;
    double alpha = 0.1;
    double critical = alpha * 2 * Ku / (MU0 * Ms);
    Grid grid = Grid.film(4, 4, 4e-9, 1e-9);
    Material material = Material.of(Ms, 1e-11).withKu(Ku).withAlpha(alpha);
    for (double share : new double[] {0.9, 1.1}) {
      FixedLayerTorque torque = new FixedLayerTorque(share * critical, new double[] {0, 0, -1});
      Magnet magnet =
          new Magnet(grid, material, Discretisation.COVARIANT).withTerm(torque, torque.b());
      TimeEvolution film = new TimeEvolution(magnet);
      film.state(Textures.uniform(grid, 0.1, 0, 1), 0);
      film.runUntil(20e-9);
      System.out.printf("%.1f of the critical torque: mz = %.3f%n", share, film.m().mean(2));
    }
  }
}
