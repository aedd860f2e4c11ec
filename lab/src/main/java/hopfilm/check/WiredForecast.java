package hopfilm.check;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Schedule;
import hopfilm.grid.Grid;
import hopfilm.hopfield.MeetingLaw;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.Pattern;
import hopfilm.transport.WiredGrid;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many films like one whose electrodes are wired with both signs would hold the patterns that
 * it trains, by the gain and the scatter of places where contacts meet.
 */
final class WiredForecast {

  /** Between the contacts of the films that {@link MeetingLaw#FILM} was measured on [m]. */
  private static final double MEASURED = 512e-9;

  /** Part of that distance by which others may differ. */
  private static final double LIKE = 0.1;

  private static final int FILMS = 30;
  private static final int COPIES = 10;

  /** Of more electrodes copies take too long to be tried here. */
  private static final int MOST_RECALLED = 40;

  private static final long SEED = 1;

  private WiredForecast() {}

  /** In a line; empty where nothing is trained or the electrodes are wired otherwise. */
  static Optional<String> words(Experiment e) {
    List<Pattern> patterns = HeldTogether.trained(e);
    if (patterns.isEmpty()
        || !(e.electrodes() instanceof ElectrodesSpec.Wired w)
        || !w.hasInverters()) {
      return Optional.empty();
    }
    double distance = distance(w, e.film().grid());
    if (Math.abs(distance - MEASURED) > LIKE * MEASURED) {
      return Optional.of(
          "none for contacts %s apart: places where they meet were measured %s apart"
              .formatted(length(distance), length(MEASURED)));
    }
    int electrodes = w.count();
    boolean isRecalled = electrodes <= MOST_RECALLED;
    WiredGrid.Meetings meetings = w.wiring().meetings();
    MemoryForecast f =
        MemoryForecast.of(
            (all, random) -> MeetingLaw.FILM.draw(meetings, all, random),
            Collections.nCopies(FILMS, patterns),
            Schedule.Set.USUAL_GAIN,
            isRecalled ? COPIES : 0,
            SEED);
    String wrong =
        String.format(
            Locale.ROOT, "%.1f of %d signs wrong", f.wrongSigns(), patterns.size() * electrodes);
    return Optional.of(
        (isRecalled
                ? "%d of %d drawn films hold %s, with %s on average"
                    .formatted(f.stored().successes(), FILMS, all(patterns.size()), wrong)
                : wrong + " in drawn films, on average")
            + "; films that are trained until verified do better");
  }

  private static String all(int patterns) {
    return patterns == 1 ? "the pattern" : patterns == 2 ? "both" : "all " + patterns;
  }

  /** The least one from contact to contact, along rows or columns [m]. */
  private static double distance(ElectrodesSpec.Wired w, Grid film) {
    WiredGrid.Plan plan = w.wiring().plan();
    return Math.min(
        distance(film.sizeX(), w.margin(), plan.columns()),
        distance(film.sizeY(), w.margin(), plan.rows()));
  }

  private static double distance(double size, double margin, int contacts) {
    return contacts < 2 ? Double.POSITIVE_INFINITY : (size - 2 * margin) / (contacts - 1);
  }

  private static String length(double metres) {
    return Quantity.format(metres, Dimension.LENGTH);
  }
}
