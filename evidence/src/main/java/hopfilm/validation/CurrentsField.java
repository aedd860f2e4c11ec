package hopfilm.validation;

import hopfilm.chart.CurveChart;
import hopfilm.fourier.Convolutions.Loops;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.OerstedField;
import hopfilm.parallel.Parallel;

/** The Oersted field of currents whose field has a closed form. */
final class CurrentsField implements Problem {

  private static final String JACKSON =
      "law of Biot and Savart, J. D. Jackson, Classical Electrodynamics (1999), section 5.2";

  @Override
  public String name() {
    return "oersted";
  }

  @Override
  public String title() {
    return "Oersted field of a current";
  }

  @Override
  public String shows() {
    return "A long thin strip, whose field goes as the logarithm of the distances from its edges, a"
        + " wide slab, and a square loop on its axis.";
  }

  @Override
  public Findings run(Effort effort) {
    Findings f = new Findings();
    strip(f, effort.choose(256, 1024));
    slab(f, effort.choose(64, 160));
    loop(f, effort.choose(21, 61));
    return f;
  }

  private static VectorField field(VectorField j) {
    VectorField h = new VectorField(j.grid());
    new OerstedField(j.grid(), Loops.DOUBLE).field(j, h, Parallel.SERIAL);
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
      f.check(
          "H_z/(j t/2 pi) of a strip 96 nm wide at %.0f nm".formatted(y[row]),
          ours[row],
          theory[row],
          4 * w * w / (grid.sizeX() * grid.sizeX()) + 1e-3,
          JACKSON + ": ln(y/(w - y)), mean over a cell",
          "ends of the strip, (2 width/length)^2; thickness beside the cell");
    }
    f.chart(
        new CurveChart(
                "Field of a strip",
                "a current along x, 96 nm wide",
                "y (nm)",
                "H_z / (j t/2\u03c0)")
            .line("theory", y, theory)
            .points("Hopfilm", y, ours));
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
        ours,
        1,
        4 * 30e-9 / grid.sizeX(),
        JACKSON + ": H_y = -j z of an infinite slab",
        "finite width, some thicknesses over it");
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
      f.relative(
          "H on the axis of a square loop of 82 nm, %.0f nm above it (A/m)".formatted(z * 1e9),
          h.z()[grid.index(n / 2, n / 2, k)],
          current * a * a / (2 * Math.PI * (z * z + a * a / 4) * Math.sqrt(z * z + a * a / 2)),
          Math.pow(d / a, 2) + Math.pow(grid.dz() / a, 2),
          JACKSON + ": I a^2/(2 pi (z^2 + a^2/4) sqrt(z^2 + a^2/2))",
          "width and height of the wire, squared, in units of the edge");
    }
  }
}
