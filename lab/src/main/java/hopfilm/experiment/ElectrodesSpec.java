package hopfilm.experiment;

import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Shape;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import java.util.Collections;
import java.util.List;

/** Where the contacts are; those of a layout are all of one kind. */
public sealed interface ElectrodesSpec {

  /** The electrodes on a film, in electrode order. */
  List<Electrode> on(Grid film);

  /** Number of electrodes. */
  int count();

  /** What is given at each electrode. */
  List<Electrode.Drive> drives();

  /** Whether the film under each electrode stays at ambient temperature. */
  List<Boolean> heatSinks();

  /**
   * What kind of contact an electrode is.
   *
   * @param resistance in series [Ohm]
   * @param drive what is given at it
   * @param heatSink whether the film under it stays at ambient temperature
   */
  record Contact(double resistance, Electrode.Drive drive, boolean heatSink) {
    /** An ideal contact of given voltage. */
    public static final Contact IDEAL = new Contact(0, Electrode.Drive.VOLTAGE);

    /** A contact that takes no heat. */
    public Contact(double resistance, Electrode.Drive drive) {
      this(resistance, drive, false);
    }

    Electrode electrode(String name, Shape shape) {
      return new Electrode(name, shape, resistance, drive);
    }

    private List<Electrode> of(List<Electrode> electrodes) {
      return electrodes.stream().map(e -> electrode(e.name(), e.shape())).toList();
    }
  }

  /** Electrodes that are all of one kind. */
  sealed interface Layout extends ElectrodesSpec {
    /** Their kind. */
    Contact contact();

    @Override
    default List<Electrode.Drive> drives() {
      return Collections.nCopies(count(), contact().drive());
    }

    @Override
    default List<Boolean> heatSinks() {
      return Collections.nCopies(count(), contact().heatSink());
    }
  }

  /** Quarter discs at the corners, counter-clockwise from the origin. */
  record Corners(double radius, Contact contact) implements Layout {
    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(ElectrodeLayouts.corners(film, radius));
    }

    @Override
    public int count() {
      return 4;
    }
  }

  /** The whole left and right edge. */
  record SidesX(Contact contact) implements Layout {
    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(ElectrodeLayouts.sidesX(film));
    }

    @Override
    public int count() {
      return 2;
    }
  }

  /** The whole bottom and top edge. */
  record SidesY(Contact contact) implements Layout {
    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(ElectrodeLayouts.sidesY(film));
    }

    @Override
    public int count() {
      return 2;
    }
  }

  /** Segments in the middle of each edge: left, bottom, right, top. */
  record EdgeCentres(double length, Contact contact) implements Layout {
    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(ElectrodeLayouts.edgeCentres(film, length));
    }

    @Override
    public int count() {
      return 4;
    }
  }

  /** Discs in rows and columns, row by row from the top left. */
  record Discs(int rows, int columns, double radius, double margin, Contact contact)
      implements Layout {
    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(ElectrodeLayouts.grid(film, rows, columns, radius, margin));
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
          .map(e -> e.contact().electrode(e.name(), e.outline().shape()).on(e.face()))
          .toList();
    }

    @Override
    public int count() {
      return entries.size();
    }

    @Override
    public List<Electrode.Drive> drives() {
      return entries.stream().map(e -> e.contact().drive()).toList();
    }

    @Override
    public List<Boolean> heatSinks() {
      return entries.stream().map(e -> e.contact().heatSink()).toList();
    }
  }

  /**
   * A named electrode.
   *
   * @param face where it lies, its outline in the two other coordinates; null through the film
   */
  record Entry(String name, Outline outline, Contact contact, Face face) {}
}
