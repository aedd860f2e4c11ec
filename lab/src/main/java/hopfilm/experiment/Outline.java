package hopfilm.experiment;

import hopfilm.grid.Combined.How;
import hopfilm.grid.Contours;
import hopfilm.grid.Moved;
import hopfilm.grid.Polygon;
import hopfilm.grid.Shape;
import java.util.ArrayList;
import java.util.List;

/** The outline of a contact, of a film, or of what is cut out of it [m]; plain values. */
public sealed interface Outline {

  /** For the engine. */
  Shape shape();

  /** How many simple shapes it stands for, copies included. */
  default double shapes() {
    return 1;
  }

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

  /** An ellipse with its axes along x and y, by its centre and its size. */
  record Ellipse(double x, double y, double sizeX, double sizeY) implements Outline {
    @Override
    public Shape shape() {
      return new hopfilm.grid.Ellipse(x, y, sizeX / 2, sizeY / 2);
    }
  }

  /** What lies between two circles. */
  record Ring(double x, double y, double radius, double inner) implements Outline {
    @Override
    public Shape shape() {
      return new hopfilm.grid.Combined(
          How.DIFFERENCE,
          List.of(new hopfilm.grid.Disc(x, y, radius), new hopfilm.grid.Disc(x, y, inner)));
    }
  }

  /** Closed lines, each of corners {x, y}; what an odd number of them encloses is inside. */
  record Lines(List<List<List<Double>>> lines) implements Outline {
    @Override
    public Shape shape() {
      return new Contours(lines.stream().map(line -> (Polygon) new Points(line).shape()).toList());
    }
  }

  /** Outlines taken together. */
  record Combined(How how, List<Outline> parts) implements Outline {
    /** Copies the list. */
    public Combined {
      parts = List.copyOf(parts);
    }

    @Override
    public Shape shape() {
      return new hopfilm.grid.Combined(how, parts.stream().map(Outline::shape).toList());
    }

    @Override
    public double shapes() {
      return parts.stream().mapToDouble(Outline::shapes).sum();
    }
  }

  /**
   * Copies of an outline in rows and columns, the first in its own place.
   *
   * @param angle by which each is turned about the middle of its box, counter-clockwise [rad]
   * @param rows of copies, along y
   * @param columns of copies, along x
   * @param stepX from copy to copy along x [m]
   * @param stepY from copy to copy along y [m]
   */
  record Copies(Outline outline, double angle, int rows, int columns, double stepX, double stepY)
      implements Outline {
    @Override
    public Shape shape() {
      Shape one = outline.shape();
      List<Shape> all = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          all.add(new Moved(one, angle, column * stepX, row * stepY));
        }
      }
      return hopfilm.grid.Combined.union(all);
    }

    @Override
    public double shapes() {
      return (double) rows * columns * outline.shapes();
    }
  }
}
