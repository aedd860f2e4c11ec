package hopfilm.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.AnyFilm;
import hopfilm.Fields;
import hopfilm.grid.VectorField;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.EasyAxis;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Parameter;
import hopfilm.parallel.Parallel;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quantities that motion keeps or loses, in random films. */
@Tag("samples")
class MotionLawsTest {

  private static TimeEvolution without(Magnet magnet, VectorField m) {
    TimeEvolution evolution = new TimeEvolution(magnet, Numerics.standard(), Parallel.SERIAL);
    evolution.state(m, 0);
    return evolution;
  }

  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void dampingLowersTheEnergyAndKeepsTheLength(AnyFilm film) {
    Magnet magnet = film.magnet();
    TimeEvolution evolution = without(magnet, film.m());
    double dt = evolution.timeStep();
    double before = magnet.energies(film.m()).total();
    for (int n = 1; n <= 20; n++) {
      evolution.runUntil(n * dt);
      VectorField m = evolution.m();
      double now = magnet.energies(m).total();
      assertThat(now).as("step %d", n).isLessThan(before + 1e-12 * Math.abs(before));
      before = now;
      double off = 0;
      for (int c = 0; c < film.grid().cells(); c++) {
        double r2 = m.x()[c] * m.x()[c] + m.y()[c] * m.y()[c] + m.z()[c] * m.z()[c];
        off = Math.max(off, Math.abs(r2 - (film.mask().inside(c) ? 1 : 0)));
      }
      // rounding of a square root and a division
      assertThat(off).isLessThan(1e-15);
    }
  }

  /**
   * The scheme of order 4: half the step leaves a sixteenth of the error of the energy, or less.
   */
  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void undampedMotionKeepsTheEnergyToTheOrderOfTheScheme(AnyFilm film) {
    Magnet magnet = film.magnet().withAlpha(0);
    double e0 = magnet.energies(film.m()).total();
    double[] error = new double[2];
    double dt = 0.3 * without(magnet, film.m()).timeStep();
    for (int r = 0; r < 2; r++) {
      TimeEvolution evolution = without(magnet, film.m());
      evolution.stepLimit(dt / (1 << r) * (1 + 1e-9));
      evolution.runUntil(16 * dt);
      assertThat(evolution.steps()).isEqualTo(16L << r);
      error[r] = Math.abs(magnet.energies(evolution.m()).total() - e0);
    }
    // rounding is far below; what is of order dt^5 in most films may be of dt^4 in some
    assertThat(error[1]).isGreaterThan(1e-12 * Math.abs(e0));
    assertThat(error[0] / error[1]).isGreaterThan(16);
  }

  /** m along an easy axis and the field along both: nothing moves, under a current neither. */
  @ParameterizedTest
  @MethodSource("hopfilm.AnyFilm#all")
  void evenMagnetisationAtRestStaysAtRest(AnyFilm film) {
    EasyAxis axis = film.material().axis();
    double[] e = {axis.at(0, 0), axis.at(1, 0), axis.at(2, 0)};
    VectorField m = VectorField.uniform(film.grid(), e[0], e[1], e[2]);
    film.mask().clear(m);
    Material a = film.material();
    Material achiral =
        new Material(
            a.Ms(),
            a.A(),
            new Material.Anisotropy(Parameter.of(4e5), EasyAxis.of(e[0], e[1], e[2])),
            new Material.Chirality(Parameter.of(0), a.dmi()),
            a.alpha(),
            new Material.Torques(a.P().at(0), a.xi()));
    double[] h = {1e5 * e[0], 1e5 * e[1], 1e5 * e[2]};
    AnyFilm still =
        new AnyFilm(
            film.seed(),
            film.grid(),
            film.mask(),
            achiral.within(film.mask()),
            film.discretisation(),
            h,
            DemagKind.OFF,
            film.conductivity(),
            film.electrodes(),
            film.voltages(),
            film.drift(),
            m);
    TimeEvolution evolution =
        new TimeEvolution(
            still.magnet(),
            Optional.ofNullable(film.electrodes().isEmpty() ? null : still.flow()),
            Numerics.standard(),
            Parallel.SERIAL);
    evolution.state(m, 0);
    if (film.electrodes().isEmpty()) {
      evolution.under(s -> s.withDrift(GilbertLawTest.drift(still, evolution.layout())));
    } else {
      evolution.under(s -> s.withVoltages(film.voltages()));
    }
    evolution.runUntil(20 * evolution.timeStep());
    // rounding, which the torque of a current may let grow
    Fields.assertClose("m", evolution.m(), m, 1e-12);
  }
}
