package hopfilm.drawing;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a drawing may take to be read, counted before the work is done: a short text can hold lines
 * that cross each other millions of times, or an element that is used within others that are used.
 */
final class Effort {

  /** Pieces of lines, and meetings of the boxes around them, in all: some seconds. */
  private static final int MOST = 3_000_000;

  private int spent;

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
    List<Rectangle2D> boxes = new ArrayList<>();
    for (Shape shape : shapes) {
      addBoxes(shape, boxes);
    }
    boxes.sort(Comparator.comparingDouble(Rectangle2D::getMinX));
    spent += 1 + boxes.size();
    for (int k = 0; k < boxes.size(); k++) {
      Rectangle2D a = boxes.get(k);
      for (int l = k + 1; l < boxes.size() && boxes.get(l).getMinX() <= a.getMaxX(); l++) {
        Rectangle2D b = boxes.get(l);
        if (a.getMinY() <= b.getMaxY() && b.getMinY() <= a.getMaxY()) {
          spent++;
        }
        if (spent > MOST) {
          throw tooMuch();
        }
      }
    }
    if (spent > MOST) {
      throw tooMuch();
    }
  }

  private static DrawingException tooMuch() {
    return new DrawingException(
        "the drawing has too many lines, or they cross too often; simplify its paths (Inkscape: Path > Simplify)");
  }

  /** Of each piece of the rim the box around its points, which holds the piece. */
  private static void addBoxes(Shape shape, List<Rectangle2D> boxes) {
    double[] p = new double[6];
    Point2D at = new Point2D.Double();
    Point2D begin = at;
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(p);
      int points =
          switch (kind) {
            case PathIterator.SEG_CUBICTO -> 3;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CLOSE -> 0;
            default -> 1;
          };
      Rectangle2D box = new Rectangle2D.Double(at.getX(), at.getY(), 0, 0);
      for (int k = 0; k < points; k++) {
        box.add(p[2 * k], p[2 * k + 1]);
        at = new Point2D.Double(p[2 * k], p[2 * k + 1]);
      }
      if (kind == PathIterator.SEG_MOVETO) {
        begin = at;
        continue;
      }
      if (kind == PathIterator.SEG_CLOSE) {
        box.add(begin);
        at = begin;
      }
      boxes.add(box);
    }
  }
}
