package hopfilm.claims;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A rotation of the square in space: quarter turns about z, after a half turn about the x axis
 * through the middle or not. The half turn maps y to -y and m to (mx, -my, -mz); it is a proper
 * rotation, under which bulk D is invariant, where a mirror is none.
 */
record SquareRotation(int quarters, boolean flips) {

  /** The eight of them. */
  static List<SquareRotation> all() {
    return IntStream.range(0, 8).mapToObj(k -> new SquareRotation(k / 2, k % 2 == 1)).toList();
  }

  /** The turned texture. */
  VectorField of(VectorField m) {
    VectorField r = m.copy();
    if (flips) {
      r = map(r, true);
    }
    for (int k = 0; k < quarters; k++) {
      r = map(r, false);
    }
    return r;
  }

  private static VectorField map(VectorField m, boolean flip) {
    Grid g = m.grid();
    int n = g.nx();
    VectorField r = new VectorField(g);
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        int from = g.index(i, j, 0);
        int to = flip ? g.index(i, n - 1 - j, 0) : g.index(n - 1 - j, i, 0);
        r.x()[to] = flip ? m.x()[from] : -m.y()[from];
        r.y()[to] = flip ? -m.y()[from] : m.x()[from];
        r.z()[to] = flip ? -m.z()[from] : m.z()[from];
      }
    }
    return r;
  }

  /** Where the electrode at corner k goes. */
  int corner(int k) {
    int c = flips ? 3 - k : k;
    return (c + quarters) % 4;
  }

  /** Voltages of the turned film. */
  double[] of(double[] volts) {
    double[] r = new double[4];
    for (int k = 0; k < 4; k++) {
      r[corner(k)] = volts[k];
    }
    return r;
  }

  /** The turned pattern. */
  Pattern of(Pattern p) {
    StringBuilder s = new StringBuilder();
    for (double v : of(p.voltages(1))) {
      s.append(v > 0 ? '+' : '-');
    }
    return new Pattern(s.toString());
  }

  /** In words. */
  String words() {
    return "%d\u00b0%s".formatted(90 * quarters, flips ? " after a half turn about x" : "");
  }

  /** Largest difference of the matrix of a turned film from that of the film, turned. */
  double distance(double[][] turned, double[][] g) {
    double largest = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        largest = Math.max(largest, Math.abs(turned[corner(i)][corner(j)] - g[i][j]));
      }
    }
    return largest;
  }
}
