import static hopfilm.units.Constants.MU0;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Textures;

class CheckCubic {
  public static void main(String[] args) {
    double Ms = 7e5;
    CubicAnisotropy cubic = new CubicAnisotropy(5e4, Ms);
    Grid film = Grid.film(5, 4, 4e-9, 1e-6);
    VectorField m = Textures.random(film, 1);
    VectorField h = new VectorField(film);
    cubic.addField(m, h);
    double worst = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < film.cells(); i++) {
        double kept = m.component(c)[i];
        m.component(c)[i] = kept + 0.01; // w is quadratic in each component: any step is exact
        double up = cubic.energy(m);
        m.component(c)[i] = kept - 0.01;
        double down = cubic.energy(m);
        m.component(c)[i] = kept;
        double field = -(up - down) / 0.02 / (MU0 * Ms * film.cellVolume());
        worst = Math.max(worst, Math.abs(field - h.component(c)[i]) / cubic.fieldBound());
      }
    }
    System.out.println("largest difference " + worst);
  }
}
