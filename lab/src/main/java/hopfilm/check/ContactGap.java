package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.grid.Grid;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many stripes lie between two contacts at the closest. With few of them a film depends on the
 * maze that it starts from (docs/letters.md). Images across periodic edges do not count.
 */
final class ContactGap {

  /** Films of more electrodes would take longer to look at than it is worth. */
  private static final int MOST_ELECTRODES = 40;

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
    if (!isTrained || !Double.isFinite(period) || electrodes.size() > MOST_ELECTRODES) {
      return Optional.empty();
    }
    double gap = closest(film, electrodes);
    if (!Double.isFinite(gap) || gap == 0) {
      return Optional.empty();
    }
    String few =
        gap < FEW * period
            ? ": few stripes, so that more of what a film learns hangs on the maze that it starts from"
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
    List<Electrode> driven =
        electrodes.stream()
            .filter(e -> e.face() == null && e.drive() != Electrode.Drive.FLOAT)
            .toList();
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j <= film.ny(); j++) {
      for (int i = 0; i <= film.nx(); i++) {
        double x = i * film.dx();
        double y = j * film.dy();
        for (Electrode in : driven) {
          if (in.shapes().stream().anyMatch(s -> s.covers(film, x, y))) {
            least = Math.min(least, toAnother(driven, in, x, y));
          }
        }
      }
    }
    return least;
  }

  private static double toAnother(List<Electrode> all, Electrode one, double x, double y) {
    return all.stream()
        .filter(e -> !e.name().equals(one.name()))
        .flatMap(e -> e.shapes().stream())
        .mapToDouble(s -> s.distance(x, y))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
