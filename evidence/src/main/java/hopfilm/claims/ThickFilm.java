package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.grid.VectorField;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Batch;
import hopfilm.reproduce.Batch.Film;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Plan;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One layer of cells as high as the film tells what a film of many layers does. */
final class ThickFilm extends ClaimStudy {

  private static final String PATTERN = "+-+-";

  /** Mean length of the average of m over a column, from which stripes count as upright. */
  private static final double UPRIGHT = 0.9;

  private static final String ONE = "one layer";
  private static final String THROUGH = "layers, contacts through";
  private static final String TOP = "layers, contacts on top";
  private static final String DEEP = "1 um in layers of 20 nm, contacts through";
  private static final String WITH = ", stray field";

  private static final String FIELD = "film.demag=on";
  private static final String ON_TOP =
      "electrodes=[%s, %s, %s, %s]"
          .formatted(
              contact(1, 0, 0), contact(2, 400, 0), contact(3, 400, 400), contact(4, 0, 400));

  private static String contact(int k, int x, int y) {
    return "{name: n%d, face: +z, shape: disc, centre: [%d nm, %d nm], radius: 100 nm}"
        .formatted(k, x, y);
  }

  /**
   * Films by the name of the variant. Layers of 10 nm: after 3 ns of relaxation textures 20 nm
   * apart agree by 0.65 in layers of 20 nm, 0.8 in layers of 10 nm and 0.9 in layers of 5 nm.
   */
  private static final Map<String, Batch> VARIANTS = new LinkedHashMap<>();

  static {
    Function<Effort, List<String>> thin =
        e -> List.of("film.thickness=" + e.choose("80 nm", "300 nm"));
    Function<Effort, List<String>> layers =
        e -> List.of(thin.apply(e).get(0), "film.layers=" + e.choose("8", "30"));
    add(ONE, 7, thin);
    add(ONE + WITH, 7, thin, FIELD);
    add(THROUGH, 2, layers);
    add(THROUGH + WITH, 2, layers, FIELD);
    add(TOP, 2, layers, ON_TOP);
    add(
        DEEP,
        1,
        e ->
            e.choose(
                List.of("film.thickness=80 nm", "film.layers=4"),
                List.of("film.thickness=1 um", "film.layers=50")));
  }

  private static void add(
      String variant, int films, Function<Effort, List<String>> layers, String... keys) {
    Film film =
        PaperFilms.set(
            PaperFilms.set(PaperFilms.paper(keys), layers),
            e ->
                List.of(
                    "initial.relax.time=" + e.choose("2 ns", "4 ns"),
                    "train.time=" + e.choose("2 ns", "8 ns"),
                    "train.pattern=" + PATTERN));
    VARIANTS.put(variant, Batch.of("thick-" + variant, 1, films, film).withSnapshots().shown());
  }

  ThickFilm() {
    super(
        "thick",
        "One layer of cells tells what a thick film does",
        "The paper computes a film of 1 \u00b5m with one layer of cells, as if nothing changed over the"
            + " thickness. Here its film of 400 nm has layers, each free, and grows its own maze in space"
            + " from noise; contacts go through it, or lie on its top. Layers of 10 nm fill 300 nm, as"
            + " textures 200 nm apart hardly agree after 3 ns; one film has the whole 1 \u00b5m, in layers of"
            + " 20 nm. All relax for 4 ns and train at 50 mV for 8 ns (2 and 2 ns, 80 nm in a quick"
            + " reproduction). Each maze is another one, so that films are compared as a group.");
    beyondPaper();
    criterion(
        "upright",
        "with contacts through the layers and no stray field stripes stand upright after training:"
            + " the average of m over a column has a mean length of at least 0.9 in every film");
    criterion(
        "learned",
        "of the films of layers with contacts through them at most one does not learn the"
            + " pattern, nor does more than one in seven of one layer");
    criterion(
        "conductance",
        "the power that the pattern takes after training differs from that of one layer by less"
            + " than 15 %, in the mean, with and without the stray field");
    criterion("top", "the films with contacts on top learn the pattern too");
    films(VARIANTS.values().toArray(Plan[]::new));
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Map<String, TrainedFilms> films = new LinkedHashMap<>();
    Map<String, Double> least = new LinkedHashMap<>();
    Rows table =
        e.table(
            "After training on " + PATTERN + ", reference untrained",
            "film",
            TrainedFilms.COLUMNS,
            "upright");
    VARIANTS.forEach(
        (variant, batch) -> {
          List<FinishedRun> runs = trial.films(batch);
          TrainedFilms of = TrainedFilms.of(runs);
          double worst = Spread.of(runs, r -> upright(r.state("trained"))).least();
          films.put(variant, of);
          least.put(variant, worst);
          table.row(variant, of.cells(), text("%.3f", worst));
          e.number(variant + ": added conductance", of.contrast(), "of the power");
          e.number(variant + ": upright", worst, runs.size(), "least mean length");
          if (!variant.startsWith(ONE)) {
            e.picture(
                "thick-" + variant.replaceAll("[ ,]+", "-"),
                runs.get(0).figure("space-after"),
                "After training: " + variant);
          }
        });
    e.decide(
        "upright",
        Math.min(least.get(THROUGH), least.get(DEEP)) >= UPRIGHT,
        "%.3f; with the stray field %.3f, contacts on top %.3f, 1 \u00b5m %.3f",
        least.get(THROUGH),
        least.get(THROUGH + WITH),
        least.get(TOP),
        least.get(DEEP));
    SuccessFraction one = together(films, ONE, ONE + WITH);
    SuccessFraction layered = together(films, THROUGH, THROUGH + WITH, DEEP);
    e.decide(
        "learned",
        layered.successes() >= layered.total() - 1 && 7 * one.successes() >= 6 * one.total(),
        "lowest in %s films, of one layer lowest in %s films",
        text(layered),
        text(one));
    e.decide("top", films.get(TOP).lowest().fraction() == 1, films.get(TOP).fraction());
    double without = change(films.get(THROUGH), films.get(ONE));
    double with = change(films.get(THROUGH + WITH), films.get(ONE + WITH));
    e.decide(
        "conductance",
        Math.max(Math.abs(without), Math.abs(with)) < 0.15,
        "%+.1f %% without the stray field, %+.1f %% with it",
        100 * without,
        100 * with);
  }

  private static SuccessFraction together(Map<String, TrainedFilms> films, String... variants) {
    return TrainedFilms.together(Arrays.stream(variants).map(films::get).toList());
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
