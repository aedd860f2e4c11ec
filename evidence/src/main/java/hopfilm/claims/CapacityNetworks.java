package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.experiment.Schedule;
import hopfilm.hopfield.HebbRule;
import hopfilm.hopfield.MeetingLaw;
import hopfilm.hopfield.MemoryForecast;
import hopfilm.hopfield.OjaRule;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.SelfTerm;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.transport.WiredGrid.Meetings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many random patterns, and letters, networks hold: films whose weights are drawn by their law,
 * and programs.
 */
final class CapacityNetworks {

  private static final int MOST = 4;

  private static final List<String> LETTERS = List.of("A", "X", "L", "S");

  /** Between all electrodes, whatever their contacts. */
  private static final Map<String, MemoryForecast.Rule> PROGRAMS = programs();

  private final int networks;
  private final int copies;

  CapacityNetworks(Effort effort) {
    this.networks = effort.choose(4, 100);
    this.copies = effort.choose(10, 20);
  }

  private static Map<String, MemoryForecast.Rule> programs() {
    Map<String, MemoryForecast.Rule> rules = new LinkedHashMap<>();
    rules.put("Hebb's rule", (p, r) -> HebbRule.weights(p, SelfTerm.ZERO));
    rules.put(
        "Oja's rule",
        (p, r) -> OjaRule.weights(p, LetterFilms.EPOCHS, SelfTerm.ZERO, r.nextLong()));
    return rules;
  }

  /** Films of a wiring by their law, with random patterns. */
  MemoryForecast films(WiredFilms.Wiring wiring, int patterns) {
    return random(law(wiring.meetings()), wiring.electrodes(), patterns);
  }

  /** Adds a table and a picture. */
  void show(Evidence e) {
    WiredFilms.Wiring largest = WiredFilms.Wiring.TWENTY_FOUR;
    Rows table =
        e.table("Networks that hold all of so many patterns (%)", "network | 1 | 2 | 3 | 4");
    Map<String, double[]> lines = new LinkedHashMap<>(); // in the end those of the largest
    for (WiredFilms.Wiring w :
        List.of(
            WiredFilms.Wiring.EIGHT,
            WiredFilms.Wiring.DENSE,
            WiredFilms.Wiring.SIXTEEN,
            WiredFilms.Wiring.SIXTEEN_DENSE,
            largest)) {
      written(w)
          .forEach(
              (name, rule) ->
                  lines.put(
                      name,
                      row(table, w.label() + ", " + name, k -> random(rule, w.electrodes(), k))));
    }
    for (int electrodes : new int[] {8, 16, largest.electrodes()}) {
      PROGRAMS.forEach(
          (name, rule) ->
              lines.put(
                  name,
                  row(
                      table,
                      "%d electrodes, %s".formatted(electrodes, name),
                      k -> random(rule, electrodes, k))));
    }
    CurveChart chart =
        new CurveChart(
                "Random patterns in " + largest.label(),
                "%d networks at each point, %d copies of each pattern".formatted(networks, copies),
                "patterns",
                "networks that hold all (%)")
            .vertical(0, 100);
    double[] counts = IntStream.rangeClosed(1, MOST).asDoubleStream().toArray();
    lines.forEach((name, held) -> chart.line(name, counts, held));
    Map<String, MemoryForecast.Rule> ofLetters =
        new LinkedHashMap<>(written(WiredFilms.Wiring.LETTER));
    ofLetters.putAll(PROGRAMS);
    String letters = "letters, " + WiredFilms.Wiring.LETTER.label() + ", ";
    ofLetters.forEach((name, rule) -> row(table, letters + name, k -> letters(rule, k)));
    e.picture(
        "capacity",
        chart,
        "Films by the law of those of two patterns beside programs, which have no scatter. In the table"
            + " letters are %s, in this order.".formatted(String.join(", ", LETTERS)));
  }

  /** Adds a row of so many percent that hold 1 to 4 patterns, and returns these. */
  private static double[] row(Rows table, String name, IntFunction<MemoryForecast> of) {
    double[] held =
        IntStream.rangeClosed(1, MOST)
            .mapToDouble(count -> 100 * of.apply(count).stored().fraction())
            .toArray();
    table.row(name, Arrays.stream(held).mapToObj(h -> text("%.0f", h)).toList());
    return held;
  }

  private static MemoryForecast.Rule law(Meetings meetings) {
    return (patterns, random) -> MeetingLaw.FILM.draw(meetings, patterns, random);
  }

  /** What the places write where contacts of a wiring meet. */
  private static Map<String, MemoryForecast.Rule> written(WiredFilms.Wiring wiring) {
    Meetings meetings = wiring.meetings();
    Map<String, MemoryForecast.Rule> rules = new LinkedHashMap<>();
    rules.put("films by their law", law(meetings));
    rules.put("Hebb's rule where they meet", (p, r) -> MeetingLaw.HEBB.draw(meetings, p, r));
    return rules;
  }

  private MemoryForecast random(MemoryForecast.Rule rule, int electrodes, int count) {
    List<List<Pattern>> sets =
        LongStream.range(0, networks)
            .mapToObj(seed -> Pattern.uncorrelated(count, electrodes, new SplittableRandom(seed)))
            .toList();
    return MemoryForecast.of(rule, sets, Schedule.Together.USUAL_GAIN, copies, count);
  }

  private MemoryForecast letters(MemoryForecast.Rule rule, int count) {
    List<Pattern> letters = LetterFilms.letters(LETTERS.subList(0, count));
    List<List<Pattern>> sets = IntStream.range(0, networks).mapToObj(k -> letters).toList();
    return MemoryForecast.of(rule, sets, Schedule.Together.USUAL_GAIN, copies, count);
  }
}
