package hopfilm.figures;

import hopfilm.grid.Disc;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.transport.Electrode;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

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

  private static Shape outline(hopfilm.grid.Shape shape) {
    if (shape instanceof Disc d) {
      double r = d.radius();
      return new Ellipse2D.Double(d.cx() - r, d.cy() - r, 2 * r, 2 * r);
    }
    if (shape instanceof Rectangle r) {
      return new Rectangle2D.Double(r.x0(), r.y0(), r.x1() - r.x0(), r.y1() - r.y0());
    }
    Polygon p = (Polygon) shape;
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
