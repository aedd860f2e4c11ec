package hopfilm.claims;

import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Criterion;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.FinishedRuns;
import hopfilm.reproduce.Numbers;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Half the step, and another integrator, give the same verdict. */
final class TimeStepControl implements Claim {

  private static final int QUICK = 1;
  private static final int FULL = 4;
  private static final String RK4 = "covariant, rk4";
  private static final String HALF = RK4 + ", half the step";
  private static final String STANDARD = "standard, rk4";
  private static final String STANDARD_HALF = STANDARD + ", half the step";
  private static final Variants FILMS =
      new Variants("steps", settings(), List.of(RK4, HALF, STANDARD));

  private static Map<String, List<String>> settings() {
    String dopri = "numerics.integrator=dopri5";
    String fine = "numerics.tolerance=1e-7";
    String standard = "numerics.discretisation=standard";
    String rho = "material.rho_perp=0.12 uOhm m";
    Map<String, List<String>> m = new LinkedHashMap<>();
    m.put(RK4, List.of());
    m.put(HALF, List.of("numerics.step=0.41 ps"));
    m.put("covariant, dopri5", List.of(dopri, fine));
    m.put(STANDARD, List.of(standard, rho));
    m.put(STANDARD_HALF, List.of(standard, rho, "numerics.step=0.34 ps"));
    m.put("standard, dopri5", List.of(standard, rho, dopri, fine));
    return m;
  }

  @Override
  public String id() {
    return "time-step";
  }

  @Override
  public String title() {
    return "The verdict does not depend on the time step";
  }

  @Override
  public String source() {
    return "A control of ours: Runge-Kutta 4 at 0.9 of its stability bound against the same at half the"
        + " step, and against Dormand-Prince 5 with an error of 1e-7 a step, on both discretisations."
        + " Trajectories under current are chaotic: what must agree is what was learned.";
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(
        Criterion.of(
            "same",
            "with either discretisation, at half the step (in a quick reproduction of the default one"
                + " only) and (not in a quick one) with the other integrator, the trained pattern is the"
                + " lowest in at least 80 % of the films"));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return FILMS.runs(effort, QUICK, FULL);
  }

  @Override
  public void judge(Effort effort, FinishedRuns finished, Evidence evidence) throws IOException {
    Map<String, TrainedFilms> films = FILMS.judge(effort, QUICK, FULL, finished, evidence);
    List<List<String>> rows = new ArrayList<>();
    for (String variant : FILMS.names(effort)) {
      FinishedRun run = finished.get(FILMS.runs(variant, effort, QUICK, FULL).get(0));
      double steps = run.summary().effort().steps();
      double mean = run.experiment().duration() / steps;
      rows.add(
          List.of(
              variant,
              String.format(Locale.ROOT, "%.0f", steps),
              String.format(Locale.ROOT, "%.3f", mean * 1e12)));
    }
    evidence.table("Time steps, first film", List.of("film", "steps", "mean (ps)"), rows);
    double worst =
        films.entrySet().stream()
            .filter(f -> !f.getKey().equals(RK4) && !f.getKey().equals(STANDARD))
            .mapToDouble(f -> f.getValue().lowest().fraction())
            .min()
            .orElse(0);
    evidence.decide("same", worst >= 0.8, "the lowest share is %s".formatted(Numbers.text(worst)));
  }
}
