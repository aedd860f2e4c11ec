package hopfilm.study;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;

/**
 * The film.
 *
 * @param sizeX extent along x [m]
 * @param sizeY extent along y [m]
 * @param cell edge of the square cells [m]
 * @param thickness [m]
 * @param edges what lies beyond its edges
 */
public record FilmSpec(double sizeX, double sizeY, double cell, double thickness, FilmEdges edges) {

  /** Which edges are periodic. */
  public enum FilmEdges {
    OPEN,
    PERIODIC_X,
    PERIODIC_Y,
    PERIODIC;

    boolean periodicX() {
      return this == PERIODIC_X || this == PERIODIC;
    }

    boolean periodicY() {
      return this == PERIODIC_Y || this == PERIODIC;
    }
  }

  /** Cells along x. */
  public int nx() {
    return Math.toIntExact(Math.round(sizeX / cell));
  }

  /** Cells along y. */
  public int ny() {
    return Math.toIntExact(Math.round(sizeY / cell));
  }

  /** The cells of the film, one layer. */
  public Grid grid() {
    return Grid.film(
        nx(),
        ny(),
        cell,
        thickness,
        edges.periodicX() ? Edges.PERIODIC : Edges.OPEN,
        edges.periodicY() ? Edges.PERIODIC : Edges.OPEN);
  }
}
