package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.CellMask;
import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.SolidElements.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anomalous Hall currents in films of several layers: elements, one layer, closed forms, laws. */
class SolidHallTest {
  private static final double RHO = 2e-7;

  private static AmrConductivity hall(double amr, double degrees) {
    return new AmrConductivity(RHO, amr, Math.toRadians(degrees), true);
  }

  private static Face low(int axis) {
    return Face.values()[2 * axis];
  }

  private static Face high(int axis) {
    return Face.values()[2 * axis + 1];
  }

  private static Electrode part(Grid g, Face face, double from, double to, Drive drive) {
    double u = g.size(face.first());
    double v = g.size(face.second());
    Rectangle r = new Rectangle(from * u, from * v, to * u, to * v);
    return new Electrode(face + " " + from, r, 0, drive).on(face);
  }

  /** Kirchhoff's law at every corner with trilinear elements integrated by Gauss points. */
  @ParameterizedTest
  @CsvSource({
    "4,3,2,OPEN,OPEN,OPEN,LOW_X,HIGH_Z,true",
    "3,4,3,PERIODIC,OPEN,OPEN,LOW_Y,HIGH_Y,true",
    "4,2,3,OPEN,PERIODIC,PERIODIC,LOW_X,HIGH_X,true",
    "5,3,2,OPEN,OPEN,PERIODIC,HIGH_X,HIGH_Y,false",
    "1,3,4,OPEN,OPEN,OPEN,LOW_Z,HIGH_Y,true"
  })
  void elementsByGaussPoints(
      int nx, int ny, int nz, Edges x, Edges y, Edges z, Face first, Face second, boolean planar) {
    Grid film = new Grid(nx, ny, nz, 3e-9, 5e-9, 4e-9, new Grid.Boundary(x, y, z));
    VectorField m = SolidTexture.of(film, 11);
    AmrConductivity sigma = new AmrConductivity(RHO, 1.2, 0.7, planar);
    List<Electrode> electrodes =
        List.of(
            part(film, first, 0, 0.45, Drive.VOLTAGE), part(film, second, 0.55, 1, Drive.VOLTAGE));
    CurrentFlow flow = new CurrentFlow(film, sigma, electrodes, Parallel.SERIAL);
    Held held = flow.with(m);
    double[] v = new double[flow.potentialLength()];
    held.solve(new double[] {0.3, -0.1}, v, 1e-13);

    double[][] k = SolidElements.assemble(new Nodes(film), m, sigma);
    double[] currents = new double[2];
    int free = 0;
    for (int r = 0; r < v.length; r++) {
      double left = 0;
      for (int c = 0; c < v.length; c++) {
        left += k[r][c] * v[c];
      }
      if (v[r] == 0.3 || v[r] == -0.1) {
        currents[v[r] == 0.3 ? 0 : 1] += left;
      } else {
        free++;
        // currents are of the order of 0.4 V times a cell's conductance
        assertThat(left).isCloseTo(0, within(1e-11 * 0.4 * 4e-9 / RHO));
      }
    }
    assertThat(free).isPositive();
    assertThat(currents[0]).isPositive();
    for (int e = 0; e < 2; e++) {
      assertThat(held.currents(v)[e]).isCloseTo(currents[e], within(1e-10 * currents[0]));
    }
  }

  /**
   * Equal layers are one layer where the field has no reason to vary along z: m upright (only j_z
   * couples to E_z), or no top and bottom.
   */
  @ParameterizedTest
  @CsvSource({"true,OPEN,30", "false,PERIODIC,30", "false,PERIODIC,-60"})
  void equalLayersAreOneLayer(boolean upright, Edges z, double degrees) {
    double[][] one = ofLayers(upright, 1, z, degrees);
    double[][] three = ofLayers(upright, 3, z, degrees);
    double asymmetry = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        // unit potentials are solved to 1e-11
        assertThat(three[i][j]).isCloseTo(one[i][j], within(1e-9 * one[i][i]));
        asymmetry = Math.max(asymmetry, Math.abs(one[i][j] - one[j][i]));
      }
    }
    assertThat(asymmetry).isGreaterThan(1e-3 * one[0][0]);
  }

  private static double[][] ofLayers(boolean upright, int nz, Edges z, double degrees) {
    Grid g =
        new Grid(14, 11, nz, 4e-9, 4e-9, 3e-8 / nz, new Grid.Boundary(Edges.OPEN, Edges.OPEN, z));
    VectorField flat = SmoothTexture.of(Grid.film(14, 11, 4e-9, 3e-8), 5);
    VectorField m = new VectorField(g);
    for (int c = 0; c < g.cells(); c++) {
      int layer = c % (14 * 11);
      m.x()[c] = upright ? 0 : flat.x()[layer];
      m.y()[c] = upright ? 0 : flat.y()[layer];
      m.z()[c] = upright ? Math.signum(flat.z()[layer]) : flat.z()[layer];
    }
    CurrentFlow flow =
        new CurrentFlow(g, hall(1.5, degrees), ElectrodeLayouts.corners(g, 17e-9), Parallel.SERIAL);
    return flow.with(m).conductanceMatrix().siemens();
  }

  /**
   * A long bar along any axis, m along another: no current across, so the field across is E_q = +-
   * tan(angle) E_p for p, q, m in cyclic order or not, and the resistivity along it rho cos^2. The
   * contacts' short circuit decays as exp(-pi p/W): 1e-4 in the middle, three widths away.
   */
  @ParameterizedTest
  @CsvSource({"0,2,30", "0,1,30", "1,0,-50", "1,2,30", "2,0,30", "2,1,60"})
  void hallBar(int along, int normal, double degrees) {
    int across = 3 - along - normal;
    int[] n = {3, 3, 3};
    n[along] = 72;
    n[across] = 12;
    double h = 4e-9;
    Grid film = new Grid(n[0], n[1], n[2], h, h, h);
    List<Electrode> contacts = new ArrayList<>();
    contacts.add(part(film, low(along), 0, 1, Drive.CURRENT));
    contacts.add(part(film, high(along), 0, 1, Drive.CURRENT));
    for (Face side : List.of(low(across), high(across))) {
      double[] at = new double[3];
      at[along] = film.size(along) / 2;
      at[normal] = h;
      Disc point = new Disc(at[side.first()], at[side.second()], 1e-12);
      contacts.add(new Electrode(side.toString(), point, 0, Drive.FLOAT).on(side));
    }
    CurrentFlow flow = new CurrentFlow(film, hall(0, degrees), contacts, Parallel.SERIAL);
    double[] m = new double[3];
    m[normal] = 1;
    Held held = flow.with(VectorField.uniform(film, m[0], m[1], m[2]));
    double[] potential = new double[flow.potentialLength()];
    double current = 1e-3;
    held.solve(GivenValues.at(contacts, current, -current, 0, 0), potential, 1e-9);
    double[] v = held.voltages(potential);
    double tangent = Math.tan(Math.toRadians(degrees));
    double w = film.size(across);
    double field = RHO * current / (w * film.size(normal)) / (1 + tangent * tangent);
    int sign = across == (along + 1) % 3 ? 1 : -1;
    assertThat(v[2] - v[3]).isCloseTo(sign * tangent * field * w, within(3e-4 * field * w));
    double ends = v[0] - v[1];
    // what the ends add is that of a bar of one layer of the same shape: at most tan^2 of a width
    double least = field * film.size(along);
    assertThat(ends).isBetween(0.999 * least, least + tangent * tangent * field * w);
    VectorField j = held.currentDensity(potential);
    int middle = film.index(n[0] / 2, n[1] / 2, n[2] / 2);
    double mean = current / (w * film.size(normal));
    assertThat(j.component(along)[middle]).isCloseTo(mean, within(3e-4 * mean));
    assertThat(j.component(across)[middle]).isCloseTo(0, within(3e-4 * mean));
  }

  /**
   * m at any angle, no edges across the current: E is along the axis, so G is Sigma_kk area/length
   * whatever the angle, and the Hall current is s_H E x m.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void withoutEdgesTheHallCurrentFlowsAcross(int axis) {
    Edges[] edges = {Edges.PERIODIC, Edges.PERIODIC, Edges.PERIODIC};
    edges[axis] = Edges.OPEN;
    Grid film =
        new Grid(6, 5, 4, 2e-9, 3e-9, 4e-9, new Grid.Boundary(edges[0], edges[1], edges[2]));
    AmrConductivity sigma = hall(1.5, 40);
    CurrentFlow flow =
        new CurrentFlow(
            film,
            sigma,
            List.of(
                part(film, low(axis), 0, 1, Drive.VOLTAGE),
                part(film, high(axis), 0, 1, Drive.VOLTAGE)),
            Parallel.SERIAL);
    double r = Math.sqrt(2 * 2 + 1 + 1.5 * 1.5);
    double[] m = {2 / r, -1 / r, 1.5 / r};
    Held held = flow.with(VectorField.uniform(film, m[0], m[1], m[2]));
    double[] potential = new double[flow.potentialLength()];
    held.solve(new double[] {1, 0}, potential, 1e-12);
    VectorField j = held.currentDensity(potential);
    double e = 1 / film.size(axis);
    int p = (axis + 1) % 3;
    int q = (axis + 2) % 3;
    double h = sigma.sPerp() * Math.tan(Math.toRadians(40));
    double[] expected = new double[3];
    expected[axis] = e * (sigma.sPerp() + sigma.sDelta() * m[axis] * m[axis]);
    expected[p] = e * (sigma.sDelta() * m[axis] * m[p] - h * m[q]); // (E x m)_y = -E_x m_z
    expected[q] = e * (sigma.sDelta() * m[axis] * m[q] + h * m[p]); // (E x m)_z = +E_x m_y
    for (int k = 0; k < 3; k++) {
      assertThat(j.component(k)[7]).isCloseTo(expected[k], within(1e-9 * expected[axis]));
    }
    double area = film.size(p) * film.size(q);
    assertThat(held.currents(potential)[0])
        .isCloseTo(expected[axis] * area, within(1e-9 * expected[axis] * area));
  }

  /**
   * Along the layers of a laminate, m in them at any angle, with and without Hall angle: E along
   * the layers and j across them are the same everywhere, so with n across and t along
   *
   * <pre>
   *   Sigma = &lt;S_tt&gt; - &lt;S_tn S_nt/S_nn&gt; + &lt;S_tn/S_nn&gt; &lt;S_nt/S_nn&gt; / &lt;1/S_nn&gt;
   * </pre>
   *
   * where E has no mean across. Away from the contacts, by bars of two lengths; G. W. Milton, The
   * Theory of Composites (2002), doi:10.1017/CBO9780511613357.
   */
  @ParameterizedTest
  @CsvSource({"0,1,0", "0,2,0", "1,0,0", "2,1,0", "0,1,35", "0,2,35", "1,2,-50", "2,0,35"})
  void alongALaminateAtAnyAngle(int t, int n, double degrees) {
    AmrConductivity sigma = hall(1.5, degrees);
    double[][] layers = {{0.6, 0.64, 0.48}, {-0.48, 0.6, 0.64}};
    double tt = 0;
    double tnn = 0;
    double[] one = new double[3];
    for (double[] m : layers) {
      double hall = sigma.sPerp() * Math.tan(sigma.hallAngle()) * m[3 - t - n];
      hall *= n == (t + 1) % 3 ? 1 : -1;
      double nn = sigma.sPerp() + sigma.sDelta() * m[n] * m[n];
      double tn = sigma.sDelta() * m[t] * m[n] + hall;
      double nt = sigma.sDelta() * m[t] * m[n] - hall;
      tt += 0.5 * (sigma.sPerp() + sigma.sDelta() * m[t] * m[t]);
      tnn += 0.5 * tn * nt / nn;
      one[0] += 0.5 * tn / nn;
      one[1] += 0.5 * nt / nn;
      one[2] += 0.5 / nn;
    }
    double expected = tt - tnn + one[0] * one[1] / one[2];
    double[] ohm = new double[2];
    double[] length = new double[2];
    double area = 0;
    for (int k = 0; k < 2; k++) {
      int[] cells = {2, 2, 2};
      cells[t] = 20 + 10 * k;
      Edges[] edges = {Edges.PERIODIC, Edges.PERIODIC, Edges.PERIODIC};
      edges[t] = Edges.OPEN;
      Grid g =
          new Grid(
              cells[0],
              cells[1],
              cells[2],
              2e-9,
              3e-9,
              4e-9,
              new Grid.Boundary(edges[0], edges[1], edges[2]));
      VectorField m = new VectorField(g);
      for (int c = 0; c < g.cells(); c++) {
        int[] at = {c % g.nx(), c / g.nx() % g.ny(), c / (g.nx() * g.ny())};
        for (int i = 0; i < 3; i++) {
          m.component(i)[c] = layers[at[n]][i];
        }
      }
      CurrentFlow flow =
          new CurrentFlow(
              g,
              sigma,
              List.of(part(g, low(t), 0, 1, Drive.VOLTAGE), part(g, high(t), 0, 1, Drive.VOLTAGE)),
              Parallel.SERIAL);
      ohm[k] = 1 / flow.with(m).conductanceMatrix().get(0, 0);
      length[k] = g.size(t);
      area = g.size(n) * g.size(3 - t - n);
    }
    double measured = (length[1] - length[0]) / (ohm[1] - ohm[0]) / area;
    // unit potentials to 1e-11; what the contacts add decays within a period of the layers
    assertThat(measured).isCloseTo(expected, within(1e-7 * expected));
  }

  /** G(m) = G(-m)^T; rows and columns sum to zero; the heat is that of the symmetric part. */
  @ParameterizedTest
  @CsvSource({"OPEN, OPEN, 45, 1.5", "PERIODIC, OPEN, 45, 1.5", "OPEN, PERIODIC, 70, -1"})
  void onsager(Edges x, Edges z, double degrees, double amr) {
    Grid film = new Grid(16, 14, 5, 4e-9, 3e-9, 5e-9, new Grid.Boundary(x, Edges.OPEN, z));
    boolean[] inside = new boolean[16 * 14];
    for (int c = 0; c < inside.length; c++) {
      inside[c] = Math.hypot(c % 16 - 8, c / 16 - 6) > 2;
    }
    List<Electrode> contacts =
        List.of(
            new Electrode("a", new Disc(0, 0, 12e-9)),
            new Electrode("b", new Disc(32e-9, 42e-9, 11e-9)),
            new Electrode("c", new Disc(44e-9, 20e-9, 8e-9)));
    VectorField m = SolidTexture.of(film, 5);
    Onsager.assertHolds(CellMask.of(film, inside), hall(amr, degrees), contacts, m);
  }

  /**
   * m_y = x/2, m_z the rest, a = 0: div(Sigma_H E) = -s_H E.(curl m), of which the z component,
   * 1/2, is all that a field without y component sees. Then div j = 0 is lap V = (tan(angle)/2)
   * dV/dz, solved by exp(k z) cos(q x) with k^2 - q^2 = k tan(angle)/2. Every corner on the rim of
   * the x-z plane is an electrode.
   */
  @Test
  void secondOrderWhereTheHallAngleVaries() {
    double[] error = new double[3];
    double k = 2;
    double q = Math.sqrt(k * k - k * Math.tan(1) / 2);
    for (int r = 0; r < 3; r++) {
      int n = 4 << r;
      double h = 1e-7 / n;
      Grid film =
          new Grid(n, 2, n, h, h, h, new Grid.Boundary(Edges.OPEN, Edges.PERIODIC, Edges.OPEN));
      List<Electrode> rim = new ArrayList<>();
      List<Double> voltages = new ArrayList<>();
      double[] exact = new double[(n + 1) * 2 * (n + 1)];
      for (int v = 0; v <= n; v++) {
        for (int u = 0; u <= n; u++) {
          double value = Math.exp(k * v / n) * Math.cos(q * u / n);
          exact[u + (n + 1) * 2 * v] = exact[u + (n + 1) * (1 + 2 * v)] = value;
          Face face =
              v == 0 ? Face.LOW_Z : v == n ? Face.HIGH_Z : u == 0 ? Face.LOW_X : Face.HIGH_X;
          if (u == 0 || v == 0 || u == n || v == n) {
            double at = face.first() == 0 ? u * h : 0;
            double to = face.first() == 0 ? u * h : film.sizeY();
            double low = face.first() == 0 ? 0 : v * h;
            double high = face.first() == 0 ? film.sizeY() : v * h;
            double eps = 0.1 * h;
            Rectangle line = new Rectangle(at - eps, low - eps, to + eps, high + eps);
            rim.add(new Electrode(u + "-" + v, line).on(face));
            voltages.add(value);
          }
        }
      }
      AmrConductivity sigma = new AmrConductivity(RHO, 0, 1, true);
      CurrentFlow flow = new CurrentFlow(film, sigma, rim, Parallel.SERIAL);
      VectorField m = new VectorField(film);
      for (int c = 0; c < film.cells(); c++) {
        m.y()[c] = (c % n + 0.5) / n / 2;
        m.z()[c] = Math.sqrt(1 - m.y()[c] * m.y()[c]);
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
    assertThat(error[0] / error[1]).isBetween(3.3, 4.7);
    assertThat(error[1] / error[2]).isBetween(3.6, 4.4);
  }

  private static Solution effort(int n, double degrees, Parallel parallel, double[][] potential) {
    Grid g = new Grid(n, n, n, 4e-9, 4e-9, 4e-9);
    CurrentFlow flow =
        new CurrentFlow(
            g, hall(1.5, degrees), ElectrodeLayouts.corners(g, 0.3 * g.sizeX()), parallel);
    Held held = flow.with(SolidTexture.of(g, 1));
    potential[0] = new double[flow.potentialLength()];
    Solution s = held.solve(new double[] {0, 1, 0, 1}, potential[0], 1e-8);
    assertThat(s.residual()).isLessThan(1e-8);
    return s;
  }

  /** The same multigrid cycle serves; at large angles a few times as many iterations. */
  @ParameterizedTest
  @CsvSource({"5, 14", "30, 22", "60, 48"}) // 11 and 12, 17 and 19, 35 and 41 when written
  void iterationsDoNotGrowWithTheFilm(double degrees, int most) {
    int small = effort(16, degrees, Parallel.SERIAL, new double[1][]).iterations();
    int large = effort(40, degrees, Parallel.SERIAL, new double[1][]).iterations();
    assertThat(small).isLessThanOrEqualTo(most);
    assertThat(large).isLessThanOrEqualTo(most);
  }

  @Test
  void sameBitsWithAnyNumberOfThreads() {
    double[][] one = new double[1][];
    effort(21, 20, Parallel.SERIAL, one);
    try (Parallel parallel = Parallel.of(3)) {
      double[][] v = new double[1][];
      effort(21, 20, parallel, v);
      assertThat(v[0]).isEqualTo(one[0]);
    }
  }
}
