package hopfilm.where;

import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.transport.Electrode;
import java.util.List;

/**
 * Where the cells of a film, seen from above, lie among its contacts: how far from the rim of the
 * nearest one, in radii of that contact, and between which two, the nearest ones. The radius of a
 * contact that is no disc is half the longer side of its box, at least one cell; of several patches
 * the first one counts.
 */
final class ContactRegions {

  /** Distances from the nearest contact. */
  enum Ring {
    UNDER("under a contact", 0),
    RIM("within 1/4 radius of one", 0.25),
    NEAR("1/4 to 1/2 radius away", 0.5),
    AROUND("1/2 to 1 radius away", 1),
    FAR("more than 1 radius away", Double.POSITIVE_INFINITY);

    private final String text;
    private final double end;

    Ring(String text, double end) {
      this.text = text;
      this.end = end;
    }

    String text() {
      return text;
    }

    static Ring of(double radii) {
      for (Ring ring : values()) {
        if (radii <= ring.end) {
          return ring;
        }
      }
      return FAR;
    }
  }

  private final Ring[] rings;
  private final int[] nearest;
  private final int[] second;

  ContactRegions(Grid film, List<Electrode> electrodes) {
    int columns = film.nx() * film.ny();
    this.rings = new Ring[columns];
    this.nearest = new int[columns];
    this.second = new int[columns];
    List<List<Shape>> shapes = electrodes.stream().map(e -> fromAbove(e, film)).toList();
    double[] radius = shapes.stream().mapToDouble(s -> radius(s.get(0), film)).toArray();
    double[] distance = new double[shapes.size()];
    for (int c = 0; c < columns; c++) {
      double x = (c % film.nx() + 0.5) * film.dx();
      double y = (Math.floorDiv(c, film.nx()) + 0.5) * film.dy();
      for (int k = 0; k < distance.length; k++) {
        distance[k] = Double.POSITIVE_INFINITY;
        for (Shape patch : shapes.get(k)) {
          distance[k] = Math.min(distance[k], distance(patch, film, x, y));
        }
      }
      nearest[c] = least(distance, -1);
      second[c] = least(distance, nearest[c]);
      rings[c] = Ring.of(distance[nearest[c]] / radius[nearest[c]]);
    }
  }

  private static int least(double[] distance, int but) {
    int least = -1;
    for (int k = 0; k < distance.length; k++) {
      if (k != but && (least < 0 || distance[k] < distance[least])) {
        least = k;
      }
    }
    return least;
  }

  /** A contact on an upright face is a line. */
  private static List<Shape> fromAbove(Electrode electrode, Grid film) {
    return electrode.shapes().stream().map(s -> fromAbove(s, electrode.face(), film)).toList();
  }

  private static Shape fromAbove(Shape shape, Face face, Grid film) {
    if (face == null || face.axis() == 2) {
      return shape;
    }
    Rectangle box = shape.box();
    double at = face.isHigh() ? film.size(face.axis()) : 0;
    return face.axis() == 0
        ? new Rectangle(at, box.x0(), at, box.x1())
        : new Rectangle(box.x0(), at, box.x1(), at);
  }

  private static double radius(Shape shape, Grid film) {
    Rectangle box = shape.box();
    double side = Math.max(box.x1() - box.x0(), box.y1() - box.y0());
    return Math.max(0.5 * side, Math.max(film.dx(), film.dy()));
  }

  private static double distance(Shape shape, Grid film, double x, double y) {
    int imagesX = film.edgesX() == Edges.PERIODIC ? 1 : 0;
    int imagesY = film.edgesY() == Edges.PERIODIC ? 1 : 0;
    double least = Double.POSITIVE_INFINITY;
    for (int a = -imagesX; a <= imagesX; a++) {
      for (int b = -imagesY; b <= imagesY; b++) {
        least = Math.min(least, shape.distance(x + a * film.sizeX(), y + b * film.sizeY()));
      }
    }
    return least;
  }

  /** How far a column of cells, i + nx j, is from the nearest contact. */
  Ring ring(int column) {
    return rings[column];
  }

  /** True if these are the two nearest contacts of a column of cells. */
  boolean isBetween(int column, int one, int other) {
    return Math.min(nearest[column], second[column]) == Math.min(one, other)
        && Math.max(nearest[column], second[column]) == Math.max(one, other);
  }
}
