package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.AnyFilm;
import hopfilm.Fields;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.EnergyTerm;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields are the gradients of energies, in random films. */
@Tag("samples")
class EnergyLawsTest {
  private static final double MU0 = 4e-7 * Math.PI;

  /** E of the texture turned by t everywhere, about an axis in each cell. */
  private static double turned(EnergyTerm term, VectorField m, VectorField axis, double t) {
    VectorField n = new VectorField(m.grid());
    double c = Math.cos(t);
    double s = Math.sin(t);
    for (int i = 0; i < m.grid().cells(); i++) {
      double along = m.x()[i] * axis.x()[i] + m.y()[i] * axis.y()[i] + m.z()[i] * axis.z()[i];
      for (int k = 0; k < 3; k++) {
        int p = (k + 1) % 3;
        int q = (k + 2) % 3;
        double cross =
            axis.component(p)[i] * m.component(q)[i] - axis.component(q)[i] * m.component(p)[i];
        n.component(k)[i] =
            c * m.component(k)[i] + s * cross + (1 - c) * along * axis.component(k)[i];
      }
    }
    return term.energy(n);
  }

  /** Sum over all cells of -mu0 Ms V H.(axis x m): the derivative by that angle. */
  private static double work(Magnet magnet, VectorField h, VectorField m, VectorField axis) {
    double sum = 0;
    for (int i = 0; i < m.grid().cells(); i++) {
      for (int k = 0; k < 3; k++) {
        int p = (k + 1) % 3;
        int q = (k + 2) % 3;
        double cross =
            axis.component(p)[i] * m.component(q)[i] - axis.component(q)[i] * m.component(p)[i];
        sum -= MU0 * magnet.material().Ms().at(i) * h.component(k)[i] * cross;
      }
    }
    return sum * m.grid().cellVolume();
  }

  private static VectorField field(EnergyTerm term, VectorField m) {
    VectorField h = new VectorField(m.grid());
    term.addField(m, h);
    return h;
  }

  /** Turns all vectors about random axes: what moves a film keeps |m| = 1. */
  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void workAgainstTheFieldIsTheChangeOfTheEnergy(AnyFilm film) {
    Magnet magnet = film.magnet();
    VectorField m = film.m();
    VectorField axis = Textures.random(film.grid(), film.seed() + 1000);
    double total = 0;
    double expected = 0;
    double all = 0;
    for (EnergyTerm term : magnet.terms()) {
      VectorField h = field(term, m);
      double t = 0.02;
      double[] slope = new double[3];
      for (int r = 0; r < 3; r++) {
        slope[r] = (turned(term, m, axis, t) - turned(term, m, axis, -t)) / (2 * t);
        t /= 2;
      }
      // Richardson: t^2 and t^4 are taken out, what is left is of order (2t)^6/7! = 1e-12
      double fine = (4 * slope[2] - slope[1]) / 3;
      double coarse = (4 * slope[1] - slope[0]) / 3;
      double derivative = (16 * fine - coarse) / 15;
      // a bound of the sum that can cancel, for the rounding of E over t
      double scale = Math.abs(term.energy(m)) + size(magnet, h);
      assertThat(derivative)
          .as(term.name())
          .isCloseTo(work(magnet, h, m, axis), within(1e-11 * scale));
      total += derivative;
      expected += work(magnet, h, m, axis);
      all += scale;
    }
    assertThat(work(magnet, magnet.field(m), m, axis)).isCloseTo(total, within(1e-11 * all));
    assertThat(total).isCloseTo(expected, within(1e-11 * all));
  }

  private static double size(Magnet magnet, VectorField h) {
    double sum = 0;
    for (int i = 0; i < h.grid().cells(); i++) {
      double length = Math.abs(h.x()[i]) + Math.abs(h.y()[i]) + Math.abs(h.z()[i]);
      sum += MU0 * magnet.material().Ms().at(i) * length;
    }
    return sum * h.grid().cellVolume();
  }

  /** Component by component in a dozen cells, vectors of any length. */
  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void fieldIsMinusTheGradientOfTheEnergy(AnyFilm film) {
    Magnet magnet = film.magnet();
    Grid grid = film.grid();
    VectorField m = film.m().copy();
    SplittableRandom random = new SplittableRandom(film.seed());
    VectorField all = magnet.field(m);
    for (EnergyTerm term : magnet.terms()) {
      VectorField h = field(term, m);
      double largest = Fields.largest(h);
      for (int n = 0; n < 12; n++) {
        int cell = random.nextInt(grid.cells());
        int k = random.nextInt(3);
        double[] v = m.component(k);
        double kept = v[cell];
        // energies are at most quadratic: a central difference of any width is exact
        v[cell] = kept + 0.5;
        double up = term.energy(m);
        v[cell] = kept - 0.5;
        double down = term.energy(m);
        v[cell] = kept;
        double ms = magnet.material().Ms().at(cell);
        double moment = MU0 * ms * grid.cellVolume();
        double expected = ms == 0 ? 0 : -(up - down) / moment;
        // rounding of an energy that sums some hundred cells
        double rounding = ms == 0 ? 0 : 1e-13 * Math.abs(up) / moment;
        assertThat(h.component(k)[cell])
            .as("%s at cell %d along %d", term.name(), cell, k)
            .isCloseTo(expected, within(1e-11 * largest + rounding));
      }
      for (int k = 0; k < 3; k++) {
        for (int i = 0; i < grid.cells(); i++) {
          all.component(k)[i] -= h.component(k)[i];
        }
      }
    }
    // the sum of all terms and nothing else
    assertThat(Fields.largest(all)).isLessThan(1e-12 * (1 + Fields.largest(magnet.field(m))));
  }

  /** H(a m + b n) - H0 = a (H(m) - H0) + b (H(n) - H0), H0 the external field. */
  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void fieldIsLinear(AnyFilm film) {
    Magnet magnet = film.magnet();
    VectorField m = film.m();
    VectorField n = Textures.random(film.grid(), film.seed() + 2000);
    VectorField sum = new VectorField(film.grid());
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < film.grid().cells(); i++) {
        sum.component(k)[i] = 1.7 * m.component(k)[i] - 0.6 * n.component(k)[i];
      }
    }
    VectorField hm = magnet.field(m);
    VectorField hn = magnet.field(n);
    VectorField hs = magnet.field(sum);
    VectorField expected = new VectorField(film.grid());
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < film.grid().cells(); i++) {
        double h0 = magnet.material().Ms().at(i) == 0 ? 0 : film.field()[k];
        expected.component(k)[i] =
            1.7 * (hm.component(k)[i] - h0) - 0.6 * (hn.component(k)[i] - h0) + h0;
      }
    }
    // rounding
    double tolerance = 3e-13 * (Fields.largest(hm) + Fields.largest(hn) + 1);
    Fields.assertClose("field", hs, expected, tolerance);
  }
}
