package hopfilm.transport;

import hopfilm.grid.Polygon;

/** Rings as polygons: once around outside, back around inside. */
final class Rings {
  private static final int SIDES = 720;

  private Rings() {}

  static Polygon ring(double cx, double cy, double inner, double outer) {
    double[] x = new double[2 * (SIDES + 1)];
    double[] y = new double[x.length];
    for (int k = 0; k <= SIDES; k++) {
      double c = Math.cos(2 * Math.PI * k / SIDES);
      double s = Math.sin(2 * Math.PI * k / SIDES);
      x[k] = cx + outer * c;
      y[k] = cy + outer * s;
      x[x.length - 1 - k] = cx + inner * c;
      y[x.length - 1 - k] = cy + inner * s;
    }
    return new Polygon(x, y);
  }
}
