package hopfilm.drawing;

import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The rim of an area as closed lines of straight pieces. */
public final class ClosedLines {

  /** How far a straight piece may be from the curve that it stands for, of the larger side. */
  private static final double FLATNESS = 4e-4;

  private ClosedLines() {}

  /**
   * The lines; what an odd number of them encloses belongs to the area.
   *
   * @return lines of corners {x, y} in the unit of the area
   */
  public static List<List<double[]>> of(Area area) {
    List<List<double[]>> lines = new ArrayList<>();
    List<double[]> line = new ArrayList<>();
    double[] at = new double[6];
    for (PathIterator p = area.getPathIterator(null, flatness(area.getBounds2D()));
        !p.isDone();
        p.next()) {
      int kind = p.currentSegment(at);
      if (kind == PathIterator.SEG_MOVETO) {
        add(lines, line);
        line = new ArrayList<>();
      }
      if (kind != PathIterator.SEG_CLOSE) {
        line.add(new double[] {at[0], at[1]});
      }
    }
    add(lines, line);
    return lines;
  }

  /** Moves corners from a picture of width by height to one around a centre with a size {x, y}. */
  public static void place(
      List<List<double[]>> lines, int width, int height, double[] centre, double[] size) {
    for (List<double[]> line : lines) {
      for (double[] p : line) {
        p[0] = centre[0] + (p[0] / width - 0.5) * size[0];
        p[1] = centre[1] + (p[1] / height - 0.5) * size[1];
      }
    }
  }

  static double flatness(Rectangle2D box) {
    return FLATNESS * Math.max(box.getWidth(), box.getHeight());
  }

  private static void add(List<List<double[]>> lines, List<double[]> line) {
    List<double[]> corners = new ArrayList<>();
    for (int k = 0; k < line.size(); k++) {
      double[] p = line.get(k);
      double[] q = line.get((k + 1) % line.size());
      if (p[0] != q[0] || p[1] != q[1]) {
        corners.add(p);
      }
    }
    if (corners.size() >= 3) {
      lines.add(corners);
    }
  }
}
