package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import hopfilm.transport.Electrode.Drive;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anomalous Hall currents: closed forms, reciprocity, elements integrated by Gauss points. */
class HallTest {
  private static final double RHO = 2e-7;
  private static final double THICK = 1e-8;

  private static AmrConductivity hall(double amr, double degrees) {
    return new AmrConductivity(RHO, amr, Math.toRadians(degrees), true);
  }

  private static Electrode point(String name, double x, double y, Drive drive) {
    return new Electrode(name, new Disc(x, y, 1e-12), 0, drive);
  }

  /**
   * A long bar: no current across, so E_y = tan(angle) m_z E_x, and along it the resistivity is rho
   * cos^2. The contacts at the ends short-circuit the Hall voltage there; that has decayed as
   * exp(-pi x/W) to 1e-4 in the middle, three widths away.
   */
  @ParameterizedTest
  @CsvSource({"10, 1", "30, 1", "30, -0.6", "-60, 1"})
  void hallBar(double degrees, double mz) {
    Grid film = Grid.film(144, 24, 4e-9, THICK);
    double middle = film.sizeX() / 2;
    double w = film.sizeY();
    List<Electrode> contacts = new ArrayList<>();
    for (Electrode e : ElectrodeLayouts.sidesX(film)) {
      contacts.add(new Electrode(e.name(), e.shapes().get(0), 0, Drive.CURRENT));
    }
    contacts.add(point("below", middle, 0, Drive.FLOAT));
    contacts.add(point("above", middle, w, Drive.FLOAT));
    contacts.add(point("further", middle + w / 2, 0, Drive.FLOAT));
    CurrentFlow flow = new CurrentFlow(film, hall(0, degrees), contacts, Parallel.SERIAL);
    Held held = flow.with(VectorField.uniform(film, Math.sqrt(1 - mz * mz), 0, mz));
    double[] potential = new double[flow.potentialLength()];
    double current = 1e-3;
    held.solve(GivenValues.at(contacts, current, -current, 0, 0, 0), potential, 1e-9);
    double[] v = held.voltages(potential);
    double tangent = Math.tan(Math.toRadians(degrees)) * mz;
    double along = RHO / THICK / w * current / (1 + tangent * tangent);
    assertThat(v[2] - v[3]).isCloseTo(tangent * along * w, within(3e-4 * along * w));
    assertThat(v[2] - v[4]).isCloseTo(along * w / 2, within(3e-4 * along * w));
    assertThat(held.currentDensity(potential).y()[72 + 144 * 12])
        .isCloseTo(0, within(3e-4 * current / w / THICK));
  }

  /**
   * A Corbino disc: the Hall current circles and meets no edge, so G = 2 pi t s_perp / ln(b/a) for
   * any angle, and j_phi = -tan(angle) m_z j_r.
   */
  @ParameterizedTest
  @ValueSource(doubles = {20, 60})
  void corbinoDisc(double degrees) {
    Grid film = Grid.film(100, 100, 1e-9, THICK);
    double c = film.sizeX() / 2;
    double a = 10e-9;
    double b = 45e-9;
    List<Electrode> contacts =
        List.of(
            new Electrode("inner", new Disc(c, c, a)),
            new Electrode("outer", Rings.ring(c, c, b, 2 * b)));
    double[] g = new double[2];
    for (int k = 0; k < 2; k++) {
      CurrentFlow flow = new CurrentFlow(film, hall(0, k * degrees), contacts, Parallel.SERIAL);
      Held held = flow.with(VectorField.uniform(film, 0, 0, 1));
      g[k] = held.conductanceMatrix().get(0, 0);
      double[] potential = new double[flow.potentialLength()];
      held.solve(new double[] {1, 0}, potential, 1e-8);
      VectorField j = held.currentDensity(potential);
      int cell = 75 + 100 * 50; // 25.5 nm to the right of the centre, and half a cell above
      double tangent = Math.tan(Math.toRadians(k * degrees));
      // half a cell off the axis, and contacts of whole cells
      assertThat(j.y()[cell] / j.x()[cell])
          .isCloseTo(0.5 / 25.5 - tangent, within(0.01 + 0.04 * tangent));
    }
    // the same matrix to rounding; the closed form but for contacts of whole cells
    assertThat(g[1]).isCloseTo(g[0], within(1e-9 * g[0]));
    assertThat(g[1]).isCloseTo(2 * Math.PI * THICK / RHO / Math.log(b / a), within(0.04 * g[0]));
  }

  /**
   * Four points on the edge of any film without holes, current through opposite ones: the voltage
   * between the others changes with the sign of m_z by twice rho_xy/t, rho_xy = rho sin cos.
   */
  @Test
  void vanDerPauw() {
    double[] r = new double[2];
    Grid film = Grid.film(48, 48, 4e-9, THICK);
    double s = film.sizeX();
    for (int k = 0; k < 2; k++) {
      List<Electrode> contacts =
          List.of(
              point("1", 0, 0, Drive.CURRENT),
              point("2", s, 0.25 * s, Drive.FLOAT),
              point("3", 0.5 * s, s, Drive.CURRENT),
              point("4", 0, 0.75 * s, Drive.FLOAT));
      CurrentFlow flow = new CurrentFlow(film, hall(0, 25), contacts, Parallel.SERIAL);
      Held held = flow.with(VectorField.uniform(film, 0, 0, 1 - 2 * k));
      double[] potential = new double[flow.potentialLength()];
      held.solve(GivenValues.at(contacts, 1, 0, -1, 0), potential, 1e-10);
      double[] v = held.voltages(potential);
      r[k] = v[1] - v[3];
    }
    double angle = Math.toRadians(25);
    double rhoXy = RHO * Math.sin(angle) * Math.cos(angle);
    // exact for points; 4e-4 on this mesh, whose points are half a cell wide
    assertThat((r[0] - r[1]) / 2).isCloseTo(rhoXy / THICK, within(1e-3 * rhoXy / THICK));
  }

  /** G(m) = G(-m)^T; rows and columns sum to zero; the heat is that of the symmetric part. */
  @ParameterizedTest
  @CsvSource({"OPEN, 45, 1.5", "PERIODIC, 45, 1.5", "OPEN, 75, -1"})
  void onsager(Edges edges, double degrees, double amr) {
    Grid film =
        new Grid(40, 36, 1, 4e-9, 3e-9, THICK, new Grid.Boundary(edges, Edges.OPEN, Edges.OPEN));
    boolean[] inside = new boolean[film.cells()];
    for (int c = 0; c < inside.length; c++) {
      inside[c] = Math.hypot(c % 40 - 20, c / 40 - 15) > 5;
    }
    List<Electrode> contacts =
        List.of(
            new Electrode("a", new Disc(0, 0, 20e-9)),
            new Electrode("b", new Disc(80e-9, 108e-9, 30e-9)),
            new Electrode("c", new Disc(120e-9, 30e-9, 15e-9)));
    VectorField m = SmoothTexture.of(film, 5);
    Onsager.assertHolds(CellMask.of(film, inside), hall(amr, degrees), contacts, m);
  }

  /** Kirchhoff's law at every corner with elements integrated by 2 x 2 Gauss points. */
  @ParameterizedTest
  @CsvSource({"OPEN, true", "PERIODIC, true", "OPEN, false"})
  void elementsByGaussPoints(Edges edges, boolean planarHall) {
    Grid film =
        new Grid(9, 7, 1, 3e-9, 5e-9, THICK, new Grid.Boundary(edges, Edges.OPEN, Edges.OPEN));
    AmrConductivity sigma = new AmrConductivity(RHO, 1.2, 0.7, planarHall);
    List<Electrode> contacts =
        List.of(
            new Electrode("a", new Disc(0, 0, 4e-9)),
            new Electrode("b", new Disc(film.sizeX() / 2, 0.7 * film.sizeY(), 3.5e-9)));
    VectorField m = SmoothTexture.of(film, 11);
    CurrentFlow flow = new CurrentFlow(film, sigma, contacts, Parallel.SERIAL);
    Held held = flow.with(m);
    double[] v = new double[flow.potentialLength()];
    held.solve(new double[] {0.3, -0.1}, v, 1e-13);
    double[] left = leftOver(film, m, sigma, v);
    double[] currents = new double[2];
    for (int n = 0; n < v.length; n++) {
      if (v[n] == 0.3 || v[n] == -0.1) {
        currents[v[n] == 0.3 ? 0 : 1] += left[n];
      } else {
        assertThat(left[n]).isCloseTo(0, within(1e-11 * 0.4 * THICK / RHO));
      }
    }
    assertThat(currents[0]).isPositive();
    for (int k = 0; k < 2; k++) {
      assertThat(held.currents(v)[k]).isCloseTo(currents[k], within(1e-10 * currents[0]));
    }
  }

  /** Currents that leave the corners [A]. */
  private static double[] leftOver(Grid film, VectorField m, AmrConductivity sigma, double[] v) {
    int wx = film.edgesX() == Edges.OPEN ? film.nx() + 1 : film.nx();
    double[] left = new double[v.length];
    double[] gauss = {0.5 - Math.sqrt(1.0 / 12), 0.5 + Math.sqrt(1.0 / 12)};
    for (int j = 0; j < film.ny(); j++) {
      for (int i = 0; i < film.nx(); i++) {
        int cell = film.index(i, j, 0);
        double x = m.x()[cell];
        double y = m.y()[cell];
        double sxx = sigma.sPerp() + sigma.sDelta() * x * x;
        double syy = sigma.sPerp() + sigma.sDelta() * y * y;
        double planar = sigma.planarHall() ? sigma.sDelta() * x * y : 0;
        double hall = sigma.sPerp() * Math.tan(sigma.hallAngle()) * m.z()[cell];
        for (double s : gauss) {
          for (double t : gauss) {
            double[] gx = {-(1 - t), 1 - t, -t, t};
            double[] gy = {-(1 - s), -s, 1 - s, s};
            double ex = 0;
            double ey = 0;
            for (int p = 0; p < 4; p++) {
              double value = v[(i + p % 2) % wx + wx * (j + p / 2)];
              ex += gx[p] / film.dx() * value;
              ey += gy[p] / film.dy() * value;
            }
            double jx = sxx * ex + (planar + hall) * ey;
            double jy = (planar - hall) * ex + syy * ey;
            for (int q = 0; q < 4; q++) {
              left[(i + q % 2) % wx + wx * (j + q / 2)] +=
                  (jx * gx[q] / film.dx() + jy * gy[q] / film.dy())
                      * film.dx()
                      * film.dy()
                      * THICK
                      / 4;
            }
          }
        }
      }
    }
    return left;
  }

  /**
   * m_z = y/2 and a = 0: div j = 0 is lap V = (tan(angle)/2) dV/dx, solved by exp(k x) cos(q y)
   * with k^2 - q^2 = k tan(angle)/2. Every corner on the rim is an electrode.
   */
  @Test
  void secondOrderWhereTheHallAngleVaries() {
    double[] error = new double[3];
    double tangent = Math.tan(1);
    double k = 2;
    double q = Math.sqrt(k * k - k * tangent / 2);
    for (int r = 0; r < 3; r++) {
      int n = 8 << r;
      Grid film = Grid.film(n, n, 1e-7 / n, THICK);
      List<Electrode> rim = new ArrayList<>();
      List<Double> voltages = new ArrayList<>();
      double[] exact = new double[(n + 1) * (n + 1)];
      for (int j = 0; j <= n; j++) {
        for (int i = 0; i <= n; i++) {
          exact[i + j * (n + 1)] = Math.exp(k * i / n) * Math.cos(q * j / n);
          if (i == 0 || j == 0 || i == n || j == n) {
            rim.add(point(i + "-" + j, i * film.dx(), j * film.dy(), Drive.VOLTAGE));
            voltages.add(exact[i + j * (n + 1)]);
          }
        }
      }
      AmrConductivity sigma = new AmrConductivity(RHO, 0, 1, true);
      CurrentFlow flow = new CurrentFlow(film, sigma, rim, Parallel.SERIAL);
      VectorField m = new VectorField(film);
      for (int c = 0; c < film.cells(); c++) {
        int row = c / n;
        m.z()[c] = (row + 0.5) / n / 2;
        m.x()[c] = Math.sqrt(1 - m.z()[c] * m.z()[c]);
      }
      Held held = flow.with(m);
      double[] v = new double[flow.potentialLength()];
      held.solve(voltages.stream().mapToDouble(Double::doubleValue).toArray(), v, 1e-12);
      for (int p = 0; p < v.length; p++) {
        error[r] = Math.max(error[r], Math.abs(v[p] - exact[p]));
      }
    }
    assertThat(error[2]).isGreaterThan(1e-7);
    // 4 in the limit; terms of fourth order are still seen at these sizes
    assertThat(error[0] / error[1]).isBetween(3.6, 4.4);
    assertThat(error[1] / error[2]).isBetween(3.8, 4.2);
  }

  /** One iteration more than without at 5 degrees, at large angles a few times as many. */
  @ParameterizedTest
  @CsvSource({"0, 14", "5, 15", "30, 24", "60, 52"}) // 12, 13, 21, 46 when written
  void iterations(double degrees, int most) {
    Grid film = Grid.film(128, 128, 4e-9, THICK);
    CurrentFlow flow =
        new CurrentFlow(
            film, hall(1.5, degrees), ElectrodeLayouts.corners(film, 154e-9), Parallel.SERIAL);
    Held held = flow.with(SmoothTexture.of(film, 3));
    double[] v = new double[flow.potentialLength()];
    Solution s = held.solve(new double[] {1, -1, 1, -1}, v, 1e-9);
    assertThat(s.residual()).isLessThan(1e-9);
    assertThat(s.iterations()).isLessThanOrEqualTo(most);
  }
}
