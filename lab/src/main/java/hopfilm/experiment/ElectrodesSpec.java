package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.Words;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.WiredGrid;
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

  /** Simple shapes that the file gives, copies included; a layout has none. */
  default double shapes() {
    return 0;
  }

  /** Whether patches have minus the voltage of their electrode. */
  default boolean hasInverters() {
    return false;
  }

  /** Whether some lie on faces of the film and do not go through it. */
  default boolean hasFaces() {
    return false;
  }

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

    private List<Electrode> of(List<Electrode> electrodes) {
      return electrodes.stream()
          .map(e -> new Electrode(e.name(), e.patches(), resistance, drive, e.face()))
          .toList();
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

  /** Discs in rows and columns, several of them joined to one electrode. */
  record Wired(WiredGrid wiring, double radius, double margin, Contact contact) implements Layout {
    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(wiring.on(film, radius, margin));
    }

    @Override
    public boolean hasInverters() {
      return wiring.plan().hasBothSigns();
    }

    @Override
    public int count() {
      return wiring.plan().neurons();
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
          .map(
              e ->
                  new Electrode(
                      e.name(),
                      e.patches().stream().map(Patch::onFilm).toList(),
                      e.contact().resistance(),
                      e.contact().drive(),
                      e.face()))
          .toList();
    }

    @Override
    public double shapes() {
      return entries.stream()
          .flatMap(e -> e.patches().stream())
          .mapToDouble(p -> p.placed().shapes())
          .sum();
    }

    @Override
    public boolean hasInverters() {
      return entries.stream().flatMap(e -> e.patches().stream()).anyMatch(Patch::isInverted);
    }

    @Override
    public boolean hasFaces() {
      return entries.stream().anyMatch(e -> e.face() != null);
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
   * @param patches where it touches the film, one or several
   * @param face where it lies, its outlines in the two other coordinates; null through the film
   */
  record Entry(String name, List<Patch> patches, Contact contact, Face face) {
    /** Copies the list. */
    public Entry {
      patches = List.copyOf(patches);
    }

    /** True if it is one contact as it is, without a sign. */
    public boolean isPlain() {
      return patches.size() == 1;
    }
  }

  /** A part of an electrode, which may have minus its voltage. */
  record Patch(
      @Inline Outline.Placed placed,
      @Key(
              name = "sign",
              value =
                  "- is behind an inverter: it has minus the voltage of the electrode, and its current"
                      + " counts negative")
          @Words({"+", "-"})
          @Default(value = "+", isWritten = false)
          boolean isInverted) {
    /** Its shape. */
    public Outline outline() {
      return placed.shape();
    }

    private Electrode.Patch onFilm() {
      return new Electrode.Patch(placed.onFilm(), isInverted);
    }
  }
}
