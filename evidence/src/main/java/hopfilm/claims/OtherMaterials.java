package hopfilm.claims;

import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Other magnetoresistances and stronger Dzyaloshinskii-Moriya interaction. */
final class OtherMaterials implements Claim {

  private static final int QUICK = 1;
  private static final int FULL = 5;
  private static final Variants FILMS =
      new Variants("material", materials(), List.of("a = 150 %", "a = 80 %", "a = 8 %", "1.25 D"));

  private static Map<String, List<String>> materials() {
    Map<String, List<String>> m = new LinkedHashMap<>();
    m.put("a = 150 %", List.of());
    m.put("a = 80 %", List.of("material.amr=80 %"));
    m.put("a = 8 %", List.of("material.amr=8 %"));
    m.put("a = -150 %", List.of("material.amr=-150 %"));
    m.put("1.25 D", List.of("material.D=8.125 mA"));
    m.put("1.5 D", List.of("material.D=9.75 mA"));
    return m;
  }

  @Override
  public String id() {
    return "materials";
  }

  @Override
  public String title() {
    return "Other materials learn too";
  }

  @Override
  public String source() {
    return "Discussion: a large magnetoresistance helps; known values are 8 % (permalloy), 80 %"
        + " (La1.2Sr1.8Mn2O7) and up to -160 % (Sr2IrO4). A stronger interaction D makes the torque more"
        + " efficient. The idea works for less optimal materials at the cost of power and time.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "less",
            "with a = 80 % and with 8 % the trained pattern is the lowest in at least 80 % of the films"),
        Criterion.of(
            "helps", "what training adds to the conductance falls from 150 over 80 to 8 %"),
        Criterion.of(
            "dmi", "at 1.25 D training for the same time at the same voltage adds more than at D"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return FILMS.runs(effort, QUICK, FULL);
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Map<String, TrainedFilms> films = FILMS.judge(effort, QUICK, FULL, finished, evidence);
    TrainedFilms large = films.get("a = 150 %");
    TrainedFilms middle = films.get("a = 80 %");
    TrainedFilms small = films.get("a = 8 %");
    evidence.decide(
        "less",
        Math.min(middle.lowest().fraction(), small.lowest().fraction()) >= 0.8,
        "80 %: " + middle.fraction() + "; 8 %: " + small.fraction());
    evidence.decide(
        "helps",
        large.contrast().mean() > middle.contrast().mean()
            && middle.contrast().mean() > small.contrast().mean(),
        "%s, %s and %s %%".formatted(percent(large), percent(middle), percent(small)));
    TrainedFilms strong = films.get("1.25 D");
    evidence.decide(
        "dmi",
        strong.contrast().mean() > large.contrast().mean(),
        "%s against %s %%".formatted(percent(strong), percent(large)));
    evidence.note(
        "With a = -150 % the film conducts better along m, so that turning the stripes across the current"
            + " acts the other way round; the row shows what comes of it (not in a quick reproduction).");
  }

  private static String percent(TrainedFilms f) {
    return Numbers.text(100 * f.contrast().mean());
  }
}
