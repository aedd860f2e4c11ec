package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.chart.CurveChart;
import hopfilm.experiment.Step;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.input.Spelling;
import hopfilm.io.Table;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.Batch.Film;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import hopfilm.result.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How hot the model film and that of the paper get, and what it does to learning. */
final class HotFilms extends ClaimStudy {

  static final String COLUMN = "T_max";

  /** A metal and its Curie temperature [K]. */
  private record Metal(String name, double curie) {}

  /** Those of {@code hopfilm materials}, the highest last. */
  private static final List<Metal> CURIE =
      List.of(new Metal("nickel", 628), new Metal("iron", 1044), new Metal("cobalt", 1360));

  /** Share of the Curie temperature at which a run ends. */
  private static final double ORDERED = 0.95;

  private static final double LIMIT = ORDERED * 1360;
  private static final long FIRST_SEED = 2001;
  private static final String HEAT =
      "heat={ambient: 300 K, interface: 100 MW/m^2/K, substrate: MgO}";

  /** One of the two films, and how long it stays below {@link #LIMIT}. */
  private enum Kind {
    DEFAULT("model film", "9 ns", PaperFilms::standard),
    PAPER("film of the paper", "4 ns", PaperFilms::paper);

    private final String label;
    private final String below;
    private final Function<String[], Film> film;

    Kind(String label, String below, Function<String[], Film> film) {
      this.label = label;
      this.below = below;
      this.film = film;
    }

    Batch heated() {
      return batch("heated", 3, List.of(HEAT)).shown();
    }

    /** Trained as long as it stays below. */
    Batch below(Model model) {
      List<String> keys = new ArrayList<>(model.settings);
      keys.add("train.time=" + below);
      return batch(Spelling.of(model), 8, keys);
    }

    private Batch batch(String what, int films, List<String> settings) {
      List<String> keys = new ArrayList<>(List.of("train.pattern=+-+-", "output.table=250 ps"));
      keys.addAll(settings);
      return Batch.of(
              "temperature-%s-%s".formatted(Spelling.of(this), what),
              1,
              films,
              film.apply(keys.toArray(String[]::new)))
          .from(FIRST_SEED);
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

  HotFilms() {
    super(
        "temperature",
        "Films of 1 \u00b5m lose their order while they are trained",
        "Not in the paper, whose model has no heat. The model film (512 nm, 38.4 mV, 20 ns) and"
            + " the film of the paper (400 nm, 50 mV, 20 ns), both 1 \u00b5m thick, are heated"
            + " by the current that trains them, on magnesia over an interface of 100"
            + " MW/(m\u00b2 K). A film has one temperature over its thickness, which lets more"
            + " heat leave than in truth. First the magnet stays as it is at 300 K, to see how"
            + " hot the film would be. Then it follows its temperature, with the Curie"
            + " temperature of cobalt, and is trained only as long as no cell comes to 0.95 of"
            + " that.");
    beyondPaper();
    criterion(
        "default",
        "every model film has a cell at 1292 K, 0.95 of the Curie temperature of cobalt, the"
            + " highest of hopfilm materials, before its 20 ns of training are over");
    criterion("paper", "so has every film of the paper");
    criterion(
        "learning",
        "trained for as long as they stay below (9 ns, 4 ns), films whose magnet follows its"
            + " temperature learn in fewer than half of the cases, both kinds counted"
            + " together");
    films(
        Kind.DEFAULT.heated(),
        Kind.DEFAULT.below(Model.COLD),
        Kind.DEFAULT.below(Model.WARM),
        Kind.PAPER.heated(),
        Kind.PAPER.below(Model.COLD),
        Kind.PAPER.below(Model.WARM));
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    CurveChart chart =
        new CurveChart(
            "The hottest cell during training",
            "films of 1 \u00b5m on magnesia, one of each kind",
            "time of training (ns)",
            "T (K)");
    Rows table =
        e.table(
            "Films whose magnet stays as it is at 300 K",
            "film",
            "hottest cell (K)",
            CURIE.stream()
                .map(m -> "0.95 Tc of %s, %.0f K, after (ns)".formatted(m.name, ORDERED * m.curie))
                .toList());
    for (Kind kind : Kind.values()) {
      List<FinishedRun> runs = trial.films(kind.heated());
      Spread hottest = hottest(runs);
      e.number(kind.label + ": hottest cell", hottest, "K");
      table.row(
          kind.label,
          hottest.text(0),
          CURIE.stream()
              .map(m -> reached(runs, ORDERED * m.curie).map(s -> s.text(1)).orElse("never"))
              .toList());
      curve(chart, kind.label, runs.get(0));
      long hot = runs.stream().filter(r -> reached(r, LIMIT) < training(r)).count();
      e.decide(
          Spelling.of(kind),
          hot == runs.size(),
          reached(runs, LIMIT)
              .map(s -> "%d of %d films, after %s ns".formatted(hot, runs.size(), s.text(1)))
              .orElse("no film"));
    }
    e.picture("curves", chart, "The temperature that would be reached if the film stayed whole.");
    learning(trial, e);
  }

  /** When the films that did so reached a temperature [ns]. */
  private static Optional<Spread> reached(List<FinishedRun> runs, double kelvin) {
    List<Double> times =
        runs.stream().map(r -> 1e9 * reached(r, kelvin)).filter(t -> !Double.isNaN(t)).toList();
    return times.isEmpty() ? Optional.empty() : Optional.of(Spread.of(times));
  }

  private static void curve(CurveChart chart, String label, FinishedRun run) {
    double[] t =
        Arrays.stream(run.table().column("t"))
            .map(s -> 1e9 * (s - run.start()))
            .filter(s -> s >= 0)
            .toArray();
    double[] all = run.table().column(COLUMN);
    chart.line(label, t, Arrays.copyOfRange(all, all.length - t.length, all.length));
  }

  private static void learning(Trial trial, Evidence e) {
    Map<Model, List<TrainedFilms>> learned = new EnumMap<>(Model.class);
    Rows table =
        e.table(
            "Trained with +-+- only while below 1292 K",
            "film",
            "training",
            "model",
            TrainedFilms.COLUMNS,
            "hottest cell (K)");
    for (Kind kind : Kind.values()) {
      for (Model model : Model.values()) {
        List<FinishedRun> runs = trial.films(kind.below(model));
        TrainedFilms films = TrainedFilms.of(runs);
        learned.computeIfAbsent(model, m -> new ArrayList<>()).add(films);
        String hottest = model == Model.WARM ? hottest(runs).text(0) : "";
        table.row(kind.label, kind.below, model.label, films.cells(), hottest);
        e.number(
            "%s, %s, %s: trained pattern lowest".formatted(kind.label, kind.below, model.label),
            films.lowest());
      }
    }
    SuccessFraction warm = TrainedFilms.together(learned.get(Model.WARM));
    SuccessFraction cold = TrainedFilms.together(learned.get(Model.COLD));
    double p = cold.pValueAbove(warm);
    e.number("p, without heat against with it", p, warm.total(), "");
    e.decide(
        "learning",
        2 * warm.successes() < warm.total(),
        "%s films, without heat %s, p = %s (Fisher, one-sided)",
        text(warm),
        text(cold),
        text(p));
  }

  /** The hottest cell of each film [K]. */
  static Spread hottest(List<FinishedRun> runs) {
    return Spread.of(runs, HotFilms::hottest);
  }

  /** The hottest cell of a film that its current heats [K]. */
  static double hottest(FinishedRun run) {
    Summary.Heat heat = run.summary().effort().heat();
    if (heat == null) {
      throw new IllegalStateException(run.folder() + " was not heated");
    }
    return heat.highest();
  }

  /** How long a film was trained when a cell first reached a temperature [s]; NaN if none did. */
  static double reached(FinishedRun run, double kelvin) {
    Table table = run.table();
    double[] t = table.column("t");
    double[] highest = table.column(COLUMN);
    for (int row = 1; row < t.length; row++) {
      if (highest[row] >= kelvin) {
        double share = (kelvin - highest[row - 1]) / (highest[row] - highest[row - 1]);
        return t[row - 1] + share * (t[row] - t[row - 1]) - run.start();
      }
    }
    return Double.NaN;
  }

  /** How long a film is trained [s]. */
  static double training(FinishedRun run) {
    return run.experiment().steps().stream()
        .filter(Step.Train.class::isInstance)
        .mapToDouble(s -> ((Step.Train) s).time())
        .sum();
  }
}
