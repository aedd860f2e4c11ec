package hopfilm.experiment;

import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.magnet.DemagKind;
import java.util.List;

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

  /** Which of the cells hold film. */
  public CellMask cells() {
    CellMask cells = CellMask.full(grid());
    if (outline != null) {
      cells = cells.within(outline.shape());
    }
    for (Cut cut : mask) {
      cells =
          cut.keepsInside()
              ? cells.within(cut.outline().shape())
              : cells.without(cut.outline().shape());
    }
    return cells;
  }
}
