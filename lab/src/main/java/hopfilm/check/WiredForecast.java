package hopfilm.check;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Schedule;
import hopfilm.hopfield.MeetingLaw;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.Pattern;
import hopfilm.transport.WiredGrid;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How many films like one whose electrodes are wired with both signs would hold the patterns that
 * it trains, by the gain and the scatter of places where contacts meet. Of films that differ from
 * those measured nothing is forecast: {@link MeasuredFilm} says in what they differ.
 */
final class WiredForecast {

  /** Patterns that the films were trained with. */
  private static final int MEASURED_WITH = 2;

  private static final int FILMS = 30;
  private static final int COPIES = 10;

  /** Of more electrodes copies take too long to be tried here. */
  private static final int MAX_RECALLED = 40;

  private static final long SEED = 1;

  private WiredForecast() {}

  /** In a line; empty where nothing is trained or the electrodes are wired otherwise. */
  static Optional<String> words(Experiment e) {
    List<Pattern> patterns = e.trained();
    if (patterns.isEmpty()
        || !(e.electrodes() instanceof ElectrodesSpec.Wired w)
        || !w.hasInverters()) {
      return Optional.empty();
    }
    return Optional.of(
        MeasuredFilm.difference(e, w)
            .map(d -> "none: " + d)
            .orElseGet(() -> forecast(w, patterns)));
  }

  private static String forecast(ElectrodesSpec.Wired w, List<Pattern> patterns) {
    int electrodes = w.count();
    boolean isRecalled = electrodes <= MAX_RECALLED;
    WiredGrid.Meetings meetings = w.wiring().meetings();
    double[][] mean = MeetingLaw.FILM.mean(meetings, patterns);
    MemoryForecast f =
        MemoryForecast.of(
            (all, random) -> MeetingLaw.FILM.draw(mean, meetings, random),
            Collections.nCopies(FILMS, patterns),
            Schedule.Together.USUAL_GAIN,
            isRecalled ? COPIES : 0,
            SEED);
    String wrong =
        String.format(
            Locale.ROOT, "%.1f of %d signs unstable", f.wrongSigns(), patterns.size() * electrodes);
    boolean isBeyond = patterns.size() > MEASURED_WITH;
    return (isBeyond ? "by films of two patterns: " : "")
        + (isRecalled
            ? "%d of %d drawn films hold %s, with %s on average"
                .formatted(f.stored().successes(), FILMS, all(patterns.size()), wrong)
            : wrong + " in drawn films, on average")
        + (isBeyond
            ? "; too much for three: films held two (docs/explanation/several-memories.md)"
            : "; films that are trained until verified do better");
  }

  private static String all(int patterns) {
    return patterns == 1 ? "the pattern" : patterns == 2 ? "both" : "all " + patterns;
  }
}
