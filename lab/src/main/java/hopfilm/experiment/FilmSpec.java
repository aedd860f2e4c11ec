package hopfilm.experiment;

import hopfilm.grid.CellMask;
import hopfilm.grid.Combined;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.grid.Shape;
import hopfilm.magnet.DemagKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The film.
 *
 * @param sizeX extent along x [m]
 * @param sizeY extent along y [m]
 * @param cell edge of the square cells [m]
 * @param thickness [m]
 * @param layers of cells that share the thickness
 * @param edges what lies beyond its edges
 * @param fields of long range
 * @param outline within this size; null for all of it
 * @param mask what is cut out
 */
public record FilmSpec(
    double sizeX,
    double sizeY,
    double cell,
    double thickness,
    int layers,
    FilmEdges edges,
    LongRange fields,
    Outline outline,
    List<Cut> mask) {

  /**
   * A part of the mask.
   *
   * @param keepsInside whether film remains inside the outline only, not outside of it only
   */
  public record Cut(Outline outline, boolean keepsInside) {}

  /**
   * Fields of long range.
   *
   * @param demag the demagnetising field
   * @param oersted whether the current makes its Oersted field
   */
  public record LongRange(DemagKind demag, boolean oersted) {}

  /** Copies the list. */
  public FilmSpec {
    mask = List.copyOf(mask);
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

  /** Cells along x. */
  public int nx() {
    return Math.toIntExact(Math.round(sizeX / cell));
  }

  /** Cells along y. */
  public int ny() {
    return Math.toIntExact(Math.round(sizeY / cell));
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

  /** Its own outline, and those of the mask. */
  public List<Outline> outlines() {
    return Stream.concat(Stream.ofNullable(outline), mask.stream().map(Cut::outline)).toList();
  }

  /** A shape that its cells are in, or are not in. */
  private record Side(Shape shape, boolean isInside) {}

  /** In their order; cuts that follow each other are one. */
  private List<Side> sides() {
    List<Side> sides = new ArrayList<>();
    if (outline != null) {
      sides.add(new Side(outline.shape(), true));
    }
    List<Shape> cuts = new ArrayList<>();
    for (Cut cut : mask) {
      if (cut.keepsInside()) {
        addCuts(cuts, sides);
        sides.add(new Side(cut.outline().shape(), true));
      } else {
        cuts.add(cut.outline().shape());
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

  /** Which of the cells hold film. */
  public CellMask cells() {
    CellMask cells = CellMask.full(grid());
    for (Side side : sides()) {
      cells = side.isInside ? cells.within(side.shape) : cells.without(side.shape);
    }
    return cells;
  }
}
