package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.PlannedRun;
import hopfilm.reproduce.Spread;
import hopfilm.run.Evaluation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The planar and the anomalous Hall effect hardly matter. */
final class HallEffects implements Claim {

  private static final int QUICK = 1;
  private static final int FULL = 3;
  private static final String NONE = "a = 150 %";
  private static final String ANOMALOUS = "anomalous Hall angle 1 deg";
  private static final String STRONG = "anomalous Hall angle 5 deg";
  private static final String PLANAR = "planar Hall effect left out";
  private static final Variants FILMS = new Variants("hall", settings(), List.of(NONE, STRONG));

  private static Map<String, List<String>> settings() {
    Map<String, List<String>> m = new LinkedHashMap<>();
    m.put(NONE, List.of());
    m.put(ANOMALOUS, List.of("material.hall_angle=1 deg"));
    m.put(STRONG, List.of("material.hall_angle=5 deg"));
    m.put(PLANAR, List.of("material.planar_hall=off"));
    return m;
  }

  @Override
  public String id() {
    return "hall";
  }

  @Override
  public String title() {
    return "Hall effects may be left out";
  }

  @Override
  public String source() {
    return "Discussion and the supplement that it names: the planar and the anomalous Hall effect may be"
        + " disregarded, as the magnetisation vanishes on average without a field. The planar Hall effect"
        + " is the part sigma_delta m_x m_y of the conductivity, which is always in here; it is left out for"
        + " comparison, in a quick reproduction on the same textures only. The anomalous one adds +-tan(angle) sigma_perp m_z; 1 deg is usual in metals, 5 deg"
        + " large.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "learns",
            "with either anomalous Hall angle (in a quick reproduction, 5 deg) the trained pattern is the"
                + " lowest in at least 80 % of the films"),
        Criterion.of(
            "anomalous",
            "on the same trained textures an anomalous Hall angle of 1 deg changes no conductance by more"
                + " than 1 % of the largest"),
        Criterion.of(
            "planar",
            "leaving the planar Hall effect out changes none of them by more than 1 % of the largest"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    List<PlannedRun> runs = new ArrayList<>();
    for (String variant : FILMS.names(effort)) {
      for (PlannedRun run : FILMS.runs(variant, effort, QUICK, FULL)) {
        runs.add(variant.equals(NONE) ? run.withSnapshots() : run);
      }
    }
    return runs;
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Map<String, TrainedFilms> films = FILMS.judge(effort, QUICK, FULL, finished, evidence);
    List<String> angles = effort.choose(List.of(STRONG), List.of(ANOMALOUS, STRONG));
    evidence.decide(
        "learns",
        angles.stream().allMatch(angle -> films.get(angle).lowest().fraction() >= 0.8),
        angles.stream()
            .map(angle -> angle + ": " + films.get(angle).fraction())
            .collect(Collectors.joining("; ")));
    List<FinishedRun> plain = finished.get(FILMS.runs(NONE, effort, QUICK, FULL));
    Spread anomalous = changes(plain, ANOMALOUS);
    Spread strong = changes(plain, STRONG);
    Spread planar = changes(plain, PLANAR);
    evidence.number(
        "largest change of G by " + ANOMALOUS + ", same texture",
        anomalous,
        "of the largest element");
    evidence.number(
        "largest change of G by " + STRONG + ", same texture", strong, "of the largest element");
    evidence.number(
        "largest change of G, " + PLANAR + ", same texture", planar, "of the largest element");
    evidence.decide("anomalous", anomalous.greatest() <= 0.01, text(anomalous));
    evidence.decide("planar", planar.greatest() <= 0.01, text(planar));
    evidence.note(
        "Without the planar Hall effect the conductivity is no longer a tensor that turns with the"
            + " magnetisation: a wall at 45 deg to the edges conducts as its components along x and y say.");
  }

  private static String text(Spread s) {
    return String.format(Locale.ROOT, "at most %.2g %% in %d films", 100 * s.greatest(), s.n());
  }

  /** Largest change of an element by other keys on the trained textures, of the largest element. */
  private static Spread changes(List<FinishedRun> plain, String variant) throws IOException {
    List<Double> all = new ArrayList<>();
    for (FinishedRun run : plain) {
      List<VectorField> m = run.snapshots();
      VectorField last = m.get(m.size() - 1);
      double[][] without = Evaluation.of(run.experiment(), last, null).conductance();
      Experiment changed =
          Films.paper(Effort.FULL, FILMS.settings().get(variant).toArray(String[]::new));
      double[][] with = Evaluation.of(changed, last, null).conductance();
      double largest = 0;
      double change = 0;
      for (int i = 0; i < with.length; i++) {
        for (int j = 0; j < with.length; j++) {
          largest = Math.max(largest, Math.abs(without[i][j]));
          change = Math.max(change, Math.abs(with[i][j] - without[i][j]));
        }
      }
      all.add(change / largest);
    }
    return Spread.of(all);
  }
}
