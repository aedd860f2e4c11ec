package hopfilm.drawing;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a drawing may take to be read, counted before the work is done. A short text can hold lines
 * that cross each other thousands of times, for which {@link Area} needs memory by their third
 * power, or an element that is used within others that are used.
 */
final class Effort {

  /** How far a chord may be from its curve, of the larger side, as in {@link ClosedLines}. */
  private static final double FLATNESS = 4e-4;

  private static final int MOST_PIECES = 1_000_000;
  private static final long MOST_PAIRS = 1_000_000_000;
  private static final int MOST_CROSSINGS = 2000;

  private int pieces;
  private long pairs;
  private int crossings;

  /** The area of a shape. */
  Area area(Shape shape) throws DrawingException {
    spend(List.of(shape));
    return new Area(shape);
  }

  /** Adds an area to another one. */
  void join(Area all, Area part) throws DrawingException {
    spend(List.of(all, part));
    all.add(part);
  }

  private void spend(List<Shape> shapes) throws DrawingException {
    List<Line2D> chords = new ArrayList<>();
    pieces++;
    for (Shape shape : shapes) {
      addChords(shape, chords);
    }
    chords.sort(Comparator.comparingDouble(c -> Math.min(c.getX1(), c.getX2())));
    for (int k = 0; k < chords.size(); k++) {
      Line2D a = chords.get(k);
      double right = Math.max(a.getX1(), a.getX2());
      for (int l = k + 1; l < chords.size(); l++) {
        Line2D b = chords.get(l);
        if (Math.min(b.getX1(), b.getX2()) > right) {
          break;
        }
        pairs++;
        crossings += cross(a, b) ? 1 : 0;
      }
      requireBounds();
    }
  }

  private void requireBounds() throws DrawingException {
    if (pieces > MOST_PIECES || pairs > MOST_PAIRS || crossings > MOST_CROSSINGS) {
      throw new DrawingException(
          "the drawing has too many lines, or they cross more than %d times; simplify its paths"
              .formatted(MOST_CROSSINGS));
    }
  }

  /** Whether each has its ends on both sides of the other; a common end is no crossing. */
  private static boolean cross(Line2D a, Line2D b) {
    return side(a, b.getX1(), b.getY1()) * side(a, b.getX2(), b.getY2()) < 0
        && side(b, a.getX1(), a.getY1()) * side(b, a.getX2(), a.getY2()) < 0;
  }

  private static double side(Line2D a, double x, double y) {
    return Math.signum(
        (a.getX2() - a.getX1()) * (y - a.getY1()) - (a.getY2() - a.getY1()) * (x - a.getX1()));
  }

  private void addChords(Shape shape, List<Line2D> chords) throws DrawingException {
    Rectangle2D box = shape.getBounds2D();
    double flatness = FLATNESS * Math.max(box.getWidth(), box.getHeight());
    double[] p = new double[6];
    double[] at = new double[2];
    double[] begin = new double[2];
    for (PathIterator i = shape.getPathIterator(null, flatness); !i.isDone(); i.next()) {
      int kind = i.currentSegment(p);
      double[] to = kind == PathIterator.SEG_CLOSE ? begin : new double[] {p[0], p[1]};
      if (kind == PathIterator.SEG_MOVETO) {
        begin = to;
      } else {
        chords.add(new Line2D.Double(at[0], at[1], to[0], to[1]));
        pieces++;
        requireBounds();
      }
      at = to;
    }
  }
}
