package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.List;

/** Cells of half the size give the same verdict. */
final class MeshControl extends ClaimStudy {

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

  MeshControl() {
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
