package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.Map;

/** Other magnetoresistances and stronger Dzyaloshinskii-Moriya interaction. */
final class OtherMaterials extends ClaimStudy {

  private static final Variants FILMS =
      Variants.of("material", 1, 5)
          .with("a = 150 %")
          .with("a = 80 %", "material.amr=80 %")
          .with("a = 8 %", "material.amr=8 %")
          .fully("a = -150 %", "material.amr=-150 %")
          .with("1.25 D", "material.D=8.125 mA")
          .fully("1.5 D", "material.D=9.75 mA");

  OtherMaterials() {
    super(
        "materials",
        "Other materials learn too",
        "Discussion: a large magnetoresistance helps; known values are 8 % (permalloy), 80 %"
            + " (La1.2Sr1.8Mn2O7) and up to -160 % (Sr2IrO4). A stronger interaction D makes the torque more"
            + " efficient. The idea works for less optimal materials at the cost of power and time.");
    criterion(
        "less",
        "with a = 80 % and with 8 % the trained pattern is the lowest in at least 80 % of the films");
    criterion("helps", "what training adds to the conductance falls from 150 over 80 to 8 %");
    criterion(
        "dmi", "at 1.25 D training for the same time at the same voltage adds more than at D");
    films(FILMS);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Map<String, TrainedFilms> films = FILMS.judge(trial, e);
    TrainedFilms large = films.get("a = 150 %");
    TrainedFilms middle = films.get("a = 80 %");
    TrainedFilms small = films.get("a = 8 %");
    TrainedFilms strong = films.get("1.25 D");
    e.decide(
        "less",
        Math.min(middle.lowest().fraction(), small.lowest().fraction()) >= 0.8,
        "80 %%: %s; 8 %%: %s",
        middle.fraction(),
        small.fraction());
    e.decide(
        "helps",
        large.contrast().mean() > middle.contrast().mean()
            && middle.contrast().mean() > small.contrast().mean(),
        "%s, %s and %s %%",
        percent(large),
        percent(middle),
        percent(small));
    e.decide(
        "dmi",
        strong.contrast().mean() > large.contrast().mean(),
        "%s against %s %%",
        percent(strong),
        percent(large));
    e.note(
        "With a = -150 % the film conducts better along m, so that turning the stripes across the current"
            + " acts the other way round; the row shows what comes of it (not in a quick reproduction).");
  }

  private static String percent(TrainedFilms f) {
    return text(100 * f.contrast().mean());
  }
}
