package hopfilm.claims;

import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** With the demagnetising field the film learns too. */
final class DipolarField implements Claim {

  private static final int QUICK = 1;
  private static final int FULL = 7;

  /**
   * Short, as a convolution over all cells takes four times as long as all else. With cells of 6.25
   * nm, 2 in the width of a wall, one film of six learned even without the field.
   */
  private static Variants films(Effort effort) {
    String relax = "initial.relax.time=" + effort.choose("2 ns", "5 ns");
    String train = "train.time=" + effort.choose("3 ns", "8 ns");
    Map<String, List<String>> m = new LinkedHashMap<>();
    m.put("without", List.of(relax, train));
    m.put("as in a thin film", List.of(relax, train, "film.demag=local"));
    m.put("1 um thick", List.of(relax, train, "film.demag=on"));
    m.put("20 nm thick", List.of(relax, train, "film.demag=on", "film.thickness=20 nm"));
    return Variants.of("dipolar", m);
  }

  @Override
  public String id() {
    return "dipolar";
  }

  @Override
  public String title() {
    return "The dipolar field may be left out";
  }

  @Override
  public String source() {
    return "Below Eq. 3: the dipolar interaction is not important for textures below a micrometre and is"
        + " left out. Here it acts in full between cells that reach through the film, with the same Ku,"
        + " for the thickness of the paper, 1 \u00b5m, and for 20 nm. \"As in a thin film\" is its limit for no"
        + " thickness, \u2212Ms mz along z, which only lowers the anisotropy. To keep the time short,"
        + " all films of this claim relax for 5 ns and train for 8 ns (2 and 3 ns in a quick"
        + " reproduction).";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "thick",
            "at 1 \u00b5m the trained pattern is the lowest in at least 80 % of the films"),
        Criterion.of("thin", "at 20 nm the same"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return films(effort).runs(effort, QUICK, FULL);
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Map<String, TrainedFilms> films = films(effort).judge(effort, QUICK, FULL, finished, evidence);
    TrainedFilms thick = films.get("1 um thick");
    TrainedFilms thin = films.get("20 nm thick");
    evidence.decide("thick", thick.lowest().fraction() >= 0.8, thick.fraction());
    evidence.decide("thin", thin.lowest().fraction() >= 0.8, thin.fraction());
  }
}
