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
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several letters in one film, one to four, beside networks of the same size in a program. */
final class Capacity implements Claim {

  private static final int MOST = LetterFilms.LETTERS.size();

  @Override
  public String id() {
    return "capacity";
  }

  @Override
  public boolean isBeyondPaper() {
    return true;
  }

  @Override
  public String title() {
    return "How many letters a film holds";
  }

  @Override
  public String source() {
    return "Discussion: larger networks hold more patterns. Here films of 5 x 7 nodes learn up to four"
        + " letters in turn, beside Hopfield networks of 35 nodes in a program that learn the"
        + " same letters by Hebb's outer product and by Oja's rule.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "one",
            "one letter, trained until verified: at least 90 % of copies with 10 % wrong pixels are"
                + " recalled"),
        Criterion.of("two", "two letters: the same"),
        Criterion.of(
            "hebb",
            "a film holds as many letters with a recall of 90 % as the program with Hebb's rule"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (int count = 1; count <= MOST; count++) {
      runs.addAll(runs(effort, count));
    }
    return runs;
  }

  private static List<PlannedRun> runs(Effort effort, int count) {
    return LetterFilms.seeds(effort, 1, 2).stream()
        .map(s -> LetterFilms.run(effort, count, s))
        .toList();
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<Long> seeds = LetterFilms.seeds(effort, 1, 2);
    List<List<FinishedRun>> runs = new ArrayList<>();
    for (int count = 1; count <= MOST; count++) {
      runs.add(finished.get(runs(effort, count)));
    }
    List<Spread> usual =
        line(
            evidence,
            "film, " + LetterFilms.USUAL.label(),
            rows,
            n -> LetterFilms.recall(effort, runs.get(n - 1), LetterFilms.USUAL, n));
    List<Spread> best =
        line(
            evidence,
            "film, " + LetterFilms.BEST.label(),
            rows,
            n -> LetterFilms.recall(effort, runs.get(n - 1), LetterFilms.BEST, n));
    List<Spread> verified =
        line(
            evidence,
            "film, " + LetterFilms.VERIFYING.label(),
            rows,
            n -> LetterFilms.recall(effort, runs.get(n - 1), LetterFilms.VERIFYING, n));
    List<Spread> hebb =
        line(
            evidence,
            "program, Hebb's rule",
            rows,
            n ->
                seeds.stream().map(s -> LetterFilms.hebb(effort, LetterFilms.BEST, n, s)).toList());
    List<Spread> oja =
        line(
            evidence,
            "program, Oja's rule",
            rows,
            n -> seeds.stream().map(s -> LetterFilms.oja(effort, LetterFilms.BEST, n, s)).toList());
    evidence.table(
        "Copies with 10 % wrong pixels that come back to their own letter (%)",
        List.of("network", "1 letter", "2 letters", "3 letters", "4 letters"), rows);
    double[] n = IntStream.rangeClosed(1, MOST).asDoubleStream().toArray();
    CurveChart chart =
        new CurveChart(
                "Letters in one network of 35 nodes",
                "copies with a tenth of their pixels wrong; mean and range over n = %d"
                    .formatted(seeds.size()),
                "letters stored",
                "recalled (%)")
            .vertical(0, 100);
    band(chart, "film, defaults", n, usual);
    band(chart, "film, best read-out", n, best);
    band(chart, "film, trained until verified", n, verified);
    band(chart, "program, Hebb's rule", n, hebb);
    band(chart, "program, Oja's rule", n, oja);
    evidence.picture(
        "capacity",
        chart.figure(),
        "Letters %s, added in this order.".formatted(String.join(", ", LetterFilms.LETTERS)));
    evidence.decide("one", verified.get(0).mean() >= 90, verified.get(0).text(0) + " %");
    evidence.decide("two", verified.get(1).mean() >= 90, verified.get(1).text(0) + " %");
    evidence.decide(
        "hebb",
        held(verified) >= held(hebb),
        "%d against %d".formatted(held(verified), held(hebb)));
  }

  private static List<Spread> line(
      Evidence evidence,
      String label,
      List<List<String>> rows,
      IntFunction<List<RecallCurve>> curves) {
    List<Spread> line = new ArrayList<>();
    List<String> row = new ArrayList<>(List.of(label));
    for (int count = 1; count <= MOST; count++) {
      Spread s = LetterFilms.percent(curves.apply(count), LetterFilms.TEN);
      line.add(s);
      row.add(s.text(0));
      evidence.number("%s: %d letters".formatted(label, count), s, "%");
    }
    rows.add(row);
    return line;
  }

  private static void band(CurveChart chart, String label, double[] n, List<Spread> line) {
    chart.band(
        label,
        n,
        line.stream().mapToDouble(Spread::mean).toArray(),
        line.stream().mapToDouble(Spread::least).toArray(),
        line.stream().mapToDouble(Spread::greatest).toArray());
  }

  /** Letters up to the first number of them that falls short. */
  private static int held(List<Spread> line) {
    int held = 0;
    while (held < line.size() && line.get(held).mean() >= 90) {
      held++;
    }
    return held;
  }
}
