package hopfilm.texture;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * The kind of a texture, by a rule on its middle layer. A cell is reversed where m_z is opposite to
 * its mean; reversed cells that share a side are a domain. A domain is round if it does not touch
 * the edge of the film, has four cells or more and is less than {@value #LONGEST} times as long as
 * wide (root mean squares along its principal axes).
 */
public enum TextureKind {
  /** The mean of m has a length of {@value #ALIGNED} or more, and |Q| is below 1/2. */
  UNIFORM,
  /** Round domains have half of the reversed area or more, and |Q| is half their number or more. */
  SKYRMIONS,
  /** All else: stripes and labyrinths. */
  MAZE,
  /** Neither uniform nor skyrmions, and the mean of m_z^2 is below {@value #FLAT}. */
  IN_PLANE;

  private static final double ALIGNED = 0.8;
  private static final double FLAT = 0.1;
  private static final double LONGEST = 2;
  private static final int LEAST_CELLS = 4;

  /** As files have it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static TextureKind of(VectorField m) {
    List<Domain> reversed = new Domains(m).all;
    int round = 0;
    int cells = 0;
    int inRound = 0;
    for (Domain d : reversed) {
      cells += d.cells;
      if (d.isRound()) {
        round++;
        inRound += d.cells;
      }
    }
    double charge = Math.abs(TextureMeasures.topologicalCharge(m));
    if (round > 0 && 2 * inRound >= cells && 2 * charge >= round) {
      return SKYRMIONS;
    }
    double mean = Math.hypot(Math.hypot(m.mean(0), m.mean(1)), m.mean(2));
    if (mean >= ALIGNED && charge < 0.5) {
      return UNIFORM;
    }
    return TextureMeasures.meanSquare(m) < FLAT ? IN_PLANE : MAZE;
  }

  /** Cells and moments of a domain, in cells from where it was found. */
  private static final class Domain {
    private int cells;
    private boolean touchesEdge;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    void add(int i, int j) {
      cells++;
      x += i;
      y += j;
      xx += (double) i * i;
      yy += (double) j * j;
      xy += (double) i * j;
    }

    boolean isRound() {
      double n = cells;
      double own = 1 / 12.0; // variance within a cell
      double a = xx / n - x * x / n / n + own;
      double b = yy / n - y * y / n / n + own;
      double c = xy / n - x * y / n / n;
      double root = Math.hypot((a - b) / 2, c);
      double middle = (a + b) / 2;
      return !touchesEdge
          && cells >= LEAST_CELLS
          && middle + root < LONGEST * LONGEST * (middle - root);
    }
  }

  /** A cell, by its distance from where the domain was found, across periodic edges too. */
  private record Place(int i, int j) {}

  /** The reversed domains of the middle layer. */
  private static final class Domains {
    private final List<Domain> all = new ArrayList<>();
    private final VectorField m;
    private final Grid grid;
    private final int layer;
    private final double sign;
    private final boolean[] seen;

    Domains(VectorField m) {
      this.m = m;
      this.grid = m.grid();
      this.layer = grid.nz() / 2;
      this.sign = m.mean(2) < 0 ? -1 : 1;
      this.seen = new boolean[grid.nx() * grid.ny()];
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          if (isNew(i, j)) {
            all.add(from(i, j));
          }
        }
      }
    }

    private boolean isNew(int i, int j) {
      return !seen[i + grid.nx() * j] && sign * m.z()[grid.index(i, j, layer)] < 0;
    }

    private Domain from(int i0, int j0) {
      Domain d = new Domain();
      Deque<Place> open = new ArrayDeque<>();
      seen[i0 + grid.nx() * j0] = true;
      open.add(new Place(0, 0));
      while (!open.isEmpty()) {
        Place p = open.remove();
        d.add(p.i, p.j);
        for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
          Place next = new Place(p.i + step[0], p.j + step[1]);
          int i = at(i0 + next.i, grid.nx(), grid.edgesX());
          int j = at(j0 + next.j, grid.ny(), grid.edgesY());
          if (i < 0 || j < 0 || m.isZero(grid.index(i, j, layer))) {
            d.touchesEdge = true;
          } else if (isNew(i, j)) {
            seen[i + grid.nx() * j] = true;
            open.add(next);
          }
        }
      }
      return d;
    }

    /** The place within the film; -1 where there is none. */
    private static int at(int i, int n, Edges edges) {
      if (edges == Edges.PERIODIC) {
        return Math.floorMod(i, n);
      }
      return i < n ? i : -1;
    }
  }
}
