package hopfilm.study;

import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Shape;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import java.util.List;

/** Where the contacts are. */
public sealed interface ElectrodesSpec {

  /** The electrodes on a film, in electrode order. */
  List<Electrode> on(Grid film);

  /** Number of electrodes. */
  int count();

  /** Quarter discs at the corners, counter-clockwise from the origin. */
  record Corners(double radius) implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return ElectrodeLayouts.corners(film, radius);
    }

    @Override
    public int count() {
      return 4;
    }
  }

  /** The whole left and right edge. */
  record SidesX() implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return ElectrodeLayouts.sidesX(film);
    }

    @Override
    public int count() {
      return 2;
    }
  }

  /** The whole bottom and top edge. */
  record SidesY() implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return ElectrodeLayouts.sidesY(film);
    }

    @Override
    public int count() {
      return 2;
    }
  }

  /** Segments in the middle of each edge: left, bottom, right, top. */
  record EdgeCentres(double length) implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return ElectrodeLayouts.edgeCentres(film, length);
    }

    @Override
    public int count() {
      return 4;
    }
  }

  /** Discs in rows and columns, row by row from the top left. */
  record Discs(int rows, int columns, double radius, double margin) implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return ElectrodeLayouts.grid(film, rows, columns, radius, margin);
    }

    @Override
    public int count() {
      return rows * columns;
    }
  }

  /** A list of electrodes. */
  record Listed(List<Entry> entries) implements ElectrodesSpec {
    /** Copies the list. */
    public Listed {
      entries = List.copyOf(entries);
    }

    @Override
    public List<Electrode> on(Grid film) {
      return entries.stream().map(e -> new Electrode(e.name(), e.outline().shape())).toList();
    }

    @Override
    public int count() {
      return entries.size();
    }
  }

  /** A named electrode. */
  record Entry(String name, Outline outline) {}

  /** The outline of a listed electrode [m]. */
  sealed interface Outline {
    Shape shape();
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
}
