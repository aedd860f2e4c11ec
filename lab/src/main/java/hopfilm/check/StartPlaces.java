package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.InitialSpec;
import hopfilm.grid.CellMask;
import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;

/** Skyrmions and walls that would begin outside of the film. */
final class StartPlaces {

  private StartPlaces() {}

  /** What is doubtful, one line each. */
  static List<String> warnings(Experiment e) {
    FilmSpec film = e.film();
    if (e.initial().texture() instanceof InitialSpec.Skyrmions k) {
      return k.centres().orElse(List.of()).stream()
          .filter(c -> !isInFilm(film, c.get(0), c.get(1)))
          .map(c -> warning("initial: the centre of a skyrmion", c, film))
          .toList();
    }
    return e.initial().texture() instanceof InitialSpec.Wall w
        ? w.centre().filter(c -> misses(film, c, w.angle())).stream()
            .map(c -> warning("initial.centre: the wall through", c, film))
            .toList()
        : List.of();
  }

  private static boolean isInFilm(FilmSpec film, double x, double y) {
    CellMask cells = film.cells();
    Grid g = cells.grid();
    int i = cell(x / g.dx(), g.nx(), g.edgesX());
    int j = cell(y / g.dy(), g.ny(), g.edgesY());
    return i >= 0 && j >= 0 && cells.inside(g.index(i, j, 0));
  }

  /** Negative outside of the film. */
  private static int cell(double at, int n, Edges edges) {
    int cell = (int) Math.floor(at);
    return edges == Edges.PERIODIC
        ? Math.floorMod(cell, n)
        : cell < n ? cell : at == n ? n - 1 : -1;
  }

  /** Whether all corners of the film lie on one side of a wall. */
  private static boolean misses(FilmSpec film, List<Double> centre, double angle) {
    double nx = Math.cos(angle);
    double ny = Math.sin(angle);
    double x = film.sizeX() * nx;
    double y = film.sizeY() * ny;
    double at = centre.get(0) * nx + centre.get(1) * ny;
    return at < Math.min(x, 0) + Math.min(y, 0) || at > Math.max(x, 0) + Math.max(y, 0);
  }

  private static String warning(String start, List<Double> at, FilmSpec film) {
    return "%s [%s, %s] is outside of the film, %s x %s, which begins without it: move it"
        .formatted(
            start,
            length(at.get(0)),
            length(at.get(1)),
            length(film.sizeX()),
            length(film.sizeY()));
  }

  private static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }
}
