package hopfilm.claims;

import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.List;
import java.util.Map;

/** With the demagnetising field the film learns too. */
final class DipolarField extends ClaimStudy {

  /**
   * Short, as a convolution over all cells takes four times as long as all else. With cells of 6.25
   * nm, 2 in the width of a wall, one film of six learned even without the field.
   */
  private static final Variants FILMS =
      Variants.of("dipolar", 1, 7)
          .with("without")
          .with("as in a thin film", "film.demag=local")
          .with("1 um thick", "film.demag=on")
          .with("20 nm thick", "film.demag=on", "film.thickness=20 nm")
          .all(
              effort ->
                  List.of(
                      "initial.relax.time=" + effort.choose("2 ns", "5 ns"),
                      "train.time=" + effort.choose("3 ns", "8 ns")));

  DipolarField() {
    super(
        "dipolar",
        "The dipolar field may be left out",
        "Below Eq. 3: the dipolar interaction is not important for textures below a micrometre and is"
            + " left out. Here it acts in full between cells that reach through the film, with the same Ku,"
            + " for the thickness of the paper, 1 \u00b5m, and for 20 nm. \"As in a thin film\" is its limit for no"
            + " thickness, \u2212Ms mz along z, which only lowers the anisotropy. To keep the time short,"
            + " all films of this claim relax for 5 ns and train for 8 ns (2 and 3 ns in a quick"
            + " reproduction).");
    criterion(
        "thick", "at 1 \u00b5m the trained pattern is the lowest in at least 80 % of the films");
    criterion("thin", "at 20 nm the same");
    films(FILMS);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Map<String, TrainedFilms> films = FILMS.judge(trial, e);
    TrainedFilms thick = films.get("1 um thick");
    TrainedFilms thin = films.get("20 nm thick");
    e.decide("thick", thick.lowest().fraction() >= 0.8, thick.fraction());
    e.decide("thin", thin.lowest().fraction() >= 0.8, thin.fraction());
  }
}
