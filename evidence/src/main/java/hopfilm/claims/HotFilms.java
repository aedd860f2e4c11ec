package hopfilm.claims;

import hopfilm.chart.CurveChart;
import hopfilm.experiment.Experiment;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.io.Table;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/** How hot the model film and that of the paper get, and what it does to learning. */
final class HotFilms implements Claim {

  /** Curie temperatures of {@code hopfilm materials}, the highest last [K]. */
  private static final Map<String, Double> CURIE = new LinkedHashMap<>();

  static {
    CURIE.put("nickel", 628.0);
    CURIE.put("iron", 1044.0);
    CURIE.put("cobalt", 1360.0);
  }

  /** Share of the Curie temperature at which a run ends. */
  private static final double ORDERED = 0.95;

  private static final double LIMIT = ORDERED * 1360;
  private static final long FIRST_SEED = 2001;
  private static final String HEAT =
      "heat={ambient: 300 K, interface: 100 MW/m^2/K, substrate: MgO}";

  /** One of the two films, and how long it stays below {@link #LIMIT}. */
  private enum Kind {
    DEFAULT("model film", "9 ns"),
    PAPER("film of the paper", "4 ns");

    private final String label;
    private final String below;

    Kind(String label, String below) {
      this.label = label;
      this.below = below;
    }

    Experiment film(Effort effort, List<String> settings) {
      List<String> all = new ArrayList<>(List.of("train.pattern=+-+-", "output.table=250 ps"));
      all.addAll(settings);
      String[] keys = all.toArray(String[]::new);
      return this == DEFAULT ? Films.standard(effort, keys) : Films.paper(effort, keys);
    }
  }

  /** What is in the model of a film that is trained only while it is below {@link #LIMIT}. */
  private enum Model {
    COLD("without heat", List.of()),
    WARM("magnet follows its temperature", List.of(HEAT, "material.Tc=1360 K"));

    private final String label;
    private final List<String> settings;

    Model(String label, List<String> settings) {
      this.label = label;
      this.settings = settings;
    }
  }

  @Override
  public String id() {
    return "temperature";
  }

  @Override
  public boolean isBeyondPaper() {
    return true;
  }

  @Override
  public String title() {
    return "Films of 1 \u00b5m lose their order while they are trained";
  }

  @Override
  public String source() {
    return "Not in the paper, whose model has no heat. The model film (512 nm, 38.4 mV, 20 ns) and"
        + " the film of the paper (400 nm, 50 mV, 20 ns), both 1 \u00b5m thick, are heated"
        + " by the current that trains them, on magnesia over an interface of 100"
        + " MW/(m\u00b2 K). A film has one temperature over its thickness, which lets more"
        + " heat leave than in truth. First the magnet stays as it is at 300 K, to see how"
        + " hot the film would be. Then it follows its temperature, with the Curie"
        + " temperature of cobalt, and is trained only as long as no cell comes to 0.95 of"
        + " that.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "default",
            "every model film has a cell at 1292 K, 0.95 of the Curie temperature of cobalt, the"
                + " highest of hopfilm materials, before its 20 ns of training are over"),
        Criterion.of("paper", "so has every film of the paper"),
        Criterion.of(
            "learning",
            "trained for as long as they stay below (9 ns, 4 ns), films whose magnet follows its"
                + " temperature learn in fewer than half of the cases, both kinds counted"
                + " together"));
  }

  private static List<PlannedRun> heated(Effort effort, Kind kind) {
    return LongStream.range(FIRST_SEED, FIRST_SEED + effort.choose(1, 3))
        .mapToObj(
            seed ->
                PlannedRun.of(
                    "temperature-%s-heated-seed=%d".formatted(name(kind), seed),
                    kind.film(effort, List.of(HEAT, "initial.seed=" + seed))))
        .toList();
  }

  private static List<PlannedRun> below(Effort effort, Kind kind, Model model) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + effort.choose(1, 8); seed++) {
      List<String> settings = new ArrayList<>(model.settings);
      settings.add("train.time=" + kind.below);
      settings.add("initial.seed=" + seed);
      String name =
          "temperature-%s-%s-seed=%d"
              .formatted(name(kind), model.name().toLowerCase(Locale.ROOT), seed);
      runs.add(PlannedRun.of(name, kind.film(effort, settings)));
    }
    return runs;
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<PlannedRun> heated = heated(effort, kind);
      runs.add(heated.get(0).illustrated());
      runs.addAll(heated.subList(1, heated.size()));
      for (Model model : Model.values()) {
        runs.addAll(below(effort, kind, model));
      }
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    CurveChart chart =
        new CurveChart(
            "The hottest cell during training",
            "films of 1 \u00b5m on magnesia, one of each kind",
            "time of training (ns)",
            "T (K)");
    List<List<String>> rows = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<FinishedRun> runs = finished.get(heated(effort, kind));
      rows.add(times(kind, runs, evidence));
      curve(chart, kind.label, runs.get(0));
      int hot = 0;
      for (FinishedRun run : runs) {
        hot += Temperatures.reached(run, LIMIT) < Temperatures.training(run) ? 1 : 0;
      }
      Spread when = reached(runs, LIMIT);
      evidence.decide(
          name(kind),
          hot == runs.size(),
          when == null
              ? "no film"
              : "%d of %d films, after %s ns".formatted(hot, runs.size(), when.text(1)));
    }
    List<String> columns = new ArrayList<>(List.of("film", "hottest cell (K)"));
    CURIE.forEach(
        (metal, curie) ->
            columns.add("0.95 Tc of %s, %.0f K, after (ns)".formatted(metal, ORDERED * curie)));
    evidence.table("Films whose magnet stays as it is at 300 K", columns, rows);
    evidence.picture(
        "curves",
        chart.figure(),
        "The temperature that would be reached if the film stayed whole.");
    learning(effort, finished, evidence);
  }

  private static List<String> times(Kind kind, List<FinishedRun> runs, Evidence evidence)
      throws IOException {
    Spread hottest = Temperatures.hottest(runs);
    evidence.number(kind.label + ": hottest cell", hottest, "K");
    List<String> row = new ArrayList<>(List.of(kind.label, hottest.text(0)));
    for (Map.Entry<String, Double> metal : CURIE.entrySet()) {
      Spread when = reached(runs, ORDERED * metal.getValue());
      row.add(when == null ? "never" : when.text(1));
    }
    return row;
  }

  /** When the films that did so reached a temperature [ns]; null where none did. */
  private static Spread reached(List<FinishedRun> runs, double kelvin) throws IOException {
    List<Double> times = new ArrayList<>();
    for (FinishedRun run : runs) {
      double t = Temperatures.reached(run, kelvin);
      if (!Double.isNaN(t)) {
        times.add(1e9 * t);
      }
    }
    return times.isEmpty() ? null : Spread.of(times);
  }

  private static void curve(CurveChart chart, String label, FinishedRun run) throws IOException {
    Table table = run.table();
    double start = Temperatures.start(run);
    double[] t =
        Arrays.stream(table.column("t")).map(s -> 1e9 * (s - start)).filter(s -> s >= 0).toArray();
    double[] all = table.column(Temperatures.COLUMN);
    chart.line(label, t, Arrays.copyOfRange(all, all.length - t.length, all.length));
  }

  private static void learning(Effort effort, FinishedRuns finished, Evidence evidence)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Map<Model, int[]> learned = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      for (Model model : Model.values()) {
        List<FinishedRun> runs = finished.get(below(effort, kind, model));
        TrainedFilms films = TrainedFilms.of(runs);
        int[] count = learned.computeIfAbsent(model, m -> new int[2]);
        count[0] += films.lowest().successes();
        count[1] += films.lowest().total();
        List<String> row = new ArrayList<>(List.of(kind.label, kind.below, model.label));
        row.addAll(films.cells());
        row.add(model == Model.WARM ? Temperatures.hottest(runs).text(0) : "");
        rows.add(row);
        evidence.number(
            "%s, %s, %s: trained pattern lowest".formatted(kind.label, kind.below, model.label),
            films.lowest());
      }
    }
    List<String> columns = new ArrayList<>(List.of("film", "training", "model"));
    columns.addAll(TrainedFilms.COLUMNS);
    columns.add("hottest cell (K)");
    evidence.table("Trained with +-+- only while below 1292 K", columns, rows);
    SuccessFraction warm = of(learned.get(Model.WARM));
    SuccessFraction cold = of(learned.get(Model.COLD));
    double p = cold.pValueAbove(warm);
    evidence.number("p, without heat against with it", p, warm.total(), "");
    evidence.decide(
        "learning",
        2 * warm.successes() < warm.total(),
        "%d of %d films, without heat %d of %d, p = %s (Fisher, one-sided)"
            .formatted(
                warm.successes(), warm.total(), cold.successes(), cold.total(), Numbers.text(p)));
  }

  private static SuccessFraction of(int[] count) {
    return SuccessFraction.of(count[0], count[1]);
  }
}
