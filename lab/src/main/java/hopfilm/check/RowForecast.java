package hopfilm.check;

import hopfilm.chart.Prefix;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What is said of a row before it is written. */
final class RowForecast {

  /**
   * Distance of a place that current wrote from one where none flowed, over the deviation from
   * place to place: measured in six films of 8 x 8 contacts, mazes 601 to 606.
   */
  private static final double OF_A_PLACE = 4.6;

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
            () ->
                "the two kinds of pixels %s deviations apart on average, 4.6 for a place and as the root of places"
                    .formatted(Prefix.fixed(OF_A_PLACE * Math.sqrt(places), 1)));
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
