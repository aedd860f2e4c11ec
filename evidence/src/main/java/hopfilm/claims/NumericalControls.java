package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Evidence.Rows;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.List;
import java.util.Map;

/** Controls of ours: whether time step, integrator or cells decide what a film learns. */
final class NumericalControls {

  private NumericalControls() {}

  /** Half the step, and another integrator, give the same verdict. */
  static final class TimeStep extends ClaimStudy {

    private static final String RK4 = "covariant, rk4";
    private static final String STANDARD = "standard, rk4";
    private static final String SCHEME = "numerics.discretisation=standard";
    private static final String RHO = "material.rho_perp=0.12 uOhm m";
    private static final String DOPRI = "numerics.integrator=dopri5";
    private static final String FINE = "numerics.tolerance=1e-7";

    private static final Variants FILMS =
        Variants.of("steps", 1, 4)
            .with(RK4)
            .with(RK4 + ", half the step", "numerics.step=0.41 ps")
            .fully("covariant, dopri5", DOPRI, FINE)
            .with(STANDARD, SCHEME, RHO)
            .fully(STANDARD + ", half the step", SCHEME, RHO, "numerics.step=0.34 ps")
            .fully("standard, dopri5", SCHEME, RHO, DOPRI, FINE);

    TimeStep() {
      super(
          "time-step",
          "The verdict does not depend on the time step",
          "A control of ours: Runge-Kutta 4 at 0.9 of its stability bound against the same at half the"
              + " step, and against Dormand-Prince 5 with an error of 1e-7 a step, on both discretisations."
              + " Trajectories under current are chaotic: what must agree is what was learned.");
      criterion(
          "same",
          "with either discretisation, at half the step (in a quick reproduction of the default one"
              + " only) and (not in a quick one) with the other integrator, the trained pattern is the"
              + " lowest in at least 80 % of the films");
      films(FILMS);
    }

    @Override
    protected void judge(Trial trial, Evidence e) {
      Map<String, TrainedFilms> films = FILMS.judge(trial, e);
      Rows table = e.table("Time steps, first film", "film | steps | mean (ps)");
      for (String variant : films.keySet()) {
        FinishedRun run = trial.films(FILMS.of(variant)).get(0);
        double steps = run.summary().effort().steps();
        double mean = run.experiment().duration() / steps;
        table.row(variant, text("%.0f", steps), text("%.3f", mean * 1e12));
      }
      double worst =
          films.entrySet().stream()
              .filter(f -> !f.getKey().equals(RK4) && !f.getKey().equals(STANDARD))
              .mapToDouble(f -> f.getValue().lowest().fraction())
              .min()
              .orElse(0);
      e.decide("same", worst >= 0.8, "the lowest share is %s", text(worst));
    }
  }

  /** Cells of half the size give the same verdict. */
  static final class Mesh extends ClaimStudy {

    private static final String STANDARD = "numerics.discretisation=standard";

    private static final Variants COARSE =
        Variants.of("mesh", 1, 2)
            .with("covariant, 4 nm")
            .fully("standard, 4 nm", STANDARD, "material.rho_perp=0.12 uOhm m");

    /** Four times the cells and four times the steps: one maze. */
    private static final Variants FINE =
        Variants.of("mesh", 1, 1)
            .with("covariant, 2 nm")
            .fully("standard, 2 nm", STANDARD)
            .all(
                effort ->
                    effort.choose(
                        List.of("film.cell=2 nm", "train.time=5 ns", "initial.relax.time=4 ns"),
                        List.of("film.cell=2 nm", "train.time=16 ns")));

    Mesh() {
      super(
          "mesh",
          "The verdict does not depend on the cells",
          "A control of ours: the walls are 14 nm wide, and the mesh of the paper is not known. Another"
              + " mesh grows another maze from the same seed: what must agree is what was learned. The fine films train for 16 ns in"
              + " place of 20, to keep the time short (5 ns, and relax for 4 in place of 10, in a quick"
              + " reproduction).");
      criterion(
          "same",
          "with cells of 2 nm the trained pattern is the lowest in at least 80 % of the films, those"
              + " of both discretisations counted together");
      films(COARSE, FINE);
    }

    @Override
    protected void judge(Trial trial, Evidence e) {
      COARSE.judge(trial, e);
      SuccessFraction lowest = TrainedFilms.together(FINE.judge(trial, e).values());
      e.decide("same", lowest.successes() >= 0.8 * lowest.total(), "in %s films", text(lowest));
    }
  }
}
