package hopfilm.texture;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;

/**
 * The area in which m_z is opposite to its mean over the film: that of a skyrmion. Between the
 * middles of cells m_z is linear on two triangles, so that the area moves by less than a cell. The
 * tilt at free edges, which has topological charge too, does not count.
 *
 * @param area mean over the layers [m^2]
 * @param x of its centre, from the left edge of the film; on a periodic axis within the film, and
 *     NaN without an area [m]
 * @param y the same, from the lower edge [m]
 */
public record ReversedArea(double area, double x, double y) {

  /** Radius of the disc of this area [m]. */
  public double radius() {
    return area > 0 ? Math.sqrt(area / Math.PI) : Double.NaN;
  }

  public static ReversedArea of(VectorField m) {
    return new Sum(m).result();
  }

  /** A corner of a triangle: its place in cells, and m_z, negative where it is reversed. */
  private record Corner(double x, double y, double z) {
    /** The place at which m_z is 0 on the way to a corner of the other sign. */
    Corner zero(Corner other) {
      double f = z / (z - other.z);
      return new Corner(x + f * (other.x - x), y + f * (other.y - y), 0);
    }
  }

  /** Of all triangles: area and first moments, along a periodic axis cosine and sine. */
  private static final class Sum {
    private final VectorField m;
    private final Grid grid;
    private double area;
    private final double[] along = new double[2];
    private final double[] turned = new double[2];

    Sum(VectorField m) {
      this.m = m;
      this.grid = m.grid();
      double sign = m.mean(2) < 0 ? -1 : 1;
      for (int k = 0; k < grid.nz(); k++) {
        for (int j = 0; j < TextureMeasures.last(grid.ny(), grid.edgesY()); j++) {
          for (int i = 0; i < TextureMeasures.last(grid.nx(), grid.edgesX()); i++) {
            Corner a = corner(i, j, k, sign);
            Corner c = corner(i + 1, j + 1, k, sign);
            triangle(a, corner(i + 1, j, k, sign), c);
            triangle(a, c, corner(i, j + 1, k, sign));
          }
        }
      }
    }

    /** Null where there is no film. */
    private Corner corner(int i, int j, int k, double sign) {
      int cell = grid.index(i % grid.nx(), j % grid.ny(), k);
      return m.isZero(cell) ? null : new Corner(i + 0.5, j + 0.5, sign * m.z()[cell]);
    }

    private void triangle(Corner a, Corner b, Corner c) {
      if (a == null || b == null || c == null) {
        return;
      }
      int reversed = (a.z < 0 ? 1 : 0) + (b.z < 0 ? 1 : 0) + (c.z < 0 ? 1 : 0);
      if (reversed == 3) {
        add(a, b, c);
      } else if (reversed > 0) {
        boolean isAlone = reversed == 1; // or the corner that lies alone is not reversed
        if (a.z < 0 == isAlone) {
          cut(a, b, c);
        } else if (b.z < 0 == isAlone) {
          cut(b, c, a);
        } else {
          cut(c, a, b);
        }
      }
    }

    /** A triangle whose first corner lies alone on its side. */
    private void cut(Corner alone, Corner b, Corner c) {
      Corner ab = alone.zero(b);
      Corner ac = alone.zero(c);
      if (alone.z < 0) {
        add(alone, ab, ac);
      } else {
        add(ab, b, c);
        add(ab, c, ac);
      }
    }

    private void add(Corner a, Corner b, Corner c) {
      double part = 0.5 * Math.abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
      area += part;
      add(0, part, (a.x + b.x + c.x) / 3);
      add(1, part, (a.y + b.y + c.y) / 3);
    }

    private void add(int axis, double part, double at) {
      if (grid.edges(axis) == Edges.PERIODIC) {
        double angle = 2 * Math.PI * at / grid.cellsAlong(axis);
        along[axis] += part * Math.cos(angle);
        turned[axis] += part * Math.sin(angle);
      } else {
        along[axis] += part * at;
      }
    }

    private double centre(int axis) {
      if (grid.edges(axis) == Edges.PERIODIC) {
        double part = Math.atan2(turned[axis], along[axis]) / (2 * Math.PI);
        return area > 0 ? (part - Math.floor(part)) * grid.size(axis) : Double.NaN;
      }
      return along[axis] / area * grid.cellSize(axis);
    }

    ReversedArea result() {
      return new ReversedArea(area * grid.dx() * grid.dy() / grid.nz(), centre(0), centre(1));
    }
  }
}
