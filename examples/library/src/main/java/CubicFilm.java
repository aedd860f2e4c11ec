import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;

class CubicFilm {
  public static void main(String[] args) {
    double Ms = 7e5;
    Grid film = Grid.film(16, 16, 4e-9, 1e-6);
    CubicAnisotropy cubic = new CubicAnisotropy(5e4, Ms);
    Material material = Material.of(Ms, 1e-11).withAlpha(0.5);
    Magnet magnet =
        new Magnet(film, material, Discretisation.COVARIANT).withTerm(cubic, cubic.fieldBound());
    TimeEvolution evolution = new TimeEvolution(magnet);
    evolution.state(Textures.uniform(film, 0.3, 0.8, 0.5), 0);
    System.out.println("energy " + magnet.energies(evolution.m()).total() + " J");
    evolution.runUntil(10e-9);
    VectorField m = evolution.m();
    System.out.printf("m %.6f %.6f %.6f%n", m.mean(0), m.mean(1), m.mean(2));
    System.out.println("energy " + magnet.energies(m).total() + " J");
  }
}
