package hopfilm.figures;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Evenly spaced lines that follow the in-plane part of a field.
 *
 * <p>New lines start at the distance d from lines that are there, and a line ends where it comes
 * closer than d/2 to another or to its own beginning: B. Jobard and W. Lefer, "Creating
 * evenly-spaced streamlines of arbitrary density", Visualization in Scientific Computing (1997),
 * doi:10.1007/978-3-7091-6876-9_5. The first starts where the field is strongest, so the same field
 * gives the same lines.
 */
final class Streamlines {
  /** Closest distance of two lines, in units of d; the paper's choice. */
  private static final double CLOSEST = 0.5;

  /** Shorter lines, in units of d, say little. */
  private static final double SHORTEST = 0.8;

  /** Step along a line, in units of the smaller of cell and d. */
  private static final double STEP = 0.25;

  private final Grid grid;
  private final VectorField field;
  private final int layer;
  private final double none;
  private final double distance;
  private final double step;
  private final List<Line> lines = new ArrayList<>();

  /** Points of all lines by square of side d. */
  private final List<List<double[]>> squares = new ArrayList<>();

  private final int columns;
  private final int rows;

  /**
   * Points of a line in the direction of the field, corner of the film at the origin [m].
   *
   * @param x to the right
   * @param y up
   */
  record Line(double[] x, double[] y) {}

  private Streamlines(VectorField field, double none, double distance) {
    this.grid = field.grid();
    this.field = field;
    this.layer = FilmLayer.of(grid);
    this.none = none;
    this.distance = distance;
    this.step = STEP * Math.min(distance, Math.min(grid.dx(), grid.dy()));
    this.columns = 1 + (int) (grid.sizeX() / distance);
    this.rows = 1 + (int) (grid.sizeY() / distance);
    for (int k = 0; k < columns * rows; k++) {
      squares.add(new ArrayList<>());
    }
  }

  /**
   * The lines of the middle layer.
   *
   * @param none a line ends in a cell whose field is not larger
   * @param distance d [m]
   */
  static List<Line> of(VectorField field, double none, double distance) {
    Streamlines s = new Streamlines(field, none, distance);
    s.fill();
    return s.lines;
  }

  private void fill() {
    Deque<Line> open = new ArrayDeque<>();
    double[] first = strongest();
    if (first == null) {
      return;
    }
    add(first, open);
    spread(open);
    // parts that no neighbour reaches, as behind an electrode
    for (int j = 0; j < 2 * rows; j++) {
      for (int i = 0; i < 2 * columns; i++) {
        add(new double[] {(i + 0.5) * distance / 2, (j + 0.5) * distance / 2}, open);
        spread(open);
      }
    }
  }

  /** Lines beside lines until there is no room. */
  private void spread(Deque<Line> open) {
    while (!open.isEmpty()) {
      Line line = open.remove();
      for (int i = 0; i < line.x.length; i++) {
        double[] e = direction(line.x[i], line.y[i]);
        if (e != null) {
          add(new double[] {line.x[i] - distance * e[1], line.y[i] + distance * e[0]}, open);
          add(new double[] {line.x[i] + distance * e[1], line.y[i] - distance * e[0]}, open);
        }
      }
    }
  }

  private void add(double[] seed, Deque<Line> open) {
    // a little less than d: the seed lies at d of the line it comes from but for rounding
    if (direction(seed[0], seed[1]) == null || !isFree(seed[0], seed[1], 0.999 * distance)) {
      return;
    }
    List<double[]> back = follow(seed, -1);
    List<double[]> points = new ArrayList<>();
    for (int i = back.size() - 1; i > 0; i--) {
      points.add(back.get(i));
    }
    points.addAll(isClosed(back) ? List.of(seed) : follow(seed, 1));
    if (points.size() * step < SHORTEST * distance) {
      return;
    }
    for (double[] p : points) {
      squares.get(square(p[0], p[1])).add(p);
    }
    Line line =
        new Line(
            points.stream().mapToDouble(p -> p[0]).toArray(),
            points.stream().mapToDouble(p -> p[1]).toArray());
    lines.add(line);
    open.add(line);
  }

  private boolean isClosed(List<double[]> line) {
    double[] end = line.get(line.size() - 1);
    double[] start = line.get(0);
    return line.size() * step > 2 * distance
        && Math.hypot(end[0] - start[0], end[1] - start[1]) < CLOSEST * distance;
  }

  /** Midpoint rule on the direction field, from the seed on. */
  private List<double[]> follow(double[] seed, int sign) {
    List<double[]> points = new ArrayList<>(List.of(seed));
    int most = (int) (4 * (grid.sizeX() + grid.sizeY()) / step);
    while (points.size() < most) {
      double[] p = points.get(points.size() - 1);
      double[] e = direction(p[0], p[1]);
      if (e == null) {
        break;
      }
      double half = 0.5 * sign * step;
      double[] middle = direction(p[0] + half * e[0], p[1] + half * e[1]);
      if (middle == null) {
        break;
      }
      double[] next = {p[0] + sign * step * middle[0], p[1] + sign * step * middle[1]};
      if (direction(next[0], next[1]) == null
          || !isFree(next[0], next[1], CLOSEST * distance)
          || meetsItself(points, next)) {
        break;
      }
      points.add(next);
    }
    return points;
  }

  private boolean meetsItself(List<double[]> points, double[] next) {
    // what lies less than d behind is the line itself
    int old = points.size() - (int) (distance / step);
    for (int i = 0; i < old; i += 2) {
      double[] p = points.get(i);
      if (isNear(p, next[0], next[1], 0.25 * distance)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFree(double x, double y, double radius) {
    int i = square(x, y) % columns;
    int j = Math.floorDiv(square(x, y), columns);
    for (int b = Math.max(0, j - 1); b <= Math.min(rows - 1, j + 1); b++) {
      for (int a = Math.max(0, i - 1); a <= Math.min(columns - 1, i + 1); a++) {
        for (double[] p : squares.get(b * columns + a)) {
          if (isNear(p, x, y, radius)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Most of the work is here: without the care of Math.hypot for numbers near the largest. */
  private static boolean isNear(double[] p, double x, double y, double radius) {
    double dx = p[0] - x;
    double dy = p[1] - y;
    return dx * dx + dy * dy < radius * radius;
  }

  private int square(double x, double y) {
    int i = Math.max(0, Math.min(columns - 1, (int) (x / distance)));
    int j = Math.max(0, Math.min(rows - 1, (int) (y / distance)));
    return j * columns + i;
  }

  /** Unit vector along the field, linear between cell centres; null where none is. */
  private double[] direction(double x, double y) {
    if (x < 0 || y < 0 || x > grid.sizeX() || y > grid.sizeY()) {
      return null;
    }
    double u = x / grid.dx() - 0.5;
    double v = y / grid.dy() - 0.5;
    if (!(FilmLayer.magnitude(field, cell((int) Math.rint(u), (int) Math.rint(v))) > none)) {
      return null;
    }
    int i = (int) Math.floor(u);
    int j = (int) Math.floor(v);
    double[] sum = new double[2];
    for (int b = 0; b < 2; b++) {
      for (int a = 0; a < 2; a++) {
        double weight = (a == 0 ? 1 - (u - i) : u - i) * (b == 0 ? 1 - (v - j) : v - j);
        int c = cell(i + a, j + b);
        sum[0] += weight * field.x()[c];
        sum[1] += weight * field.y()[c];
      }
    }
    double size = Math.hypot(sum[0], sum[1]);
    return size > 0 ? new double[] {sum[0] / size, sum[1] / size} : null;
  }

  private int cell(int i, int j) {
    return grid.index(
        Math.max(0, Math.min(grid.nx() - 1, i)), Math.max(0, Math.min(grid.ny() - 1, j)), layer);
  }

  /** Centre of the cell with the strongest field, or null if there is none. */
  private double[] strongest() {
    double most = none;
    double[] where = null;
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        double size = FilmLayer.magnitude(field, cell(i, j));
        if (size > most) {
          most = size;
          where = new double[] {(i + 0.5) * grid.dx(), (j + 0.5) * grid.dy()};
        }
      }
    }
    return where;
  }
}
