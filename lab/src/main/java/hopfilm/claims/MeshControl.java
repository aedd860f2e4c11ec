package hopfilm.claims;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells of half the size give the same verdict. */
final class MeshControl implements Claim {

  private static final int QUICK = 1;
  private static final int FULL = 2;
  private static final Variants FILMS =
      new Variants("mesh", settings(), List.of("covariant, 4 nm", "covariant, 2 nm"));

  private static Map<String, List<String>> settings() {
    String standard = "numerics.discretisation=standard";
    Map<String, List<String>> m = new LinkedHashMap<>();
    m.put("covariant, 4 nm", List.of());
    m.put("covariant, 2 nm", List.of("film.cell=2 nm"));
    m.put("standard, 4 nm", List.of(standard, "material.rho_perp=0.12 uOhm m"));
    m.put("standard, 2 nm", List.of(standard, "film.cell=2 nm"));
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
        + " mesh grows another maze from the same seed: what must agree is what was learned.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "same",
            "with cells of 2 nm the trained pattern is the lowest in at least 80 % of the films"));
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
            .filter(e -> e.getKey().endsWith("2 nm"))
            .mapToDouble(e -> e.getValue().lowest().fraction())
            .min()
            .orElse(0);
    evidence.decide(
        "same", worst >= 0.8, "the lowest share is %s".formatted(ClaimsReport.number(worst)));
  }
}
