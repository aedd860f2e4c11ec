package hopfilm.study;

import hopfilm.grid.Disc;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes of the engine as shapes that can be drawn. */
final class Outlines {

  private Outlines() {}

  static java.awt.Shape of(Shape shape) {
    if (shape instanceof Disc d) {
      return new Ellipse2D.Double(
          d.cx() - d.radius(), d.cy() - d.radius(), 2 * d.radius(), 2 * d.radius());
    }
    if (shape instanceof Rectangle r) {
      return new Rectangle2D.Double(r.x0(), r.y0(), r.x1() - r.x0(), r.y1() - r.y0());
    }
    Polygon p = (Polygon) shape;
    Path2D path = new Path2D.Double();
    path.moveTo(p.x()[0], p.y()[0]);
    for (int i = 1; i < p.x().length; i++) {
      path.lineTo(p.x()[i], p.y()[i]);
    }
    path.closePath();
    return path;
  }
}
