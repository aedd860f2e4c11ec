package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.hopfield.RecallCurve;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One letter in a film with a node at each of its 5 x 7 pixels. */
final class Letters implements Claim {

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

  @Override
  public String id() {
    return "letters";
  }

  @Override
  public boolean isBeyondPaper() {
    return true;
  }

  @Override
  public String title() {
    return "A letter of 5 x 7 pixels";
  }

  @Override
  public String source() {
    return "Not in the paper. A self-learning device with 35 nodes is reported by C. Niu et al., Proc."
        + " Natl. Acad. Sci. 121, e2416294121 (2024), doi:10.1073/pnas.2416294121. Here a letter A is"
        + " trained into films of other mazes and recalled from copies with wrong pixels.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "usual",
            "with the default read-out (reference untrained, graded from 1.2) at least 90 % of copies"
                + " with 10 % wrong pixels are recalled, mean over the films"),
        Criterion.of(
            "scaled",
            "the same with the best read-out found (reference untrained, scaled three times as far as"
                + " the film's trace, mean of three readings while the film is trained, graded from"
                + " 2.5)"),
        Criterion.of(
            "verified",
            "the same in films that are trained until 95 % of copies of the trainer's own, with 10 %"
                + " wrong pixels, come back, 6 to 14 ns"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : LetterFilms.seeds(effort, 2, 10)) {
      runs.add(LetterFilms.run(effort, seed).illustratedIf(runs.isEmpty()));
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<FinishedRun> runs = finished.get(runs(effort));
    List<List<String>> rows = new ArrayList<>();
    CurveChart chart =
        new CurveChart(
                "Recall of one letter",
                "mean and range over the films, n = %d".formatted(runs.size()),
                "wrong pixels (%)",
                "recalled (%)")
            .vertical(0, 100);
    for (LetterFilms.Readout readout : LetterFilms.READOUTS) {
      List<RecallCurve> curves = LetterFilms.recall(effort, runs, readout);
      Spread ten = row("film, " + readout.label(), curves, rows);
      String key = KEYS.get(readout);
      if (key != null) {
        evidence.number("recalled from 10 % wrong pixels, " + readout.label(), ten, "%");
        evidence.decide(
            key,
            ten.mean() >= 90,
            "%s %%, least %.0f %%, n = %d".formatted(ten.text(0), ten.least(), ten.n()));
        band(chart, LINES.get(key), curves);
      }
    }
    double[][] saturated = Trainings.saturated(runs.get(0).experiment());
    evidence.number(
        "training until verified",
        Spread.of(
            runs.stream()
                .map(r -> LetterFilms.last(effort, r, saturated, LetterFilms.VERIFYING))
                .map(LetterFilms::nanoseconds)
                .toList()),
        "ns");
    List<RecallCurve> hebb =
        runs.stream().map(r -> LetterFilms.hebb(effort, LetterFilms.BEST, r.seed())).toList();
    List<RecallCurve> oja =
        runs.stream().map(r -> LetterFilms.oja(effort, LetterFilms.BEST, r.seed())).toList();
    row("program, Hebb's rule", hebb, rows);
    row("program, Oja's rule", oja, rows);
    band(chart, "program, Hebb's rule", hebb);
    band(chart, "program, Oja's rule", oja);
    List<String> columns = new ArrayList<>(List.of("read-out"));
    LetterFilms.FRACTIONS.forEach(f -> columns.add("%.0f %%".formatted(100 * f)));
    columns.add("least at 10 %");
    evidence.table("Recalled copies (%) against wrong pixels", columns, rows);
    evidence.picture("recall", chart.figure(), "Copies that end at the letter or its negative.");
    evidence.picture(
        "film", runs.get(0).figure("texture-after"), "A film that holds the letter A.");
    evidence.picture(
        "current", runs.get(0).figure("current-after"), "Its current at the training voltages.");
  }

  /** Adds a row and returns what came back with 10 % wrong pixels. */
  static Spread row(String label, List<RecallCurve> curves, List<List<String>> rows) {
    List<String> row = new ArrayList<>(List.of(label));
    for (int k = 0; k < LetterFilms.FRACTIONS.size(); k++) {
      row.add(LetterFilms.percent(curves, k).text(0));
    }
    Spread ten = LetterFilms.percent(curves, LetterFilms.TEN);
    row.add("%.0f".formatted(ten.least()));
    rows.add(row);
    return ten;
  }

  private static void band(CurveChart chart, String label, List<RecallCurve> curves) {
    List<Spread> s =
        IntStream.range(0, LetterFilms.FRACTIONS.size())
            .mapToObj(k -> LetterFilms.percent(curves, k))
            .toList();
    chart.band(
        label,
        LetterFilms.FRACTIONS.stream().mapToDouble(f -> 100 * f).toArray(),
        s.stream().mapToDouble(Spread::mean).toArray(),
        s.stream().mapToDouble(Spread::least).toArray(),
        s.stream().mapToDouble(Spread::greatest).toArray());
  }
}
