package hopfilm.check;

import hopfilm.chart.Prefix;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/** What is said of a row before it is written. */
final class RowForecast {

  /**
   * Distance of a place that current wrote from one where none flowed, over the deviation from
   * place to place: measured in six films of 8 x 8 contacts, mazes 601 to 606.
   */
  private static final double OF_A_PLACE = 4.6;

  /**
   * Deviation of pixels unlike the row over that of those like it, where less is written that could
   * differ: measured in ten films of 12 to 24 contacts, 0.050 and 0.025 S a place.
   */
  private static final double UNLIKE = 2.0;

  private static final double CONFIDENCE = 0.95;

  private RowForecast() {}

  /** Pixels and places, and how far the two kinds of pixels will be apart. */
  static void facts(Experiment e, Map<String, String> facts) {
    if (!(e.electrodes() instanceof ElectrodesSpec.Rows r)) {
      return;
    }
    List<Integer> places = r.places();
    double mean = places.stream().mapToInt(n -> n).average().orElseThrow();
    int each = r.rows().forEngine().each();
    facts.put(
        "row",
        "%d pixels of %s each, which meet the row at %s places on average, %d to %d"
            .formatted(
                places.size(),
                each == 1 ? "1 contact" : each + " contacts",
                Prefix.fixed(mean, 1),
                Collections.min(places),
                Collections.max(places)));
    e.steps().stream()
        .filter(Step.Train.class::isInstance)
        .map(Step.Train.class::cast)
        .filter(t -> t.picture().isPresent())
        .findFirst()
        .ifPresent(t -> facts.put("forecast", forecast(e, r, t, mean)));
  }

  private static String forecast(
      Experiment e, ElectrodesSpec.Rows r, Step.Train write, double places) {
    return MeasuredFilm.difference(e, r, write)
        .map(d -> "none: " + d)
        .orElseGet(
            () -> {
              double distance = OF_A_PLACE * Math.sqrt(places);
              return "the two kinds of pixels %s deviations apart on average, 4.6 for a place and as the root of places%s"
                  .formatted(
                      Prefix.fixed(distance, 1),
                      write.picture().map(d -> range(d.picture(), distance)).orElse(""));
            });
  }

  /**
   * Of films with this picture. The deviation of a film is that of a few pixels, and so is
   * uncertain itself; its degrees of freedom are those of two kinds that scatter unequally: F. E.
   * Satterthwaite, Biometrics Bull. 2, 110 (1946), doi:10.2307/3002019.
   */
  private static String range(Pattern picture, double distance) {
    long unlike = picture.text().chars().filter(c -> c == '-').count();
    double a = (unlike - 1) * UNLIKE * UNLIKE;
    double b = picture.size() - unlike - 1;
    if (a < 0 || b < 0 || a + b == 0) {
      return "";
    }
    double freedom = (a + b) * (a + b) / (a * UNLIKE * UNLIKE + b);
    ChiSquaredDistribution squares = new ChiSquaredDistribution(freedom);
    double tail = (1 - CONFIDENCE) / 2;
    return "; 95 %% of films %s to %s"
        .formatted(
            Prefix.fixed(
                distance * Math.sqrt(freedom / squares.inverseCumulativeProbability(1 - tail)), 1),
            Prefix.fixed(
                distance * Math.sqrt(freedom / squares.inverseCumulativeProbability(tail)), 0));
  }

  /**
   * The current of the row [A]: all of it flows to pixels at the negative of its voltage.
   *
   * @param watts heat of the film and its contacts
   */
  static double current(Step.PictureDrive drive, double watts) {
    return watts / (2 * drive.voltage());
  }
}
