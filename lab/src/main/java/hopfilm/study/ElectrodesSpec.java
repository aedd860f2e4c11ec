package hopfilm.study;

import hopfilm.grid.Grid;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import java.util.List;

/** Where the contacts are; those of a layout all have the same resistance [Ohm]. */
public sealed interface ElectrodesSpec {

  /** The electrodes on a film, in electrode order. */
  List<Electrode> on(Grid film);

  /** Number of electrodes. */
  int count();

  private static List<Electrode> with(double resistance, List<Electrode> electrodes) {
    return electrodes.stream().map(e -> new Electrode(e.name(), e.shape(), resistance)).toList();
  }

  /** Quarter discs at the corners, counter-clockwise from the origin. */
  record Corners(double radius, double resistance) implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return with(resistance, ElectrodeLayouts.corners(film, radius));
    }

    @Override
    public int count() {
      return 4;
    }
  }

  /** The whole left and right edge. */
  record SidesX(double resistance) implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return with(resistance, ElectrodeLayouts.sidesX(film));
    }

    @Override
    public int count() {
      return 2;
    }
  }

  /** The whole bottom and top edge. */
  record SidesY(double resistance) implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return with(resistance, ElectrodeLayouts.sidesY(film));
    }

    @Override
    public int count() {
      return 2;
    }
  }

  /** Segments in the middle of each edge: left, bottom, right, top. */
  record EdgeCentres(double length, double resistance) implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return with(resistance, ElectrodeLayouts.edgeCentres(film, length));
    }

    @Override
    public int count() {
      return 4;
    }
  }

  /** Discs in rows and columns, row by row from the top left. */
  record Discs(int rows, int columns, double radius, double margin, double resistance)
      implements ElectrodesSpec {
    @Override
    public List<Electrode> on(Grid film) {
      return with(resistance, ElectrodeLayouts.grid(film, rows, columns, radius, margin));
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
      return entries.stream()
          .map(e -> new Electrode(e.name(), e.outline().shape(), e.resistance()))
          .toList();
    }

    @Override
    public int count() {
      return entries.size();
    }
  }

  /**
   * A named electrode.
   *
   * @param resistance of the contact [Ohm]
   */
  record Entry(String name, Outline outline, double resistance) {}
}
