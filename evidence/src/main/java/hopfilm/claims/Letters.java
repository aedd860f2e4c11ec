package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.hopfield.RecallCurve;
import hopfilm.reading.FinishedRun;
import hopfilm.reproduce.BandChart;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.run.Evaluation;
import hopfilm.sweep.Spread;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One letter in a film with a node at each of its 5 x 7 pixels. */
final class Letters {

  private static final Map<LetterFilms.Readout, String> KEYS =
      Map.of(
          LetterFilms.USUAL, "usual",
          LetterFilms.BEST, "scaled",
          LetterFilms.VERIFYING, "verified");

  private static final Map<String, String> LINES =
      Map.of(
          "usual", "film, defaults",
          "scaled", "film, best read-out",
          "verified", "film, trained until verified");

  private Letters() {}

  static void add(Effort effort, Map<String, List<FinishedRun>> films, Evidence e) {
    List<FinishedRun> runs = films.values().iterator().next();
    Rows table =
        e.table(
            "Recalled copies (%) against wrong pixels",
            "read-out",
            LetterFilms.FRACTIONS.stream().map(f -> "%.0f %%".formatted(100 * f)).toList(),
            "least at 10 %");
    CurveChart chart =
        new CurveChart(
                "Recall of one letter",
                "mean over the films and its 95 %% interval, n = %d".formatted(runs.size()),
                "wrong pixels (%)",
                "recalled (%)")
            .vertical(0, 100);
    for (LetterFilms.Readout readout : LetterFilms.READOUTS) {
      List<RecallCurve> curves = LetterFilms.recall(effort, runs, readout);
      Spread ten = row("film, " + readout.label(), curves, table);
      String key = KEYS.get(readout);
      if (key != null) {
        e.number("recalled from 10 % wrong pixels, " + readout.label(), ten, "%");
        e.decide(
            key,
            ten.mean() >= 90,
            "%s %%, least %.0f %%, n = %d",
            ten.text(0),
            ten.least(),
            ten.n());
        band(chart, LINES.get(key), curves);
      }
    }
    double[][] saturated = Evaluation.saturated(runs.get(0).experiment());
    e.number(
        "training until verified",
        Spread.of(
            runs,
            r ->
                LetterFilms.nanoseconds(
                    LetterFilms.last(effort, r, saturated, LetterFilms.VERIFYING))),
        "ns");
    List<RecallCurve> hebb = LetterFilms.hebb(effort, runs);
    List<RecallCurve> oja = LetterFilms.oja(effort, runs);
    row("program, Hebb's rule", hebb, table);
    row("program, Oja's rule", oja, table);
    band(chart, "program, Hebb's rule", hebb);
    band(chart, "program, Oja's rule", oja);
    e.picture("recall", chart, "Copies that end at the letter or its negative.");
  }

  /** Adds a row and returns what came back with 10 % wrong pixels. */
  private static Spread row(String label, List<RecallCurve> curves, Rows table) {
    Spread ten = LetterFilms.percent(curves, LetterFilms.TEN);
    table.row(
        label,
        IntStream.range(0, LetterFilms.FRACTIONS.size())
            .mapToObj(k -> LetterFilms.percent(curves, k).text(0))
            .toList(),
        text("%.0f", ten.least()));
    return ten;
  }

  private static void band(CurveChart chart, String label, List<RecallCurve> curves) {
    double[] percent = LetterFilms.FRACTIONS.stream().mapToDouble(f -> 100 * f).toArray();
    BandChart.interval(chart, label, percent, k -> LetterFilms.percent(curves, k));
  }
}
