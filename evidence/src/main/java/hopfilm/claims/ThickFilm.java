package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One layer of cells as high as the film tells what a film of many layers does. */
final class ThickFilm implements Claim {

  private static final String PATTERN = "+-+-";

  /** Mean length of the average of m over a column, from which stripes count as upright. */
  private static final double UPRIGHT = 0.9;

  /** Of the square film [nm]. */
  private static final int SIDE = 400;

  private static final int RADIUS = 100;

  private static final int LAYERED = 2;
  private static final int SINGLE = 7;

  private static final String ONE = "one layer";
  private static final String THROUGH = "layers, contacts through";
  private static final String TOP = "layers, contacts on top";
  private static final String DEEP = "1 um in layers of 20 nm, contacts through";
  private static final String WITH = ", stray field";

  private static final List<String> ALL_THROUGH = List.of(THROUGH, THROUGH + WITH, DEEP);

  /**
   * Changed keys by the name of the variant. Layers of 10 nm: after 3 ns of relaxation textures 20
   * nm apart agree by 0.65 in layers of 20 nm, 0.8 in layers of 10 nm and 0.9 in layers of 5 nm.
   */
  private static Map<String, List<String>> variants(Effort effort) {
    List<String> common =
        List.of(
            "initial.relax.time=" + effort.choose("2 ns", "4 ns"),
            "train.time=" + effort.choose("2 ns", "8 ns"),
            "train.pattern=" + PATTERN);
    List<String> thickness = List.of("film.thickness=" + effort.choose("80 nm", "300 nm"));
    List<String> layers = List.of("film.layers=" + effort.choose("8", "30"));
    List<String> field = List.of("film.demag=on");
    List<String> deep =
        effort.isQuick()
            ? List.of("film.layers=4")
            : List.of("film.thickness=1 um", "film.layers=50");
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put(ONE, joined(common, thickness));
    all.put(ONE + WITH, joined(common, thickness, field));
    all.put(THROUGH, joined(common, thickness, layers));
    all.put(THROUGH + WITH, joined(common, thickness, layers, field));
    all.put(TOP, joined(common, thickness, layers, List.of("electrodes=" + onTop())));
    all.put(DEEP, joined(common, thickness, deep));
    return all;
  }

  @SafeVarargs
  private static List<String> joined(List<String>... lists) {
    List<String> all = new ArrayList<>();
    for (List<String> list : lists) {
      all.addAll(list);
    }
    return all;
  }

  private static String onTop() {
    int[][] corners = {{0, 0}, {SIDE, 0}, {SIDE, SIDE}, {0, SIDE}};
    List<String> contacts = new ArrayList<>();
    for (int k = 0; k < corners.length; k++) {
      contacts.add(
          "{name: n%d, face: +z, shape: disc, centre: [%d nm, %d nm], radius: %d nm}"
              .formatted(k + 1, corners[k][0], corners[k][1], RADIUS));
    }
    return "[" + String.join(", ", contacts) + "]";
  }

  private static List<PlannedRun> runs(Effort effort, String variant) {
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : effort.seeds(1, films(variant))) {
      List<String> keys = new ArrayList<>(variants(effort).get(variant));
      keys.add("initial.seed=" + seed);
      Experiment e = Films.paper(effort, keys.toArray(String[]::new));
      String name = "thick-%s-seed=%d".formatted(variant, seed);
      runs.add(PlannedRun.of(name, e).withSnapshots().illustratedIf(seed == 1));
    }
    return runs;
  }

  @Override
  public String id() {
    return "thick";
  }

  @Override
  public String title() {
    return "One layer of cells tells what a thick film does";
  }

  @Override
  public boolean isBeyondPaper() {
    return true;
  }

  @Override
  public String source() {
    return "The paper computes a film of 1 \u00b5m with one layer of cells, as if nothing changed over the"
        + " thickness. Here its film of 400 nm has layers, each free, and grows its own maze in space"
        + " from noise; contacts go through it, or lie on its top. Layers of 10 nm fill 300 nm, as"
        + " textures 200 nm apart hardly agree after 3 ns; one film has the whole 1 \u00b5m, in layers of"
        + " 20 nm. All relax for 4 ns and train at 50 mV for 8 ns (2 and 2 ns, 80 nm in a quick"
        + " reproduction). Each maze is another one, so that films are compared as a group.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "upright",
            "with contacts through the layers and no stray field stripes stand upright after training:"
                + " the average of m over a column has a mean length of at least 0.9 in every film"),
        Criterion.of(
            "learned",
            "of the films of layers with contacts through them at most one does not learn the"
                + " pattern, nor does more than one in seven of one layer"),
        Criterion.of(
            "conductance",
            "the power that the pattern takes after training differs from that of one layer by less"
                + " than 15 %, in the mean, with and without the stray field"),
        Criterion.of("top", "the films with contacts on top learn the pattern too"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> all = new ArrayList<>();
    variants(effort).keySet().forEach(v -> all.addAll(runs(effort, v)));
    return all;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Map<String, TrainedFilms> films = new LinkedHashMap<>();
    Map<String, Double> least = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    for (String variant : variants(effort).keySet()) {
      List<FinishedRun> runs = finished.get(runs(effort, variant));
      TrainedFilms of = TrainedFilms.of(runs);
      films.put(variant, of);
      double worst = 1;
      for (FinishedRun run : runs) {
        worst = Math.min(worst, upright(run.state("trained")));
      }
      least.put(variant, worst);
      List<String> row = new ArrayList<>(List.of(variant));
      row.addAll(of.cells());
      row.add(String.format(Locale.ROOT, "%.3f", worst));
      rows.add(row);
      evidence.number(variant + ": added conductance", of.contrast(), "of the power");
      evidence.number(variant + ": upright", worst, runs.size(), "least mean length");
      if (!variant.startsWith(ONE)) {
        evidence.picture(
            "thick-" + variant.replaceAll("[ ,]+", "-"),
            runs.get(0).figure("space-after"),
            "After training: " + variant);
      }
    }
    List<String> columns = new ArrayList<>(List.of("film"));
    columns.addAll(TrainedFilms.COLUMNS);
    columns.add("upright");
    evidence.table("After training on " + PATTERN + ", reference untrained", columns, rows);
    evidence.decide(
        "upright",
        Math.min(least.get(THROUGH), least.get(DEEP)) >= UPRIGHT,
        String.format(
            Locale.ROOT,
            "%.3f; with the stray field %.3f, contacts on top %.3f, 1 \u00b5m %.3f",
            least.get(THROUGH),
            least.get(THROUGH + WITH),
            least.get(TOP),
            least.get(DEEP)));
    SuccessFraction one = together(films, List.of(ONE, ONE + WITH));
    SuccessFraction layered = together(films, ALL_THROUGH);
    evidence.decide(
        "learned",
        layered.successes() >= layered.total() - 1 && 7 * one.successes() >= 6 * one.total(),
        "%s, of one layer %s".formatted(text(layered), text(one)));
    SuccessFraction top = films.get(TOP).lowest();
    evidence.decide("top", top.fraction() == 1, text(top));
    double without = change(films.get(THROUGH), films.get(ONE));
    double with = change(films.get(THROUGH + WITH), films.get(ONE + WITH));
    evidence.decide(
        "conductance",
        Math.max(Math.abs(without), Math.abs(with)) < 0.15,
        String.format(
            Locale.ROOT,
            "%+.1f %% without the stray field, %+.1f %% with it",
            100 * without,
            100 * with));
  }

  private static SuccessFraction together(Map<String, TrainedFilms> films, List<String> variants) {
    int learned = variants.stream().mapToInt(v -> films.get(v).lowest().successes()).sum();
    int all = variants.stream().mapToInt(v -> films.get(v).lowest().total()).sum();
    return SuccessFraction.of(learned, all);
  }

  private static String text(SuccessFraction films) {
    return "lowest in %d of %d films".formatted(films.successes(), films.total());
  }

  private static int films(String variant) {
    return switch (variant) {
      case ONE, ONE + WITH -> SINGLE;
      case DEEP -> 1;
      default -> LAYERED;
    };
  }

  private static double change(TrainedFilms layers, TrainedFilms one) {
    return layers.power().mean() / one.power().mean() - 1;
  }

  /** Mean over the columns of the length of the average of m over the thickness: 1 if all agree. */
  static double upright(VectorField m) {
    int layers = m.grid().nz();
    int columns = m.grid().cells() / layers;
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      double[] mean = new double[3];
      for (int c = 0; c < 3; c++) {
        for (int layer = 0; layer < layers; layer++) {
          mean[c] += m.component(c)[column + layer * columns] / layers;
        }
      }
      sum += Math.sqrt(mean[0] * mean[0] + mean[1] * mean[1] + mean[2] * mean[2]);
    }
    return sum / columns;
  }
}
