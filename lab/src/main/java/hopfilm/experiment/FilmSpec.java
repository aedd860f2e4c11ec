package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.Usual;
import hopfilm.experiment.Keys.Words;
import hopfilm.grid.CellMask;
import hopfilm.grid.Combined;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Shape;
import hopfilm.magnet.DemagKind;
import hopfilm.magnet.ThermalField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The film: the section {@code film}, in SI units. */
public record FilmSpec(
    @Key("extent along x and y")
        @In(value = "nm, 0.01 nm to 10 mm", count = 2)
        @Default("[512 nm, 512 nm]")
        @Usual("4 nm to 100 um")
        List<Double> size,
    @Key("edge length of the square cells") @In("nm, 0.01 nm to 1 um") @Default("4 nm") double cell,
    @Key("extent along z") @In("um, 0.01 nm to 10 mm") @Default("1 um") @Usual("0.3 nm to 10 um")
        double thickness,
    @Key("cell layers; with 2 or more, current flows in three dimensions")
        @In("1 to 10000")
        @Default("1")
        int layers,
    @Key("boundary condition of magnetisation and current") @Default("open") FilmEdges edges,
    @Inline LongRange fields,
    Optional<FieldSource> field,
    @Key("gradient of the thermal noise's temperature along x and y; the middle has `temperature`")
        @In(value = "K/um, -1 MK/um to 1 MK/um", count = 2)
        @Default(value = "[0 K/um, 0 K/um]", isWritten = false)
        List<Double> temperatureGradient,
    @Key(
            "outline within `size`: a disc or ring touches the nearer edges, an ellipse all four, an image covers all")
        @Words({
          "rectangle",
          "disc",
          "polygon",
          "ellipse",
          "ring",
          "union",
          "intersection",
          "difference",
          "svg",
          "image",
          "contours"
        })
        @Default(value = "rectangle", isWritten = false)
        Outline.OfFilm shape,
    @Key(name = "mask", value = "shapes cut out of the film") @In("a list of {shape, ...}")
        Optional<List<Cut>> cuts) {

  /** A part of the mask: film remains outside of it, or inside only. */
  public record Cut(
      @Inline Outline.Placed placed,
      @Key(name = "keep", value = "side of the outline that stays film")
          @Words(
              value = {"outside", "inside"},
              yes = "inside")
          @Default("outside")
          boolean keepsInside) {
    /** Its shape. */
    public Outline outline() {
      return placed.shape();
    }
  }

  /** Fields of long range. */
  public record LongRange(
      @Key("demagnetising field; `local`: thin-film approximation") @Default("off") DemagKind demag,
      @Key("Oersted field of the current in the film, without leads")
          @Words({"off", "on"})
          @Default("off")
          boolean oersted) {}

  /** An empty mask is none. */
  public FilmSpec {
    cuts = cuts.filter(c -> !c.isEmpty());
  }

  /** Extent along x [m]. */
  public double sizeX() {
    return size.get(0);
  }

  /** Extent along y [m]. */
  public double sizeY() {
    return size.get(1);
  }

  /** What is cut out. */
  public List<Cut> mask() {
    return cuts.orElse(List.of());
  }

  /** Its outline within its size; empty for all of it. */
  public Optional<Outline> outline() {
    return shape.within(sizeX(), sizeY());
  }

  /** Which edges are periodic. */
  public enum FilmEdges {
    OPEN,
    PERIODIC_X,
    PERIODIC_Y,
    PERIODIC;

    public boolean periodicX() {
      return this == PERIODIC_X || this == PERIODIC;
    }

    public boolean periodicY() {
      return this == PERIODIC_Y || this == PERIODIC;
    }
  }

  /** Its demagnetising field. */
  public DemagKind demag() {
    return fields.demag;
  }

  /** Whether its current makes an Oersted field. */
  public boolean oersted() {
    return fields.oersted;
  }

  /** Its thermal field, of a temperature in its middle [K]. */
  public ThermalField noise(double temperature, long seed) {
    return new ThermalField(
        temperature, temperatureGradient.get(0), temperatureGradient.get(1), seed);
  }

  /** How much warmer its warmest corner is than its middle [K]. */
  public double warmestCorner() {
    return noise(0, 0).warmest(grid()).temperature();
  }

  /** Cells along x. */
  public int nx() {
    return Math.toIntExact(Math.round(sizeX() / cell));
  }

  /** Cells along y. */
  public int ny() {
    return Math.toIntExact(Math.round(sizeY() / cell));
  }

  /** The cells of the film. */
  public Grid grid() {
    return new Grid(
        nx(),
        ny(),
        layers,
        cell,
        cell,
        thickness / layers,
        new Grid.Boundary(
            edges.periodicX() ? Edges.PERIODIC : Edges.OPEN,
            edges.periodicY() ? Edges.PERIODIC : Edges.OPEN,
            Edges.OPEN));
  }

  /** Simple shapes of its own outline and of the mask, copies included. */
  public double shapes() {
    return outline().map(Outline::shapes).orElse(0.0)
        + mask().stream().mapToDouble(c -> c.placed().shapes()).sum();
  }

  /** A shape that its cells are in, or are not in. */
  private record Side(Shape shape, boolean isInside) {}

  /** In their order; cuts that follow each other are one. */
  private List<Side> sides() {
    List<Side> sides = new ArrayList<>();
    outline().ifPresent(o -> sides.add(new Side(o.shape(), true)));
    List<Shape> cuts = new ArrayList<>();
    for (Cut cut : mask()) {
      if (cut.keepsInside()) {
        addCuts(cuts, sides);
        sides.add(new Side(cut.placed().onFilm(), true));
      } else {
        cuts.add(cut.placed().onFilm());
      }
    }
    addCuts(cuts, sides);
    return sides;
  }

  private static void addCuts(List<Shape> cuts, List<Side> sides) {
    if (!cuts.isEmpty()) {
      sides.add(new Side(Combined.union(cuts), false));
      cuts.clear();
    }
  }

  /** How many comparisons of a point with a shape it takes to find its cells. */
  public double comparisons() {
    double columns = (double) nx() * ny();
    double points = columns * (edges.periodicX() ? 3 : 1) * (edges.periodicY() ? 3 : 1);
    return columns + sides().stream().mapToDouble(s -> points + s.shape.tests(points, cell)).sum();
  }

  /** Whether all cells hold film. */
  public boolean isFull() {
    return sides().isEmpty() || cells().isFull();
  }

  /** Which of the cells hold film. */
  public CellMask cells() {
    CellMask cells = CellMask.full(grid());
    for (Side side : sides()) {
      cells = side.isInside ? cells.within(side.shape) : cells.without(side.shape);
    }
    return cells;
  }
}
