package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.AnyFilm;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sensitivities against differences of the program's own conductances, sums and closed forms.
 *
 * <p>Conductances are right to some 1e-12 of the largest one, and a central difference over an
 * angle h leaves h^2/6 of the third derivative: for h = 1e-4 both are about 1e-8 of the largest G.
 */
@Tag("samples")
class ConductanceSensitivityTest {
  private static final double ANGLE = 1e-4;
  private static final double DIFFERENCE = 1e-7;

  /**
   * A film with one of four conductivities: as it is, with Hall currents, without planar Hall;
   * every other one of one layer has the rims of contacts where they are.
   */
  record Case(AnyFilm film, AmrConductivity sigma) {
    boolean isFitted() {
      return film.grid().nz() == 1 && film.seed() % 2 == 0;
    }

    UnitDrives with(VectorField m) {
      CurrentFlow flow = film.flow(sigma, film.mask(), film.electrodes());
      return UnitDrives.of(isFitted() ? flow.fitted() : flow, m);
    }

    UnitDrives drives() {
      return with(film.m());
    }

    double[] voltages(SplittableRandom random) {
      return random.doubles(film.electrodes().size(), -1, 1).toArray();
    }

    @Override
    public String toString() {
      return film
          + ", Hall angle %.2f, planar %s, %s"
              .formatted(
                  sigma.hallAngle(), sigma.planarHall(), isFitted() ? "fitted" : "whole corners");
    }
  }

  static Stream<Case> cases() {
    return AnyFilm.withCurrents()
        .limit(80)
        .map(
            f -> {
              AmrConductivity s = f.conductivity();
              double angle = f.seed() % 3 == 0 ? 0.3 : 0;
              boolean planar = f.seed() % 4 != 0;
              return new Case(f, new AmrConductivity(s.rhoPerp(), s.amr(), angle, planar));
            });
  }

  private static double form(double[][] g, double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      for (int j = 0; j < v.length; j++) {
        sum += u[i] * g[i][j] * v[j];
      }
    }
    return sum;
  }

  private static double largest(double[][] g) {
    return Arrays.stream(g).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  /** m turned by an angle about an axis, in the cells that are chosen. */
  private static VectorField turned(VectorField m, double[] axis, double[] angle) {
    VectorField turned = m.copy();
    for (int c = 0; c < angle.length; c++) {
      double[] v = {m.x()[c], m.y()[c], m.z()[c]};
      double along = axis[0] * v[0] + axis[1] * v[1] + axis[2] * v[2];
      for (int a = 0; a < 3; a++) {
        int b = (a + 1) % 3;
        int d = (a + 2) % 3;
        turned.component(a)[c] =
            along * axis[a]
                + Math.cos(angle[c]) * (v[a] - along * axis[a])
                + Math.sin(angle[c]) * (axis[b] * v[d] - axis[d] * v[b]);
      }
    }
    return turned;
  }

  private static double[] axis(SplittableRandom random) {
    double z = 2 * random.nextDouble() - 1;
    double phi = 2 * Math.PI * random.nextDouble();
    double r = Math.sqrt(1 - z * z);
    return new double[] {r * Math.cos(phi), r * Math.sin(phi), z};
  }

  /** dm = axis x m, and its scalar product with the gradient. */
  private static double along(VectorField g, VectorField m, double[] axis, int c) {
    double sum = 0;
    for (int a = 0; a < 3; a++) {
      int b = (a + 1) % 3;
      int d = (a + 2) % 3;
      double dm = axis[b] * m.component(d)[c] - axis[d] * m.component(b)[c];
      sum += g.component(a)[c] * dm;
    }
    return sum;
  }

  private static double difference(Case c, double[] axis, double[] angle, double[] u, double[] v) {
    double[] back = Arrays.stream(angle).map(x -> -x).toArray();
    VectorField m = c.film().m();
    double[][] more = c.with(turned(m, axis, angle)).conductance().siemens();
    double[][] less = c.with(turned(m, axis, back)).conductance().siemens();
    return form(more, u, v) - form(less, u, v);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheDerivativeByTheRotationOfACell(Case c) {
    SplittableRandom random = new SplittableRandom(c.film().seed());
    UnitDrives drives = c.drives();
    ConductanceSensitivity s = new ConductanceSensitivity(drives);
    double scale = largest(drives.conductance().siemens());
    int cells = c.film().grid().cells();
    for (int n = 0; n < 3; n++) {
      double[] u = c.voltages(random);
      double[] v = c.voltages(random);
      double[] axis = axis(random);
      int cell = random.nextInt(cells);
      double[] angle = new double[cells];
      angle[cell] = ANGLE;
      double slope = difference(c, axis, angle, u, v) / (2 * ANGLE);
      assertThat(along(s.gradient(u, v), c.film().m(), axis, cell))
          .as("cell %d", cell)
          .isCloseTo(slope, within(DIFFERENCE * scale));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheDerivativeByTheRotationOfTheWholeTexture(Case c) {
    SplittableRandom random = new SplittableRandom(c.film().seed());
    UnitDrives drives = c.drives();
    VectorField m = c.film().m();
    ConductanceSensitivity s = new ConductanceSensitivity(drives);
    double scale = largest(drives.conductance().siemens());
    double[] u = c.voltages(random);
    double[] v = c.voltages(random);
    double[] weight = random.doubles(c.film().grid().cells(), 0.5, 1).toArray();
    double[] angle = Arrays.stream(weight).map(w -> ANGLE * w).toArray();
    double[] z = {0, 0, 1};
    double[] turn = s.turn(u, v);
    double expected = 0;
    for (int n = 0; n < turn.length; n++) {
      expected += weight[n] * turn[n];
    }
    assertThat(difference(c, z, angle, u, v) / (2 * ANGLE))
        .as("in the plane")
        .isCloseTo(expected, within(DIFFERENCE * scale));

    VectorField up = m.copy();
    VectorField down = m.copy();
    double[] tilt = s.tilt(u, v);
    expected = 0;
    for (int n = 0; n < tilt.length; n++) {
      expected += weight[n] * tilt[n];
      elevate(up, n, angle[n]);
      elevate(down, n, -angle[n]);
    }
    double slope =
        form(c.with(up).conductance().siemens(), u, v)
            - form(c.with(down).conductance().siemens(), u, v);
    assertThat(slope / (2 * ANGLE))
        .as("out of the plane")
        .isCloseTo(expected, within(DIFFERENCE * scale));
  }

  private static void elevate(VectorField m, int c, double angle) {
    double r = Math.hypot(m.x()[c], m.y()[c]);
    if (r > 0) {
      double theta = Math.atan2(m.z()[c], r) + angle;
      m.x()[c] *= Math.cos(theta) / r;
      m.y()[c] *= Math.cos(theta) / r;
      m.z()[c] = Math.sin(theta);
    }
  }

  /** Twice the conductivity everywhere conducts twice as well: what cells add is G itself. */
  @ParameterizedTest
  @MethodSource("cases")
  void cellsAddUpToTheConductanceLessTheContacts(Case c) {
    SplittableRandom random = new SplittableRandom(c.film().seed());
    UnitDrives drives = c.drives();
    double[][] g = drives.conductance().siemens();
    double[] u = c.voltages(random);
    double[] v = c.voltages(random);
    double expected = form(g, u, v);
    for (int k = 0; k < g.length; k++) {
      double in = 0;
      double out = 0;
      for (int j = 0; j < g.length; j++) {
        in += u[j] * g[j][k];
        out += g[k][j] * v[j];
      }
      expected -= c.film().electrodes().get(k).resistance() * in * out;
    }
    // potentials are solved to 1e-11 of the currents, and the form is of second order in them
    assertThat(sum(new ConductanceSensitivity(drives).heat(u, v)))
        .isCloseTo(expected, within(1e-10 * largest(g)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReciprocalAndBlindToACommonVoltage(Case c) {
    SplittableRandom random = new SplittableRandom(c.film().seed());
    UnitDrives drives = c.drives();
    ConductanceSensitivity s = new ConductanceSensitivity(drives);
    double[] u = c.voltages(random);
    double[] v = c.voltages(random);
    double[] common = new double[u.length];
    Arrays.fill(common, 1);
    double[] turn = s.turn(u, v);
    double[] back = s.turn(v, u);
    double[] none = s.turn(common, v);
    double scale = largest(drives.conductance().siemens());
    for (int n = 0; n < turn.length; n++) {
      // a row of G sums to zero, and so does that of each of its derivatives
      assertThat(none[n]).isCloseTo(0, within(1e-9 * scale));
      if (c.sigma().hallAngle() == 0) {
        assertThat(back[n]).isCloseTo(turn[n], within(1e-12 * scale));
      }
    }
  }

  /** However large the change, and with fields from before and after, cells add up to it. */
  @ParameterizedTest
  @MethodSource("cases")
  void cellsAddUpToAnyChange(Case c) {
    SplittableRandom random = new SplittableRandom(c.film().seed());
    VectorField m = c.film().m();
    VectorField other = Textures.random(c.film().grid(), 7);
    c.film().mask().clear(other);
    int cells = c.film().grid().cells();
    for (int n = 0; n < cells; n++) {
      for (int a = 0; a < 3 && n % 2 == 0; a++) {
        other.component(a)[n] = m.component(a)[n];
      }
    }
    UnitDrives before = c.drives();
    UnitDrives after = c.with(other);
    double[] u = c.voltages(random);
    double[] v = c.voltages(random);
    double[] change = ConductanceSensitivity.change(before, after, u, v);
    double[][] g = before.conductance().siemens();
    double expected = form(after.conductance().siemens(), u, v) - form(g, u, v);
    assertThat(sum(change)).isCloseTo(expected, within(1e-10 * largest(g)));
    for (int n = 0; n < cells; n += 2) {
      assertThat(change[n]).as("a cell whose m is as before").isZero();
    }
  }

  /** A uniform texture at an angle p to a uniform field: G = t s_perp (1 + r cos^2 p) W/L. */
  @Test
  void uniformFilmIsAsSensitiveEverywhere() {
    Grid film = Grid.film(20, 10, 4e-9, 1e-6, Edges.OPEN, Edges.PERIODIC);
    AmrConductivity sigma = new AmrConductivity(1.5e-7, 1.5);
    CurrentFlow flow = new CurrentFlow(film, sigma, ElectrodeLayouts.sidesX(film), Parallel.SERIAL);
    double p = 0.4;
    double tilt = 0.3;
    double plane = Math.cos(tilt);
    VectorField m =
        VectorField.uniform(film, plane * Math.cos(p), plane * Math.sin(p), Math.sin(tilt));
    ConductanceSensitivity s = new ConductanceSensitivity(UnitDrives.of(flow, m));
    double[] left = {1, 0};
    double[] right = {0, 1};
    double unit = film.sizeZ() * sigma.sDelta() * film.dx() * film.dy() / Math.pow(film.sizeX(), 2);
    double turn = -unit * plane * plane * Math.sin(2 * p);
    double lift = -unit * Math.sin(2 * tilt) * Math.pow(Math.cos(p), 2);
    for (int c = 0; c < film.cells(); c++) {
      // a uniform field is exact on every mesh, to the 1e-11 of the potential
      assertThat(s.turn(left, left)[c]).isCloseTo(turn, within(1e-9 * Math.abs(turn)));
      assertThat(s.turn(left, right)[c]).isCloseTo(-turn, within(1e-9 * Math.abs(turn)));
      assertThat(s.tilt(left, left)[c]).isCloseTo(lift, within(1e-9 * Math.abs(lift)));
    }
  }

  @Test
  void filmsMustBeTheSame() {
    List<UnitDrives> drives = new ArrayList<>();
    for (int n : new int[] {10, 12}) {
      Grid film = Grid.film(n, n, 4e-9, 1e-6);
      CurrentFlow flow =
          new CurrentFlow(
              film,
              new AmrConductivity(1.5e-7, 1.5),
              ElectrodeLayouts.sidesX(film),
              Parallel.SERIAL);
      drives.add(UnitDrives.of(flow, VectorField.uniform(film, 1, 0, 0)));
    }
    double[] u = {1, 0};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConductanceSensitivity.change(drives.get(0), drives.get(1), u, u))
        .withMessageContaining("different films");
  }
}
