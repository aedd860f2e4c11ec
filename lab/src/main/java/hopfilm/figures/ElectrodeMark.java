package hopfilm.figures;

import hopfilm.drawing.ClosedLines;
import hopfilm.drawing.DrawingBudget;
import hopfilm.drawing.DrawingException;
import hopfilm.grid.Combined;
import hopfilm.grid.Contours;
import hopfilm.grid.Disc;
import hopfilm.grid.Ellipse;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Moved;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.transport.Electrode;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An electrode as it is drawn on a film.
 *
 * @param name such as {@code n1}
 * @param patches where it touches the film
 * @param face on which it lies; null through the film
 */
public record ElectrodeMark(String name, List<Patch> patches, Face face) {

  /**
   * A part of an electrode. Shapes are in metres, x to the right and y up, corner of the film at
   * the origin; what lies outside the film is clipped.
   *
   * @param outline its shape from above
   * @param onFace its shape on the face of the electrode, or seen from above if there is none
   * @param isInverted whether it has minus the voltage of the electrode
   */
  public record Patch(Shape outline, Shape onFace, boolean isInverted) {
    /** The voltage on it [V], given that of the electrode. */
    double voltage(double electrode) {
      return isInverted ? -electrode : electrode;
    }
  }

  /** A mark of an electrode of one patch that goes through the film. */
  public ElectrodeMark(String name, Shape outline) {
    this(name, List.of(new Patch(outline, outline, false)), null);
  }

  /** The mark of an electrode of the simulation; on an upright face a line, as seen from above. */
  public static ElectrodeMark of(Electrode electrode, Grid film) {
    List<Patch> patches =
        electrode.patches().stream().map(p -> patch(p, electrode.face(), film)).toList();
    return new ElectrodeMark(electrode.name(), patches, electrode.face());
  }

  /** The same without a name. */
  public ElectrodeMark unnamed() {
    return new ElectrodeMark("", patches, face);
  }

  private static Patch patch(Electrode.Patch patch, Face face, Grid film) {
    Shape outline = outline(patch.shape());
    if (face == null || face.axis() == 2) {
      return new Patch(outline, outline, patch.isInverted());
    }
    Rectangle2D box = outline.getBounds2D();
    double at = face.isHigh() ? film.size(face.axis()) : 0;
    return new Patch(
        face.axis() == 0
            ? new Rectangle2D.Double(at, box.getX(), 0, box.getWidth())
            : new Rectangle2D.Double(box.getX(), at, box.getWidth(), 0),
        outline,
        patch.isInverted());
  }

  /** A shape of the simulation as closed lines of corners {x, y} [m]. */
  public static List<List<double[]>> lines(hopfilm.grid.Shape shape) {
    DrawingBudget budget = new DrawingBudget();
    try {
      return ClosedLines.of(budget.area(outline(shape, budget)));
    } catch (DrawingException e) {
      return ClosedLines.of(new Area(box(shape)));
    }
  }

  /** Where it is too intricate to be drawn, the box around it. */
  private static Shape outline(hopfilm.grid.Shape shape) {
    try {
      DrawingBudget budget = new DrawingBudget();
      Shape outline = outline(shape, budget);
      budget.require(outline); // areas are made of it
      return outline;
    } catch (DrawingException e) {
      return box(shape);
    }
  }

  private static Rectangle2D box(hopfilm.grid.Shape shape) {
    Rectangle r = shape.box();
    return new Rectangle2D.Double(r.x0(), r.y0(), r.x1() - r.x0(), r.y1() - r.y0());
  }

  private static Shape outline(hopfilm.grid.Shape shape, DrawingBudget budget)
      throws DrawingException {
    if (shape instanceof Disc d) {
      double r = d.radius();
      return new Ellipse2D.Double(d.cx() - r, d.cy() - r, 2 * r, 2 * r);
    }
    if (shape instanceof Rectangle) {
      return box(shape);
    }
    if (shape instanceof Ellipse e) {
      return new Ellipse2D.Double(e.cx() - e.a(), e.cy() - e.b(), 2 * e.a(), 2 * e.b());
    }
    if (shape instanceof Moved m) {
      AffineTransform move = AffineTransform.getTranslateInstance(m.dx(), m.dy());
      move.rotate(m.angle(), m.centreX(), m.centreY());
      return move.createTransformedShape(outline(m.shape(), budget));
    }
    if (shape instanceof Combined c) {
      return combined(c, budget);
    }
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    List<Polygon> lines = shape instanceof Contours c ? c.lines() : List.of((Polygon) shape);
    lines.forEach(line -> path.append(line(line), false));
    return path;
  }

  private static Shape combined(Combined shape, DrawingBudget budget) throws DrawingException {
    if (shape.how() == Combined.How.UNION && areApart(shape.parts())) {
      Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
      for (hopfilm.grid.Shape part : shape.parts()) {
        path.append(outline(part, budget), false);
      }
      return path;
    }
    Area all = budget.area(outline(shape.parts().get(0), budget));
    for (hopfilm.grid.Shape part : shape.parts().subList(1, shape.parts().size())) {
      BiConsumer<Area, Area> how =
          switch (shape.how()) {
            case UNION -> Area::add;
            case INTERSECTION -> Area::intersect;
            case DIFFERENCE -> Area::subtract;
          };
      budget.combine(all, budget.area(outline(part, budget)), how);
    }
    return all;
  }

  /** Whether no two boxes share a point: the parts beside each other are their union. */
  private static boolean areApart(List<hopfilm.grid.Shape> parts) {
    for (int k = 0; k < parts.size(); k++) {
      Rectangle r = parts.get(k).box();
      for (int l = 0; l < k; l++) {
        Rectangle q = parts.get(l).box();
        boolean overlapAlongX = r.x0() <= q.x1() && q.x0() <= r.x1();
        if (overlapAlongX && r.y0() <= q.y1() && q.y0() <= r.y1()) {
          return false;
        }
      }
    }
    return true;
  }

  private static Shape line(Polygon p) {
    double[] x = p.x();
    double[] y = p.y();
    Path2D path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int k = 1; k < x.length; k++) {
      path.lineTo(x[k], y[k]);
    }
    path.closePath();
    return path;
  }
}
