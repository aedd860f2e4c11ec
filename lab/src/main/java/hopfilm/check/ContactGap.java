package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.grid.Grid;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
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

  /** Smallest distance between corners of cells that two electrodes cover [m]. */
  private static double closest(Grid film, List<Electrode> electrodes) {
    List<List<double[]>> rims = new ArrayList<>();
    for (Electrode e : electrodes) {
      if (e.face() != null || e.drive() == Electrode.Drive.FLOAT) {
        continue;
      }
      rims.add(rim(film, e));
    }
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < rims.size(); a++) {
      for (int b = 0; b < a; b++) {
        for (double[] p : rims.get(a)) {
          for (double[] q : rims.get(b)) {
            double x = p[0] - q[0];
            double y = p[1] - q[1];
            least = Math.min(least, x * x + y * y);
          }
        }
      }
    }
    return Math.sqrt(least);
  }

  private static List<double[]> rim(Grid film, Electrode e) {
    int columns = film.nx() + 1;
    boolean[] covered = new boolean[columns * (film.ny() + 1)];
    for (int c = 0; c < covered.length; c++) {
      int j = c / columns;
      double x = c % columns * film.dx();
      double y = j * film.dy();
      covered[c] = e.shapes().stream().anyMatch(s -> s.covers(film, x, y));
    }
    List<double[]> rim = new ArrayList<>();
    for (int c = 0; c < covered.length; c++) {
      int i = c % columns;
      int j = c / columns;
      boolean isInner =
          i > 0
              && i < columns - 1
              && j > 0
              && j < film.ny()
              && covered[c - 1]
              && covered[c + 1]
              && covered[c - columns]
              && covered[c + columns];
      if (covered[c] && !isInner) {
        rim.add(new double[] {i * film.dx(), j * film.dy()});
      }
    }
    return rim;
  }
}
