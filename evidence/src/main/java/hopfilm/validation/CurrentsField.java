package hopfilm.validation;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.OerstedField;
import hopfilm.parallel.FourierLoops;
import hopfilm.parallel.Parallel;
import hopfilm.problem.Findings;
import hopfilm.problem.Problem;

/** The Oersted field of currents whose field has a closed form. */
final class CurrentsField extends Problem {

  private static final String JACKSON =
      "law of Biot and Savart, J. D. Jackson, Classical Electrodynamics (1999), section 5.2";
  private static final String AMPERE = "Amp\u00e8re's law, Jackson, section 5.3";

  CurrentsField() {
    super(
        "oersted",
        "Oersted field of a current",
        "A thin strip, a wide slab, a square loop on its axis and a current that turns"
            + " within the film have known fields.");
  }

  @Override
  protected void solve(Effort effort, Findings f) {
    strip(f, effort.choose(256, 1024));
    slab(f, effort.choose(64, 160));
    loop(f, effort.choose(21, 61));
    whirl(f, effort.choose(12, 24));
  }

  private static VectorField field(VectorField j) {
    VectorField h = new VectorField(j.grid());
    new OerstedField(j.grid(), FourierLoops.DOUBLE).field(j, h, Parallel.SERIAL);
    return h;
  }

  private static void strip(Findings f, int length) {
    int ny = 24;
    double j = 1e12;
    Grid grid = new Grid(length, ny, 1, 20e-9, 4e-9, 1e-10);
    VectorField h = field(VectorField.uniform(grid, j, 0, 0));
    double scale = j * grid.dz() / (2 * Math.PI);
    double w = grid.sizeY();
    double[] y = new double[ny];
    double[] ours = new double[ny];
    double[] theory = new double[ny];
    for (int row = 0; row < ny; row++) {
      double low = row * grid.dy();
      double high = low + grid.dy();
      y[row] = (low + high) / 2 * 1e9;
      ours[row] = h.z()[grid.index(length / 2, row, 0)] / scale;
      theory[row] = (xLogX(high) - xLogX(low) + xLogX(w - high) - xLogX(w - low)) / grid.dy();
    }
    for (int row : new int[] {2, 6, 20}) {
      f.check("H_z/(j t/2 pi) of a strip 96 nm wide at %.0f nm".formatted(y[row]), ours[row])
          .is(theory[row], JACKSON + ": ln(y/(w - y)), mean over a cell")
          .within(
              4 * w * w / (grid.sizeX() * grid.sizeX()) + 1e-3,
              "ends of the strip, (2 width/length)^2; thickness beside the cell");
    }
    f.chart("Field of a strip", "a current along x, 96 nm wide", "y (nm)", "H_z / (j t/2\u03c0)")
        .line("theory", y, theory)
        .points("Hopfilm", y, ours);
  }

  private static double xLogX(double x) {
    return Math.abs(x) < 1e-15 ? 0 : x * Math.log(x);
  }

  private static void slab(Findings f, int n) {
    Grid grid = new Grid(n, n, 6, 20e-9, 20e-9, 5e-9);
    VectorField h = field(VectorField.uniform(grid, 1e12, 0, 0));
    double z = 2.5 * grid.dz();
    double ours = -h.y()[grid.index(n / 2, n / 2, 5)] / (1e12 * z);
    // of the film as it is: 2/pi arctan of half its length over its half thickness, and so on
    f.check(
            "-H_y/(j z) near the face of a slab 30 nm thick, %.1f um wide".formatted(n * 0.02),
            ours)
        .is(1, JACKSON + ": H_y = -j z of an infinite slab")
        .within(4 * 30e-9 / grid.sizeX(), "finite width, some thicknesses over it");
  }

  private static void loop(Findings f, int n) {
    double d = 82e-9 / (n - 1);
    int nz = 10;
    Grid grid = new Grid(n, n, nz, d, d, 6e-9);
    VectorField j = new VectorField(grid);
    int last = n - 1;
    for (int i = 0; i < n; i++) {
      double part = i == 0 || i == last ? 0.5 : 1;
      j.x()[grid.index(i, 0, 0)] += part * 1e12;
      j.y()[grid.index(last, i, 0)] += part * 1e12;
      j.x()[grid.index(i, last, 0)] -= part * 1e12;
      j.y()[grid.index(0, i, 0)] -= part * 1e12;
    }
    VectorField h = field(j);
    double current = 1e12 * d * grid.dz();
    double a = last * d;
    for (int k : new int[] {0, 4, 9}) {
      double z = k * grid.dz();
      f.check(
              "H on the axis of a square loop of 82 nm, %.0f nm above it (A/m)".formatted(z * 1e9),
              h.z()[grid.index(n / 2, n / 2, k)])
          .is(
              current * a * a / (2 * Math.PI * (z * z + a * a / 4) * Math.sqrt(z * z + a * a / 2)),
              JACKSON + ": I a^2/(2 pi (z^2 + a^2/4) sqrt(z^2 + a^2/2))")
          .withinShare(
              Math.pow(d / a, 2) + Math.pow(grid.dz() / a, 2),
              "width and height of the wire, squared, in units of the edge");
    }
  }

  /**
   * Ampere's law of a current that keeps within the film: j is the curl of (0, 0, sin^2 sin^2
   * sin^2), and H is differenced across two cells, in all cells that have both neighbours.
   */
  private static void whirl(Findings f, int n) {
    double[] coarse = offAmpere(n);
    double[] fine = offAmpere(2 * n);
    // differences across two cells: (k d)^2/6, currents and fields even in cells: (k d)^2/24 an
    // axis
    double tolerance = 0.5 * Math.pow(2 * Math.PI / (2 * n), 2);
    String differences = "differences of H across two cells, currents even in cells";
    f.check(
            "largest |curl H - j| in a cube of %d cells a side, by the largest j".formatted(2 * n),
            fine[0])
        .is(0, AMPERE + ": curl H = j")
        .within(tolerance, differences);
    f.check("largest |div H| there, by the largest j", fine[1])
        .is(0, AMPERE + ": div H = 0")
        .within(tolerance, differences);
    f.check("order of convergence of curl H", Math.log(coarse[0] / fine[0]) / Math.log(2))
        .is(2, "central differences, second order")
        .within(0.1, "the fourth order, (k d)^2 of it");
  }

  /** Largest distance of curl H from j and of div H from 0, by the largest j. */
  private static double[] offAmpere(int n) {
    Grid grid = new Grid(n, n, n, 160e-9 / n, 160e-9 / n, 160e-9 / n);
    VectorField j = new VectorField(grid);
    double largest = 0;
    for (int c = 0; c < grid.cells(); c++) {
      double x = Math.PI * (c % n + 0.5) / n;
      int row = c / n;
      double y = Math.PI * (row % n + 0.5) / n;
      int layer = row / n;
      double up = Math.pow(Math.sin(Math.PI * (layer + 0.5) / n), 2);
      j.x()[c] = 1e12 * Math.pow(Math.sin(x), 2) * Math.sin(2 * y) * up;
      j.y()[c] = -1e12 * Math.sin(2 * x) * Math.pow(Math.sin(y), 2) * up;
      largest = Math.max(largest, Math.hypot(j.x()[c], j.y()[c]));
    }
    VectorField h = field(j);
    double[] off = new double[2];
    int[] step = {1, n, n * n};
    double d = 2 * grid.dx();
    for (int c = 0; c < grid.cells(); c++) {
      int row = c / n;
      if (isAtFace(c % n, n) || isAtFace(row % n, n) || isAtFace(row / n, n)) {
        continue;
      }
      double[][] slope = new double[3][3]; // of a component along an axis
      for (int k = 0; k < 3; k++) {
        for (int axis = 0; axis < 3; axis++) {
          double[] a = h.component(k);
          slope[k][axis] = (a[c + step[axis]] - a[c - step[axis]]) / d;
        }
      }
      double x = slope[2][1] - slope[1][2] - j.x()[c];
      double y = slope[0][2] - slope[2][0] - j.y()[c];
      double z = slope[1][0] - slope[0][1] - j.z()[c];
      off[0] = Math.max(off[0], Math.sqrt(x * x + y * y + z * z) / largest);
      off[1] = Math.max(off[1], Math.abs(slope[0][0] + slope[1][1] + slope[2][2]) / largest);
    }
    return off;
  }

  private static boolean isAtFace(int i, int n) {
    return i == 0 || i == n - 1;
  }
}
