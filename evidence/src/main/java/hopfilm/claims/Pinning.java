package hopfilm.claims;

import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Weak pinning sites do not matter; strong ones hold the stripes. */
final class Pinning implements Claim {

  private static final int QUICK = 1;
  private static final int FULL = 2;
  private static final int[] DENSITIES = {100, 400, 1600};
  private static final String WEAK = "weak sites, %d per \u00b5m\u00b2";
  private static final String FROZEN = "frozen sites, %d per \u00b5m\u00b2";
  private static final String NONE = "no sites";
  private static final Variants FILMS =
      new Variants(
          "pinning", settings(), List.of(NONE, WEAK.formatted(400), FROZEN.formatted(1600)));

  private static Map<String, List<String>> settings() {
    Map<String, List<String>> m = new LinkedHashMap<>();
    m.put(NONE, List.of());
    for (int density : DENSITIES) {
      m.put(WEAK.formatted(density), sites(density, "Ku: 360 kJ/m^3"));
    }
    for (int density : DENSITIES) {
      m.put(FROZEN.formatted(density), sites(density, "frozen: true"));
    }
    return m;
  }

  private static List<String> sites(int density, String strength) {
    return List.of("pinning={density: %d 1/um^2, radius: 8 nm, %s}".formatted(density, strength));
  }

  @Override
  public String id() {
    return "pinning";
  }

  @Override
  public String title() {
    return "Weak pinning may be left out";
  }

  @Override
  public String source() {
    return "Discussion of Fig. 1 and the supplement that it names: weak pinning sites do not matter. Here"
        + " sites of 8 nm radius lie at random on 2, 8 and 28 % of the film; in weak ones the anisotropy"
        + " is lower by a quarter, in frozen ones the magnetisation stays as it is in the relaxed maze.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "weak",
            "with weak sites the trained pattern is the lowest in at least 80 % of the films at every"
                + " density (in a quick reproduction, 400 per \u00b5m\u00b2)"),
        Criterion.of(
            "strong",
            "with frozen sites at the highest density training adds less than half of what it adds"
                + " without sites"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return FILMS.runs(effort, QUICK, FULL);
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Map<String, TrainedFilms> films = FILMS.judge(effort, QUICK, FULL, finished, evidence);
    double worst =
        films.entrySet().stream()
            .filter(e -> e.getKey().startsWith("weak"))
            .mapToDouble(e -> e.getValue().lowest().fraction())
            .min()
            .orElseThrow();
    evidence.decide("weak", worst >= 0.8, "the lowest share is %s".formatted(Numbers.text(worst)));
    Spread free = films.get(NONE).contrast();
    Spread held = films.get(FROZEN.formatted(1600)).contrast();
    evidence.decide(
        "strong",
        held.mean() < 0.5 * free.mean(),
        String.format(
            Locale.ROOT,
            "%.2f %% against %.2f %% of the power, n = %d",
            100 * held.mean(),
            100 * free.mean(),
            held.n()));
    evidence.note("The sites lie at the same random places in all films of a density.");
  }
}
