package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.grid.Combined;
import hopfilm.grid.Grid;
import hopfilm.grid.Shape;
import hopfilm.parallel.Interruption;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many stripes lie between two contacts at the closest. With few of them a film depends on the
 * maze that it starts from (docs/evidence/memories.md). Images across periodic edges do not count.
 */
final class ContactGap {

  /** Films of more electrodes would take longer to look at than it is worth. */
  private static final int MAX_ELECTRODES = 40;

  /** Spiral periods; the nearest contacts of the examples that recall everything have more. */
  private static final double FEW = 3;

  private ContactGap() {}

  /** The gap in words, where a pattern is trained in a film with a maze. */
  static Optional<String> words(Experiment e, double period) {
    Grid film = e.film().grid();
    List<Electrode> electrodes = e.electrodes().on(film);
    boolean isTrained =
        e.steps().stream()
            .anyMatch(
                s -> s instanceof Step.Train t && t.drives().get(0) instanceof Step.PatternDrive);
    if (!isTrained || !Double.isFinite(period) || electrodes.size() > MAX_ELECTRODES) {
      return Optional.empty();
    }
    double gap = closest(film, electrodes);
    if (!Double.isFinite(gap) || gap == 0) {
      return Optional.empty();
    }
    String few =
        gap < FEW * period
            ? ": few stripes, so that more of what a film learns hangs on the maze that it starts"
                + " from"
            : "";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s at the closest, %.1f spiral periods%s",
            Quantity.format(gap, Dimension.LENGTH, 3),
            gap / period,
            few));
  }

  /** Smallest distance from a corner of a cell in one contact to the outline of another [m]. */
  private static double closest(Grid film, List<Electrode> electrodes) {
    List<Shape> driven =
        electrodes.stream()
            .filter(e -> e.face() == null && e.drive() != Electrode.Drive.FLOAT)
            .map(e -> Combined.union(e.shapes()))
            .toList();
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j <= film.ny(); j++) {
      Interruption.check();
      for (int i = 0; i <= film.nx(); i++) {
        double x = i * film.dx();
        double y = j * film.dy();
        for (Shape in : driven) {
          if (in.covers(film, x, y)) {
            least = Math.min(least, toAnother(driven, in, x, y));
          }
        }
      }
    }
    return least;
  }

  private static double toAnother(List<Shape> all, Shape one, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (Shape other : all) {
      least = other == one ? least : Math.min(least, other.distance(x, y));
    }
    return least;
  }
}
