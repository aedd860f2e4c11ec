package hopfilm.claims;

import hopfilm.figures.EnergyReading;
import hopfilm.hopfield.EnergyLandscape;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.input.Spelling;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fig. 2: three patterns, each the lowest of all energies in the film that was trained on it. */
final class ThreePatterns implements Claim {

  private static final double V0 = 0.05;
  private static final double ENOUGH = 0.8;

  @Override
  public String id() {
    return "fig2";
  }

  @Override
  public String title() {
    return "The trained pattern has the lowest energy";
  }

  @Override
  public String source() {
    return "Fig. 2 and its discussion: films trained on +-+-, +--+ and ++-+ each have their lowest E' at"
        + " the trained pattern. G' is counted from the film saturated along z. Conductances between"
        + " electrodes at unlike voltages grow; those between like ones tend to fall.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "learned",
            "with G' counted from the untrained film, each of the three patterns is the lowest of the"
                + " seven that carry current in at least 80 % of the films trained on it"),
        Criterion.of(
            "saturated", "the same with G' counted from the saturated film, as the paper does"),
        Criterion.of("grows", "training lowers E' of its pattern in at least 95 % of the films"),
        Criterion.of(
            "like",
            "the mean |G_ij| between electrodes at like voltages falls, the mean over all films"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(Trainings.onPaperFilm(effort));
    runs.addAll(Trainings.onDefaultFilm(effort));
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Trainings paper = Trainings.of(Trainings.onPaperFilm(effort), finished);
    List<List<String>> rows = new ArrayList<>();
    Map<Reference, Double> worst = new LinkedHashMap<>();
    success("paper-like", paper, rows, worst, evidence);
    List<PlannedRun> others = Trainings.onDefaultFilm(effort);
    if (!others.isEmpty()) {
      success("default", Trainings.of(others, finished), rows, new LinkedHashMap<>(), evidence);
    }
    evidence.table(
        "Films in which the trained pattern is the lowest, with 95 % Wilson intervals",
        List.of("film", "reference", "trained", "lowest in", "share", "95 % interval"), rows);
    decide("learned", worst.get(Reference.UNTRAINED), evidence);
    decide("saturated", worst.get(Reference.SATURATED), evidence);
    changes(paper, evidence);
    theorem(paper, evidence);
    pictures(paper, evidence);
  }

  private static void decide(String key, double least, Evidence evidence) {
    evidence.decide(
        key,
        least >= ENOUGH,
        String.format(
            Locale.ROOT, "the pattern that fares worst is the lowest in %.0f %%", 100 * least));
  }

  private static void success(
      String film,
      Trainings trainings,
      List<List<String>> rows,
      Map<Reference, Double> worst,
      Evidence evidence) {
    for (Reference reference : Reference.values()) {
      if (!trainings.has(reference)) {
        continue;
      }
      String name = Spelling.of(reference);
      for (String pattern : trainings.patterns()) {
        List<FinishedRun> runs = trainings.of(pattern);
        int lowest = 0;
        for (FinishedRun run : runs) {
          lowest += land(trainings, run, reference).learned(new Pattern(pattern)) ? 1 : 0;
        }
        SuccessFraction f = SuccessFraction.of(lowest, runs.size());
        worst.merge(reference, f.fraction(), Math::min);
        rows.add(
            List.of(
                film,
                name,
                pattern,
                "%d of %d".formatted(lowest, runs.size()),
                String.format(Locale.ROOT, "%.0f %%", 100 * f.fraction()),
                String.format(Locale.ROOT, "%.0f to %.0f %%", 100 * f.low(), 100 * f.high())));
        evidence.number("%s film, %s, %s lowest".formatted(film, name, pattern), f);
      }
    }
  }

  private static EnergyLandscape land(Trainings trainings, FinishedRun run, Reference reference) {
    return new EnergyLandscape(trainings.weights(run, reference), V0);
  }

  /** The effect of training on the conductances of like and unlike pairs. */
  private static void changes(Trainings trainings, Evidence evidence) {
    List<Double> like = new ArrayList<>();
    List<Double> unlike = new ArrayList<>();
    int lowered = 0;
    for (FinishedRun run : trainings.all()) {
      Pattern p = new Pattern(run.pattern());
      double[][] before = run.conductance("untrained");
      double[][] after = run.conductance("trained");
      double l = 0;
      double u = 0;
      int likes = 0;
      int unlikes = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = i + 1; j < 4; j++) {
          double change = (Math.abs(after[i][j]) - Math.abs(before[i][j])) / before[0][0];
          if (p.sign(i) == p.sign(j)) {
            l += change;
            likes++;
          } else {
            u += change;
            unlikes++;
          }
        }
      }
      like.add(l / likes);
      unlike.add(u / unlikes);
      lowered += land(trainings, run, Reference.UNTRAINED).energy(p) < 0 ? 1 : 0;
    }
    Spread s = Spread.of(like);
    evidence.number("change of |G_ij| / G_11, unlike pairs", Spread.of(unlike), "");
    evidence.number("change of |G_ij| / G_11, like pairs", s, "");
    SuccessFraction f = SuccessFraction.of(lowered, like.size());
    evidence.number("E' of the trained pattern lowered", f);
    evidence.decide(
        "grows", f.fraction() >= 0.95, "lowered in %d of %d films".formatted(lowered, like.size()));
    evidence.decide(
        "like", s.mean() < 0, "the mean change is %s of G_11, n = %d".formatted(s.text(4), s.n()));
  }

  private static void theorem(Trainings trainings, Evidence evidence) {
    double least = Double.POSITIVE_INFINITY;
    for (FinishedRun run : trainings.all()) {
      for (EnergyLandscape.Entry e : land(trainings, run, Reference.SATURATED).entries()) {
        if (!e.pattern().isUniform()) {
          least = Math.min(least, e.energy());
        }
      }
    }
    evidence.number(
        "smallest E' of any pattern with current, reference saturated, 50 mV",
        least * 1e6,
        trainings.all().size(),
        "\u00b5W");
    evidence.note(
        "A theorem stands behind the second criterion. For a > 0 the conductivity of a texture is nowhere"
            + " above that of the film saturated along z, so every E' counted from it is at least zero,"
            + " and the uniform pattern, without any current, is the global minimum whatever was"
            + " trained. The smallest E' of a pattern that carries current, among all films here, is "
            + Numbers.text(least * 1e6)
            + " \u00b5W"
            + (least > 0 ? ", as it must be." : ", against the theorem.")
            + " What training has changed shows against the untrained film.");
  }

  private static void pictures(Trainings trainings, Evidence evidence) throws IOException {
    evidence.picture(
        "panel",
        Fig2Panel.of(
            trainings,
            means(trainings, Reference.UNTRAINED),
            means(trainings, Reference.SATURATED)),
        "Maze 1 after 20 ns of training with each pattern and its current at the training voltages;"
            + " energies of all patterns, the trained one in orange, the lowest with current outlined."
            + " A pattern and its negative are one state, so these eight are all sixteen.");
    for (String pattern : trainings.patterns()) {
      FinishedRun first = trainings.of(pattern).get(0);
      String file = pattern.replace('+', 'p').replace('-', 'm');
      evidence.picture(
          "texture-" + file,
          first.figure("texture-after"),
          "Magnetisation after 20 ns of " + pattern + ", maze 1.");
      evidence.picture(
          "current-" + file,
          first.figure("current-after"),
          "Current density in the same film at the training voltages, logarithmic.");
    }
  }

  private static List<EnergyReading> means(Trainings trainings, Reference reference) {
    return trainings.patterns().stream().map(p -> mean(trainings, p, reference)).toList();
  }

  private static EnergyReading mean(Trainings trainings, String pattern, Reference reference) {
    Map<String, Double> sums = new LinkedHashMap<>();
    List<FinishedRun> runs = trainings.of(pattern);
    for (FinishedRun run : runs) {
      for (EnergyLandscape.Entry e : land(trainings, run, reference).entries()) {
        sums.merge(e.pattern().toString(), e.energy() / runs.size(), Double::sum);
      }
    }
    List<EnergyReading.PatternEnergy> energies = new ArrayList<>();
    sums.forEach((p, e) -> energies.add(new EnergyReading.PatternEnergy(p, e)));
    String lowest =
        sums.entrySet().stream()
            .filter(e -> !new Pattern(e.getKey()).isUniform())
            .min(Map.Entry.comparingByValue())
            .orElseThrow()
            .getKey();
    return new EnergyReading(
        "trained on " + pattern,
        energies,
        lowest,
        List.of(
            new EnergyReading.Trained(
                pattern, sums.get(pattern), lowest.equals(pattern), Double.NaN)),
        false);
  }
}
