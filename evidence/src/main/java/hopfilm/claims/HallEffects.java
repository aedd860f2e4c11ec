package hopfilm.claims;

import hopfilm.experiment.Experiment;
import hopfilm.grid.VectorField;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import hopfilm.run.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The planar and the anomalous Hall effect hardly matter. */
final class HallEffects extends ClaimStudy {

  private static final String NONE = "a = 150 %";
  private static final String ANOMALOUS = "anomalous Hall angle 1 deg";
  private static final String STRONG = "anomalous Hall angle 5 deg";
  private static final String PLANAR = "planar Hall effect left out";

  private static final Variants FILMS =
      Variants.of("hall", 1, 3)
          .with(NONE)
          .fully(ANOMALOUS, "material.hall_angle=1 deg")
          .with(STRONG, "material.hall_angle=5 deg")
          .fully(PLANAR, "material.planar_hall=off");

  HallEffects() {
    super(
        "hall",
        "Hall effects may be left out",
        "Discussion and the supplement that it names: the planar and the anomalous Hall effect may be"
            + " disregarded, as the magnetisation vanishes on average without a field. The planar Hall effect"
            + " is the part sigma_delta m_x m_y of the conductivity, which is always in here; it is left out for"
            + " comparison, in a quick reproduction on the same textures only. The anomalous one adds +-tan(angle) sigma_perp m_z; 1 deg is usual in metals, 5 deg"
            + " large.");
    criterion(
        "learns",
        "with either anomalous Hall angle (in a quick reproduction, 5 deg) the trained pattern is the"
            + " lowest in at least 80 % of the films");
    criterion(
        "anomalous",
        "on the same trained textures an anomalous Hall angle of 1 deg changes no conductance by more"
            + " than 1 % of the largest");
    criterion(
        "planar",
        "leaving the planar Hall effect out changes none of them by more than 1 % of the largest");
    // the unchanged films are those of other claims
    films(FILMS.keeping(r -> r.name().startsWith("paper")));
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Map<String, TrainedFilms> films = FILMS.judge(trial, e);
    List<String> angles = trial.isQuick() ? List.of(STRONG) : List.of(ANOMALOUS, STRONG);
    e.decide(
        "learns",
        angles.stream().allMatch(angle -> films.get(angle).lowest().fraction() >= 0.8),
        angles.stream()
            .map(angle -> angle + ": " + films.get(angle).fraction())
            .collect(Collectors.joining("; ")));
    List<FinishedRun> plain = trial.films(FILMS.of(NONE));
    Spread anomalous = changes(trial.effort(), plain, ANOMALOUS);
    Spread planar = changes(trial.effort(), plain, PLANAR);
    String change = "largest change of G by %s, same texture";
    e.number(change.formatted(ANOMALOUS), anomalous, "of the largest element");
    e.number(change.formatted(STRONG), changes(trial.effort(), plain, STRONG), "of the largest element");
    e.number("largest change of G, " + PLANAR + ", same texture", planar, "of the largest element");
    String most = "at most %.2g %% in %d films";
    e.decide(
        "anomalous", anomalous.greatest() <= 0.01, most, 100 * anomalous.greatest(), anomalous.n());
    e.decide("planar", planar.greatest() <= 0.01, most, 100 * planar.greatest(), planar.n());
    e.note(
        "Without the planar Hall effect the conductivity is no longer a tensor that turns with the"
            + " magnetisation: a wall at 45 deg to the edges conducts as its components along x and y say.");
  }

  /** Largest change of an element by other keys on the trained textures, of the largest element. */
  private static Spread changes(Effort effort, List<FinishedRun> plain, String variant) {
    Experiment changed =
        PaperFilms.paper(FILMS.settings().get(variant).toArray(String[]::new)).of(effort, 1);
    return Spread.of(plain, run -> change(run.experiment(), changed, run.after()));
  }

  private static double change(Experiment before, Experiment changed, VectorField m) {
    double[][] without = Evaluation.of(before, m, null).conductance();
    double[][] with = Evaluation.of(changed, m, null).conductance();
    double largest = 0;
    double change = 0;
    for (int i = 0; i < with.length; i++) {
      for (int j = 0; j < with.length; j++) {
        largest = Math.max(largest, Math.abs(without[i][j]));
        change = Math.max(change, Math.abs(with[i][j] - without[i][j]));
      }
    }
    return change / largest;
  }
}
