package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.input.Spelling;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.Trial;
import hopfilm.result.PatternEnergies;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fig. 2: three patterns, each the lowest of all energies in the film that was trained on it. */
final class ThreePatterns extends ClaimStudy {

  private static final double V0 = 0.05;
  private static final double ENOUGH = 0.8;

  ThreePatterns() {
    super(
        "fig2",
        "The trained pattern has the lowest energy",
        "Fig. 2 and its discussion: films trained on +-+-, +--+ and ++-+ each have their lowest E' at"
            + " the trained pattern. G' is counted from the film saturated along z. Conductances between"
            + " electrodes at unlike voltages grow; those between like ones tend to fall.");
    criterion(
        "learned",
        "with G' counted from the untrained film, each of the three patterns is the lowest of the"
            + " seven that carry current in at least 80 % of the films trained on it");
    criterion("saturated", "the same with G' counted from the saturated film, as the paper does");
    criterion("grows", "training lowers E' of its pattern in at least 95 % of the films");
    criterion(
        "like",
        "the mean |G_ij| between electrodes at like voltages falls, the mean over all films");
    films(Trainings.ON_PAPER_FILM, Trainings.ON_DEFAULT_FILM);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Trainings paper = new Trainings(trial.films(Trainings.ON_PAPER_FILM));
    Rows table =
        e.table(
            "Films in which the trained pattern is the lowest, with 95 % Wilson intervals",
            "film | reference | trained | lowest in | share | 95 % interval");
    Map<Reference, Double> worst = success("paper-like", paper, table, e);
    List<FinishedRun> others = trial.films(Trainings.ON_DEFAULT_FILM);
    if (!others.isEmpty()) {
      success("default", new Trainings(others), table, e);
    }
    String least = "the pattern that fares worst is the lowest in %.0f %%";
    double untrained = worst.get(Reference.UNTRAINED);
    double saturated = worst.get(Reference.SATURATED);
    e.decide("learned", untrained >= ENOUGH, least, 100 * untrained);
    e.decide("saturated", saturated >= ENOUGH, least, 100 * saturated);
    changes(paper, e);
    theorem(paper, e);
    pictures(paper, e);
  }

  /** The share of films of the pattern that fares worst, by the reference. */
  private static Map<Reference, Double> success(
      String film, Trainings trainings, Rows table, Evidence e) {
    Map<Reference, Double> worst = new EnumMap<>(Reference.class);
    for (Reference reference : Reference.values()) {
      if (!trainings.has(reference)) {
        continue;
      }
      String name = Spelling.of(reference);
      for (String pattern : trainings.patterns()) {
        List<FinishedRun> runs = trainings.of(pattern);
        Pattern trained = new Pattern(pattern);
        long lowest =
            runs.stream().filter(r -> land(trainings, r, reference).learned(trained)).count();
        SuccessFraction f = SuccessFraction.of((int) lowest, runs.size());
        worst.merge(reference, f.fraction(), Math::min);
        table.row(
            film,
            name,
            pattern,
            text(f),
            text("%.0f %%", 100 * f.fraction()),
            Numbers.interval(f) + " %");
        e.number("%s film, %s, %s lowest".formatted(film, name, pattern), f);
      }
    }
    return worst;
  }

  private static EnergyLandscape land(Trainings trainings, FinishedRun run, Reference reference) {
    return new EnergyLandscape(trainings.weights(run, reference), V0);
  }

  /** The effect of training on the conductances of like and unlike pairs. */
  private static void changes(Trainings trainings, Evidence e) {
    List<FinishedRun> all = trainings.all();
    Spread like = Spread.of(all, r -> change(r, true));
    e.number("change of |G_ij| / G_11, unlike pairs", Spread.of(all, r -> change(r, false)), "");
    e.number("change of |G_ij| / G_11, like pairs", like, "");
    long lowered =
        all.stream()
            .filter(
                r -> land(trainings, r, Reference.UNTRAINED).energy(new Pattern(r.pattern())) < 0)
            .count();
    SuccessFraction f = SuccessFraction.of((int) lowered, all.size());
    e.number("E' of the trained pattern lowered", f);
    e.decide("grows", f.fraction() >= 0.95, "lowered in %s films", text(f));
    e.decide(
        "like", like.mean() < 0, "the mean change is %s of G_11, n = %d", like.text(4), like.n());
  }

  /** Mean change of |G_ij| / G_11 over pairs of like or unlike voltages. */
  private static double change(FinishedRun run, boolean likes) {
    Pattern p = new Pattern(run.pattern());
    double[][] before = run.conductance("untrained");
    double[][] after = run.conductance("trained");
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        if ((p.sign(i) == p.sign(j)) == likes) {
          sum += (Math.abs(after[i][j]) - Math.abs(before[i][j])) / before[0][0];
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static void theorem(Trainings trainings, Evidence ev) {
    double least = Double.POSITIVE_INFINITY;
    for (FinishedRun run : trainings.all()) {
      for (EnergyLandscape.Entry e : land(trainings, run, Reference.SATURATED).entries()) {
        if (!e.pattern().isUniform()) {
          least = Math.min(least, e.energy());
        }
      }
    }
    ev.number(
        "smallest E' of any pattern with current, reference saturated, 50 mV",
        least * 1e6,
        trainings.all().size(),
        "\u00b5W");
    ev.note(
        "A theorem stands behind the second criterion. For a > 0 the conductivity of a texture is nowhere"
            + " above that of the film saturated along z, so every E' counted from it is at least zero,"
            + " and the uniform pattern, without any current, is the global minimum whatever was"
            + " trained. The smallest E' of a pattern that carries current, among all films here, is "
            + text(least * 1e6)
            + " \u00b5W"
            + (least > 0 ? ", as it must be." : ", against the theorem.")
            + " What training has changed shows against the untrained film.");
  }

  private static void pictures(Trainings trainings, Evidence e) {
    e.picture(
        "panel",
        PaperFigures.fig2(
            trainings,
            means(trainings, Reference.UNTRAINED),
            means(trainings, Reference.SATURATED)),
        "Maze 1 after 20 ns of training with each pattern and its current at the training voltages;"
            + " energies of all patterns, the trained one in orange, the lowest with current outlined."
            + " A pattern and its negative are one state, so these eight are all sixteen.");
    for (String pattern : trainings.patterns()) {
      FinishedRun first = trainings.of(pattern).get(0);
      String file = pattern.replace('+', 'p').replace('-', 'm');
      e.picture(
          "texture-" + file,
          first.figure("texture-after"),
          "Magnetisation after 20 ns of " + pattern + ", maze 1.");
      e.picture(
          "current-" + file,
          first.figure("current-after"),
          "Current density in the same film at the training voltages, logarithmic.");
    }
  }

  private static List<PatternEnergies> means(Trainings trainings, Reference reference) {
    return trainings.patterns().stream().map(p -> mean(trainings, p, reference)).toList();
  }

  private static PatternEnergies mean(Trainings trainings, String pattern, Reference reference) {
    Map<String, Double> sums = new LinkedHashMap<>();
    List<FinishedRun> runs = trainings.of(pattern);
    for (FinishedRun run : runs) {
      for (EnergyLandscape.Entry e : land(trainings, run, reference).entries()) {
        sums.merge(e.pattern().toString(), e.energy() / runs.size(), Double::sum);
      }
    }
    List<PatternEnergies.PatternEnergy> energies = new ArrayList<>();
    sums.forEach((p, e) -> energies.add(new PatternEnergies.PatternEnergy(p, e)));
    String lowest =
        sums.entrySet().stream()
            .filter(e -> !new Pattern(e.getKey()).isUniform())
            .min(Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    return new PatternEnergies(
        "trained on " + pattern,
        energies,
        lowest,
        List.of(
            new PatternEnergies.Trained(
                pattern, sums.get(pattern), lowest.equals(pattern), Double.NaN)),
        false);
  }
}
