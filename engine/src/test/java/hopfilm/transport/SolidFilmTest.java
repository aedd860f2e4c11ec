package hopfilm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.parallel.Parallel;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films of several layers against closed forms, and against films of one layer. */
class SolidFilmTest {
  /** a = 1.5: rho_par = 7 rho_perp. */
  private static final AmrConductivity STRONG = new AmrConductivity(1e-7, 1.5);

  private static final double[] TILTED = unit(2, -1, 1.5);

  private static double[] unit(double x, double y, double z) {
    double r = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / r, y / r, z / r};
  }

  private static Electrode whole(Grid g, Face face) {
    double u = g.size(face.first());
    double v = g.size(face.second());
    return new Electrode(face.toString(), new Rectangle(0, 0, u, v)).on(face);
  }

  /** Conductance between two faces [S]. */
  private static double between(VectorField m, Face from, Face to) {
    Grid g = m.grid();
    return matrix(m, List.of(whole(g, from), whole(g, to))).get(0, 0);
  }

  private static ConductanceMatrix matrix(VectorField m, List<Electrode> electrodes) {
    CurrentFlow flow = new CurrentFlow(m.grid(), STRONG, electrodes, Parallel.SERIAL);
    return flow.with(m).conductanceMatrix();
  }

  private static Grid grid(int axis, int along, int across, Edges sides) {
    int[] n = {across, across, across};
    n[axis] = along;
    Edges[] edges = {sides, sides, sides};
    edges[axis] = Edges.OPEN;
    return new Grid(
        n[0], n[1], n[2], 2e-9, 3e-9, 4e-9, new Grid.Boundary(edges[0], edges[1], edges[2]));
  }

  /** Length over cross section [1/m]. */
  private static double form(Grid g, int axis) {
    return g.size(axis) * g.size(axis) / (g.size(0) * g.size(1) * g.size(2));
  }

  private static Face low(int axis) {
    return Face.values()[2 * axis];
  }

  private static Face high(int axis) {
    return Face.values()[2 * axis + 1];
  }

  /** Periodic across the current: E along the axis everywhere, G = Sigma_kk area / length. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void uniformAtAnyAngle(int axis) {
    Grid g = grid(axis, 6, 4, Edges.PERIODIC);
    double sigma = STRONG.sPerp() + STRONG.sDelta() * TILTED[axis] * TILTED[axis];
    VectorField m = VectorField.uniform(g, TILTED[0], TILTED[1], TILTED[2]);
    // potentials are solved to 1e-11
    assertThat(between(m, low(axis), high(axis)) * form(g, axis))
        .isCloseTo(sigma, within(1e-9 * sigma));
  }

  /**
   * Insulating sides: far from the contacts j is along the bar, which makes rho_kk length / area
   * with rho_kk = rho_perp + (rho_par - rho_perp) m_k^2; what the contacts add cancels between bars
   * of two lengths, but for a part that decays along the bar.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void barAtAnyAngle(int axis) {
    Grid shorter = grid(axis, 40, 5, Edges.OPEN);
    Grid longer = grid(axis, 60, 5, Edges.OPEN);
    double[] ohm = new double[2];
    int n = 0;
    for (Grid g : List.of(shorter, longer)) {
      VectorField m = VectorField.uniform(g, TILTED[0], TILTED[1], TILTED[2]);
      ohm[n++] = 1 / between(m, low(axis), high(axis));
    }
    double rho = STRONG.rhoPerp() * (1 + 6 * TILTED[axis] * TILTED[axis]);
    double measured = (ohm[1] - ohm[0]) / (form(longer, axis) - form(shorter, axis));
    // 2e-6 when written for the most oblong section, 40 cells of 2 nm by 20 nm
    assertThat(measured).isCloseTo(rho, within(1e-5 * rho));
  }

  /** Across the layers of a laminate: resistances in series, 1/<1/Sigma_kk>. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void acrossALaminate(int axis) {
    Grid g = grid(axis, 8, 3, Edges.PERIODIC);
    double[] other = unit(-1, 1, 0.3);
    VectorField m = laminate(g, axis, TILTED, other);
    double mean = 0;
    for (double[] u : List.of(TILTED, other)) {
      mean += 0.5 / (STRONG.sPerp() + STRONG.sDelta() * u[axis] * u[axis]);
    }
    assertThat(between(m, low(axis), high(axis)) * form(g, axis))
        .isCloseTo(1 / mean, within(1e-9 / mean));
  }

  /** Along the layers, m in their plane: conductances in parallel, <Sigma_kk> if m is along k. */
  @ParameterizedTest
  @CsvSource({"0,1", "0,2", "1,0", "1,2", "2,0", "2,1"})
  void alongALaminate(int axis, int stacked) {
    Grid g = grid(axis, 5, 4, Edges.OPEN);
    double[] along = {axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0};
    double[] across = {along[1], along[2], along[0]};
    VectorField m = laminate(g, stacked, along, across);
    double mean = 0.5 * (STRONG.sPerp() + (STRONG.sPerp() + STRONG.sDelta()));
    assertThat(between(m, low(axis), high(axis)) * form(g, axis))
        .isCloseTo(mean, within(1e-9 * mean));
  }

  private static VectorField laminate(Grid g, int axis, double[] even, double[] odd) {
    VectorField m = new VectorField(g);
    for (int c = 0; c < g.cells(); c++) {
      int[] at = {c % g.nx(), c / g.nx() % g.ny(), c / (g.nx() * g.ny())};
      for (int k = 0; k < 3; k++) {
        m.component(k)[c] = (at[axis] % 2 == 0 ? even : odd)[k];
      }
    }
    return m;
  }

  private enum Equal {
    IN_PLANE,
    IN_PLANE_OR_UPRIGHT,
    ANY
  }

  /** Equal layers: m_x m_z = m_y m_z = 0 or no top and bottom, the numbers of one layer. */
  @ParameterizedTest
  @CsvSource({"IN_PLANE,OPEN", "IN_PLANE_OR_UPRIGHT,OPEN", "ANY,PERIODIC"})
  void equalLayersAreOneLayer(Equal kind, Edges edgesZ) {
    double[][] one = ofLayers(kind, 1, edgesZ).siemens();
    double[][] three = ofLayers(kind, 3, edgesZ).siemens();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(three[i][j]).isCloseTo(one[i][j], within(1e-9 * one[i][i]));
      }
    }
  }

  /**
   * An insulating top and bottom let E_z appear where m is tilted: the potential is free to vary
   * along z, and by Dirichlet's principle the heat at given voltages can only fall.
   */
  @Test
  void tiltedLayersConductLess() {
    ConductanceMatrix one = ofLayers(Equal.ANY, 1, Edges.OPEN);
    ConductanceMatrix three = ofLayers(Equal.ANY, 3, Edges.OPEN);
    for (int i = 0; i < 4; i++) {
      assertThat(three.get(i, i)).isLessThan(0.998 * one.get(i, i));
    }
  }

  private static ConductanceMatrix ofLayers(Equal kind, int nz, Edges edgesZ) {
    Grid g =
        new Grid(
            14, 11, nz, 4e-9, 4e-9, 3e-8 / nz, new Grid.Boundary(Edges.OPEN, Edges.OPEN, edgesZ));
    Grid layer = Grid.film(14, 11, 4e-9, 3e-8);
    VectorField flat = SmoothTexture.of(layer, 5);
    SplittableRandom random = new SplittableRandom(1);
    VectorField m = new VectorField(g);
    for (int c = 0; c < layer.cells(); c++) {
      boolean upright = random.nextInt(3) == 0 && kind == Equal.IN_PLANE_OR_UPRIGHT;
      if (kind != Equal.ANY) {
        flat.x()[c] = upright ? 0 : flat.x()[c];
        flat.y()[c] = upright ? 0 : flat.y()[c];
        flat.z()[c] = upright ? 1 : 0;
      }
    }
    flat.normalise();
    for (int c = 0; c < g.cells(); c++) {
      for (int k = 0; k < 3; k++) {
        m.component(k)[c] = flat.component(k)[c % layer.cells()];
      }
    }
    return matrix(m, ElectrodeLayouts.corners(g, 17e-9));
  }

  /**
   * A disc of radius r on a half-space: R = rho/(4 r) (Holm, Electric Contacts, 1967,
   * doi:10.1007/978-3-662-06688-1). Here a quarter of it on a cube whose other faces, L away, are
   * at 0 V. Their images form a rock salt lattice: R = rho/(4 r) - rho M/(4 pi L), M = 1.747565
   * Madelung's constant, up to (r/L)^5.
   */
  @Test
  void spreadingResistanceOfADisc() {
    double[] error = new double[3];
    int[] cells = {12, 24, 48};
    for (int n = 0; n < 3; n++) {
      error[n] = spreading(cells[n], 0.25) / (0.25 - 0.25 * 1.747565 * 0.25 / Math.PI) - 1;
    }
    // Corners within the disc stand for it, a disc smaller by up to a cell: .096, .057, .044 when
    // written, at 3, 6 and 12 cells to the radius.
    for (int n = 0; n < 3; n++) {
      assertThat(error[n]).isBetween(0.0, 0.6 / (0.25 * cells[n]));
    }
    assertThat(error[2]).isLessThan(0.5 * error[0]);
  }

  /** R r/rho of a disc on a half-space, by a quarter of it: r/L as given, n cells to L. */
  private static double spreading(int n, double radius) {
    double h = 1e-9;
    double size = n * h;
    Grid g = new Grid(n, n, n, h, h, h);
    double less = size - h;
    List<Electrode> contacts =
        List.of(
            new Electrode("disc", new Disc(0, 0, radius * size)).on(Face.HIGH_Z),
            new Electrode("x", new Rectangle(0, 0, size, size)).on(Face.HIGH_X),
            new Electrode("y", new Rectangle(0, 0, less, size)).on(Face.HIGH_Y),
            new Electrode("z", new Rectangle(0, 0, less, less)).on(Face.LOW_Z));
    CurrentFlow flow = new CurrentFlow(g, new AmrConductivity(1, 0), contacts, Parallel.SERIAL);
    Held held = flow.with(VectorField.uniform(g, 0, 0, 1));
    double[] v = new double[flow.potentialLength()];
    held.solve(new double[] {1, 0, 0, 0}, v, 1e-9);
    return radius * size / (4 * held.currents(v)[0]);
  }

  /** A smooth texture on three meshes: the error falls as the square of the cell. */
  @Test
  void orderOfConvergence() {
    double[] g = new double[3];
    for (int n = 0; n < 3; n++) {
      int cells = 8 << n;
      double h = 8e-9 / cells;
      Grid grid = new Grid(cells, cells, cells, h, h, h);
      VectorField m = new VectorField(grid);
      for (int c = 0; c < grid.cells(); c++) {
        double x = (c % cells + .5) / cells;
        double y = (c / cells % cells + .5) / cells;
        int layer = c / (cells * cells);
        double z = (layer + .5) / cells;
        double phi = 1 + 2 * x + 1.5 * y * z;
        double theta = 0.5 + 1.2 * z + x * y;
        m.x()[c] = Math.sin(theta) * Math.cos(phi);
        m.y()[c] = Math.sin(theta) * Math.sin(phi);
        m.z()[c] = Math.cos(theta);
      }
      g[n] = between(m, Face.LOW_X, Face.HIGH_X);
    }
    double ratio = (g[0] - g[1]) / (g[1] - g[2]);
    assertThat(ratio).isBetween(3.5, 4.5); // 4 for order 2; the contacts' edges are smooth enough
  }

  private static Solution effort(int n, Parallel parallel, double[][] potential) {
    Grid g = new Grid(n, n, n, 4e-9, 4e-9, 4e-9);
    CurrentFlow flow =
        new CurrentFlow(g, STRONG, ElectrodeLayouts.corners(g, 0.3 * g.sizeX()), parallel);
    Held held = flow.with(SolidTexture.of(g, 1));
    potential[0] = new double[flow.potentialLength()];
    return held.solve(new double[] {0, 1, 0, 1}, potential[0], 1e-8);
  }

  @Test
  void iterationsDoNotGrowWithTheFilm() {
    int small = effort(16, Parallel.SERIAL, new double[1][]).iterations();
    assertThat(small).isLessThanOrEqualTo(12); // 10 when written
    assertThat(effort(32, Parallel.SERIAL, new double[1][]).iterations())
        .isLessThanOrEqualTo(small + 4);
    assertThat(effort(48, Parallel.SERIAL, new double[1][]).iterations())
        .isLessThanOrEqualTo(small + 4);
  }

  @Test
  void sameBitsWithAnyNumberOfThreads() {
    double[][] one = new double[1][];
    effort(21, Parallel.SERIAL, one);
    for (int threads = 2; threads <= 3; threads++) {
      try (Parallel parallel = Parallel.of(threads)) {
        double[][] v = new double[1][];
        effort(21, parallel, v);
        assertThat(v[0]).isEqualTo(one[0]);
      }
    }
  }

  /** Odd and lopsided sizes, oblong cells, all edges, m that couples one axis only. */
  @ParameterizedTest
  @ValueSource(doubles = {-1.9, -1.5, 0, 1.5, 1.9})
  void anySizeAnyAmrConverges(double amr) {
    int[][] sizes = {{13, 22, 3}, {2, 5, 30}, {24, 24, 4}, {9, 8, 7}};
    double[][] cells = {{4e-9, 4e-9, 4e-9}, {4e-9, 4e-9, 1e-7}, {4e-9, 4e-9, 4e-10}};
    for (int[] n : sizes) {
      for (double[] d : cells) {
        for (int e = 0; e < 4; e++) {
          Edges sides = e % 2 == 0 ? Edges.OPEN : Edges.PERIODIC;
          Edges z = e < 2 ? Edges.OPEN : Edges.PERIODIC;
          Grid g = new Grid(n[0], n[1], n[2], d[0], d[1], d[2], new Grid.Boundary(sides, sides, z));
          for (VectorField m : List.of(VectorField.uniform(g, 0, 0, 1), SolidTexture.of(g, 2))) {
            AmrConductivity sigma = new AmrConductivity(1.5e-7, amr);
            CurrentFlow flow = new CurrentFlow(g, sigma, points(g), Parallel.SERIAL);
            Solution s =
                flow.with(m).solve(new double[] {1, 0}, new double[flow.potentialLength()], 1e-8);
            assertThat(s.residual()).as(g + " amr " + amr).isLessThan(1e-8);
            assertThat(s.iterations())
                .as(g + " amr " + amr)
                .isLessThan(Math.abs(amr) < 1.6 ? 40 : 100);
          }
        }
      }
    }
  }

  private static List<Electrode> points(Grid g) {
    int i = g.nx() / 2;
    int j = (g.ny() + 1) / 2;
    return List.of(
        new Electrode("a", new Disc(0, 0, 0)),
        new Electrode("b", new Disc(i * g.dx(), j * g.dy(), 0)));
  }
}
