package hopfilm.experiment;

import hopfilm.grid.Polygon;
import hopfilm.grid.Shape;
import java.util.List;

/** The outline of a contact, of a film, or of what is cut out of it [m]; plain values. */
public sealed interface Outline {

  /** For the engine. */
  Shape shape();

  /** A disc. */
  record Disc(double x, double y, double radius) implements Outline {
    @Override
    public Shape shape() {
      return new hopfilm.grid.Disc(x, y, radius);
    }
  }

  /** A rectangle by its centre and its size. */
  record Rectangle(double x, double y, double sizeX, double sizeY) implements Outline {
    @Override
    public Shape shape() {
      return new hopfilm.grid.Rectangle(x - sizeX / 2, y - sizeY / 2, x + sizeX / 2, y + sizeY / 2);
    }
  }

  /** A polygon by its corners, each {x, y}. */
  record Points(List<List<Double>> corners) implements Outline {
    @Override
    public Shape shape() {
      return new Polygon(
          corners.stream().mapToDouble(c -> c.get(0)).toArray(),
          corners.stream().mapToDouble(c -> c.get(1)).toArray());
    }
  }
}
