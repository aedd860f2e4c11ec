package hopfilm.fit;

import hopfilm.experiment.FitSpec.Reading;
import hopfilm.experiment.FitSpec.Unknown;
import hopfilm.file.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The numbers of a measured film.
 *
 * @param folder where it is written
 * @param study with a section {@code fit}
 * @param fisher the information in the readings, model error included
 * @param estimates one for each number; their intervals count only where the film is explained
 * @param combinations known products of numbers that are not identifiable
 * @param chi2 mean square of the residuals over noise and model error; 1 is expected
 * @param isExplained whether the model explains what was measured
 * @param residuals one for each reading
 * @param runs how many there were
 * @param failed how many of them failed
 */
public record FitResult(
    Path folder,
    Study study,
    Fisher fisher,
    List<Estimate> estimates,
    List<Combination> combinations,
    double chi2,
    boolean isExplained,
    List<Residual> residuals,
    int runs,
    int failed)
    implements Intervals {

  /** Standard deviations of chi^2 above which the model does not explain the readings. */
  private static final double UNLIKELY = 3.3;

  /**
   * What the film with the values found has in place of a reading.
   *
   * @param fitted value [SI]
   * @param noise standard deviation of the measured value [SI]
   * @param model standard deviation of what the search does not know of the model [SI]
   */
  public record Residual(Reading reading, double fitted, double noise, double model) {

    /** Difference in standard deviations of noise and model. */
    public double relative() {
      return (reading.value() - fitted) / Math.hypot(noise, model);
    }
  }

  /**
   * How well the readings of a measure, or of a column, are met.
   *
   * @param group label of the measure, or the column
   * @param readings how many
   * @param rms root mean square of the differences over noise and model
   * @param model root mean square of the model error, in units of the noise
   */
  public record Group(String group, int readings, double rms, double model) {}

  /**
   * What is known so far.
   *
   * @param runs so far
   * @param chi2 mean square of the residuals over noise and model error
   */
  public record Progress(int runs, List<Estimate> estimates, double chi2) {}

  public FitResult {
    estimates = List.copyOf(estimates);
    combinations = List.copyOf(combinations);
    residuals = List.copyOf(residuals);
  }

  /** The largest chi^2 that is taken as explained, of some readings. */
  static double limit(int readings) {
    return 1 + UNLIKELY * Math.sqrt(2.0 / readings);
  }

  /** The largest chi^2 that is taken as explained. */
  public double limit() {
    return limit(residuals.size());
  }

  /** Whether there are more readings than unknown numbers; fewer are met by nearly any model. */
  boolean isTested() {
    return residuals.size() > estimates.size();
  }

  static List<Estimate> estimates(List<Unknown> unknowns, Cloud.Estimate found) {
    return IntStream.range(0, unknowns.size())
        .mapToObj(
            k ->
                Estimate.of(
                    unknowns.get(k), unknowns.get(k).exp(found.place()[k]), found.fisher(), k))
        .toList();
  }

  /** The residuals in groups, in the order of the data. */
  public List<Group> groups() {
    Map<String, List<Residual>> groups = new LinkedHashMap<>();
    residuals.forEach(
        r -> groups.computeIfAbsent(r.reading().group(), g -> new ArrayList<>()).add(r));
    return groups.entrySet().stream()
        .map(
            e ->
                new Group(
                    e.getKey(),
                    e.getValue().size(),
                    rms(e.getValue().stream().mapToDouble(Residual::relative).toArray()),
                    rms(e.getValue().stream().mapToDouble(r -> r.model() / r.noise()).toArray())))
        .toList();
  }

  private static double rms(double... values) {
    double sum = 0;
    for (double v : values) {
      sum += v * v;
    }
    return Math.sqrt(sum / values.length);
  }
}
