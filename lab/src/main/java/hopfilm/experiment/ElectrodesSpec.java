package hopfilm.experiment;

import hopfilm.experiment.Keys.Cases;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.Word;
import hopfilm.experiment.Keys.Words;
import hopfilm.grid.Grid;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.transport.RowGrid;
import hopfilm.transport.WiredGrid;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/** Where the contacts are; those of a layout are all of one kind. */
public sealed interface ElectrodesSpec
    permits ElectrodesSpec.None, ElectrodesSpec.Layout, ListedElectrodes {

  /** The electrodes on a film, in electrode order. */
  List<Electrode> on(Grid film);

  /** Their names, in electrode order. */
  default List<String> names(Grid film) {
    return on(film).stream().map(Electrode::name).toList();
  }

  /** The contact of each electrode. */
  List<? extends ContactKind> contacts();

  default int count() {
    return contacts().size();
  }

  /** What is given at each electrode. */
  default List<Electrode.Drive> drives() {
    return contacts().stream().map(ContactKind::drive).toList();
  }

  /** Whether the film under some electrodes stays at ambient temperature. */
  default boolean hasHeatSinks() {
    return contacts().stream().anyMatch(ContactKind::heatSink);
  }

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

  /** A film without contacts: no current, no conductances, no network. */
  record None() implements ElectrodesSpec {
    /** What a file says for it. */
    public static final String WORD = "none";

    @Override
    public List<Electrode> on(Grid film) {
      return List.of();
    }

    @Override
    public List<ContactKind> contacts() {
      return List.of();
    }
  }

  /** The section {@code electrodes} where it is no list. */
  record Laid(
      @Key("standard arrangement; write a list of electrodes or `electrodes: none` instead")
          @Words({"corners", "sides-x", "sides-y", "edge-centres", "grid", "wired", "rows"})
          @Default("corners")
          Layout layout) {}

  /** Electrodes that are all of one kind. */
  @Cases(refusal = ExperimentMessage.LAYOUT_HAS_NO)
  sealed interface Layout extends ElectrodesSpec
      permits Corners, EdgeCentres, Discs, Wired, Rows, SidesX, SidesY {
    /** Their kind. */
    ContactKind.OfAll contact();

    @Override
    int count();

    @Override
    default List<ContactKind> contacts() {
      return Collections.nCopies(count(), contact());
    }
  }

  /** Discs in rows and columns. */
  record GridSize(int rows, int columns) {
    /** How many. */
    public int count() {
      return rows * columns;
    }

    @Override
    public String toString() {
      return rows + "x" + columns;
    }
  }

  /** Quarter discs at the corners, counter-clockwise from the origin. */
  record Corners(
      @Key("radius of discs, by default at most 0.3 of the shorter side; also sets listed discs")
          @In(Outline.LENGTH)
          @Default("154 nm")
          double radius,
      @Inline ContactKind.OfAll contact)
      implements Layout {
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
  @Word("sides-x")
  record SidesX(@Inline ContactKind.OfAll contact) implements Layout {
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
  @Word("sides-y")
  record SidesY(@Inline ContactKind.OfAll contact) implements Layout {
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
  @Word("edge-centres")
  record EdgeCentres(
      @Key("length of each electrode along its edge (edge-centres)") @In(Outline.LENGTH)
          double length,
      @Inline ContactKind.OfAll contact)
      implements Layout {
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
  @Word("grid")
  record Discs(
      @Key("grid of discs") @In("rows x columns, such as 3x3") GridSize grid,
      double radius,
      @Key("distance of the outer centres from the film edge (grid, wired, rows)")
          @In("nm, 0 nm to 10 mm")
          double margin,
      @Inline ContactKind.OfAll contact)
      implements Layout {
    /** Along y. */
    public int rows() {
      return grid.rows();
    }

    /** Along x. */
    public int columns() {
      return grid.columns();
    }

    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(ElectrodeLayouts.grid(film, rows(), columns(), radius, margin));
    }

    @Override
    public int count() {
      return grid.count();
    }
  }

  /** Discs in rows and columns, several of them joined to one electrode. */
  record Wired(Plan wired, double radius, double margin, @Inline ContactKind.OfAll contact)
      implements Layout {

    /** What is joined to what. */
    public record Plan(
        @Key("grid of contact pads, several for each electrode") @In("rows x columns, such as 8x8")
            GridSize grid,
        @Key("electrodes with equally many pads each") @In("2 to 1024") int neurons,
        @Key(name = "signs", value = "`both` puts half of each electrode's pads behind an inverter")
            @Words(
                value = {"plain", "both"},
                yes = "both")
            @Default("both")
            boolean hasBothSigns,
        @Key("seed of the wiring; all pairs of electrodes have adjacent pads") @Default("1")
            long seed) {
      public WiredGrid.Plan forEngine() {
        return new WiredGrid.Plan(grid.rows(), grid.columns(), neurons, hasBothSigns, seed);
      }
    }

    /** Which discs are joined; the first search for a plan takes a while. */
    public WiredGrid wiring() {
      return WiredGrid.of(wired.forEngine());
    }

    @Override
    public List<String> names(Grid film) {
      return wired.forEngine().names(); // without a search
    }

    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(wiring().on(film, radius, margin));
    }

    @Override
    public boolean hasInverters() {
      return wired.hasBothSigns();
    }

    @Override
    public int count() {
      return wired.neurons();
    }
  }

  /**
   * Discs in rows and columns as a checkerboard: one colour is the electrode row, the other is
   * dealt to pixels p1, p2, ...
   */
  record Rows(Plan rows, double radius, double margin, @Inline ContactKind.OfAll contact)
      implements Layout {

    /** How the discs are shared. */
    public record Plan(
        @Key("checkerboard of pads: one colour is the electrode `row`, the other the pixels")
            @In("rows x columns, such as 8x8")
            GridSize grid,
        @Key(
                "distance of pads; film.size and margin follow, radius (0.27 of it) and film.cell by default")
            @In("nm, 1 nm to 1 mm")
            OptionalDouble spacing,
        @Key("pixels with equally many pads; surplus pads are unused") @In("1 to 512") int pixels,
        @Key("min mean number of junctions between a pixel and the row") @In("0.5 to 1000")
            OptionalDouble places,
        @Key("seed of the layout; all pixels have equally many junctions") @Default("1")
            long seed) {
      public RowGrid.Plan forEngine() {
        return new RowGrid.Plan(grid.rows(), grid.columns(), pixels, seed);
      }
    }

    /** Which discs are joined. */
    public RowGrid dealt() {
      return RowGrid.of(rows.forEngine());
    }

    /** Of each pixel, at how many places it meets the row. */
    public List<Integer> places() {
      return dealt().places();
    }

    @Override
    public List<Electrode> on(Grid film) {
      return contact.of(dealt().on(film, radius, margin));
    }

    @Override
    public int count() {
      return rows.pixels() + 1;
    }
  }
}
