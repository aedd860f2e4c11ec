package hopfilm.reading;

import hopfilm.expression.Meaning;
import hopfilm.expression.Names;
import hopfilm.expression.Names.What;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowReading;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What expressions can read of the conductances of a film, and of its row of pixels. */
public abstract class RowReadings extends RunReadings {

  RowReadings(FinishedRun run, Equations equations, UnaryOperator<String> files) {
    super(run, equations, files);
  }

  @Meaning(value = "conductance matrix at a measure", unit = "S")
  public double[][] g(@Names(What.MEASURE) String measure) {
    return run.conductance(measure);
  }

  private RowReading row(String picture, String measure, String since, double factor) {
    List<Integer> places = run.summary().recalls().row().places();
    return RowReading.of(new Pattern(picture), places, g(measure), g(since), factor);
  }

  @Meaning("distance of the two kinds of pixels of a row, in deviations within a kind")
  public double apart(
      String picture, @Names(What.MEASURE) String measure, @Names(What.MEASURE) String since) {
    return row(picture, measure, since, 1).sigma();
  }

  @Meaning("pixels of a row that are right by the middle of their film")
  public double right(
      String picture, @Names(What.MEASURE) String measure, @Names(What.MEASURE) String since) {
    return picture.length() - row(picture, measure, since, 1).acrossMiddle();
  }

  @Meaning(value = "mean gain of a place of the pixels of a sign, + or -", unit = "S")
  public double gain(
      String picture,
      @Names(What.MEASURE) String measure,
      @Names(What.MEASURE) String since,
      String sign) {
    RowReading r = row(picture, measure, since, 1);
    return IntStream.range(0, picture.length())
        .filter(p -> picture.substring(p, p + 1).equals(sign))
        .mapToDouble(p -> r.gains().get(p) / r.places().get(p))
        .average()
        .orElse(Double.NaN);
  }

  @Meaning(value = "gain of the pixels unlike the row less that of the others", unit = "S")
  public double contrast(
      String picture, @Names(What.MEASURE) String measure, @Names(What.MEASURE) String since) {
    return gain(picture, measure, since, "-") - gain(picture, measure, since, "+");
  }

  @Meaning(value = "weights of a row: minus the gains over a factor of the reference", unit = "S")
  public List<Double> rowWeights(
      String picture,
      @Names(What.MEASURE) String measure,
      @Names(What.MEASURE) String since,
      double factor) {
    RowReading r = row(picture, measure, since, factor);
    double[][] before = g(since);
    return IntStream.range(0, picture.length())
        .mapToObj(p -> (1 - factor) * before[0][p + 1] - r.gains().get(p))
        .toList();
  }

  @Meaning(
      value =
          "weights of a row by the reference fitted to a picture, two lists: those that choose the row, those of the signs",
      unit = "S")
  public List<List<Double>> fittedWeights(
      String picture, @Names(What.MEASURE) String measure, @Names(What.MEASURE) String since) {
    RowReading r = row(picture, measure, since, 1).fitted();
    return List.of(r.reference().choosing(r.gains(), r.untrained()), r.weights());
  }

  @Meaning("pixels of a row that are right by the reference fitted to a picture")
  public double fittedSigns(
      String picture, @Names(What.MEASURE) String measure, @Names(What.MEASURE) String since) {
    return picture.length() - row(picture, measure, since, 1).fitted().wrong();
  }

  @Meaning(value = "weights of the row before it was written, less their mean by place", unit = "S")
  public List<Double> bareWeights(String picture, @Names(What.MEASURE) String since) {
    List<Integer> places = row(picture, since, since, 1).places();
    double[][] before = g(since);
    double mean =
        IntStream.range(0, places.size())
            .mapToDouble(p -> before[0][p + 1] / places.get(p))
            .average()
            .orElseThrow();
    return IntStream.range(0, places.size())
        .mapToObj(p -> (before[0][p + 1] / places.get(p) - mean) * places.get(p))
        .toList();
  }

  @Meaning("how many weights have the sign of the picture")
  public double signs(List<Double> weights, String picture) {
    return IntStream.range(0, picture.length())
        .filter(p -> weights.get(p) * (picture.charAt(p) == '+' ? 1 : -1) > 0)
        .count();
  }
}
