package hopfilm.claims;

import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells of half the size give the same verdict. */
final class MeshControl implements Claim {

  private static final String STANDARD = "numerics.discretisation=standard";
  private static final String FINE_CELLS = "film.cell=2 nm";
  private static final int QUICK = 1;
  private static final int FULL = 2;

  /** Four times the cells and four times the steps: one maze. */
  private static final int FULL_FINE = 1;

  private static final Variants COARSE =
      new Variants(
          "mesh",
          settings("4 nm", List.of(), List.of(STANDARD, "material.rho_perp=0.12 uOhm m")),
          List.of("covariant, 4 nm"));

  private static Variants fine(Effort effort) {
    List<String> settings = new ArrayList<>(List.of(FINE_CELLS));
    settings.addAll(
        effort.choose(
            List.of("train.time=5 ns", "initial.relax.time=4 ns"), List.of("train.time=16 ns")));
    List<String> standard = new ArrayList<>(List.of(STANDARD));
    standard.addAll(settings);
    return new Variants("mesh", settings("2 nm", settings, standard), List.of("covariant, 2 nm"));
  }

  private static Map<String, List<String>> settings(
      String cells, List<String> covariant, List<String> standard) {
    Map<String, List<String>> m = new LinkedHashMap<>();
    m.put("covariant, " + cells, covariant);
    m.put("standard, " + cells, standard);
    return m;
  }

  @Override
  public String id() {
    return "mesh";
  }

  @Override
  public String title() {
    return "The verdict does not depend on the cells";
  }

  @Override
  public String source() {
    return "A control of ours: the walls are 14 nm wide, and the mesh of the paper is not known. Another"
        + " mesh grows another maze from the same seed: what must agree is what was learned. The fine films train for 16 ns in"
        + " place of 20, to keep the time short (5 ns, and relax for 4 in place of 10, in a quick"
        + " reproduction).";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "same",
            "with cells of 2 nm the trained pattern is the lowest in at least 80 % of the films, those"
                + " of both discretisations counted together"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>(COARSE.runs(effort, QUICK, FULL));
    runs.addAll(fine(effort).runs(effort, QUICK, FULL_FINE));
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    COARSE.judge(effort, QUICK, FULL, finished, evidence);
    Map<String, TrainedFilms> fine =
        fine(effort).judge(effort, QUICK, FULL_FINE, finished, evidence);
    int lowest = fine.values().stream().mapToInt(f -> f.lowest().successes()).sum();
    int films = fine.values().stream().mapToInt(f -> f.lowest().total()).sum();
    evidence.decide("same", lowest >= 0.8 * films, "in %d of %d films".formatted(lowest, films));
  }
}
