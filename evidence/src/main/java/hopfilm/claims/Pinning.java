package hopfilm.claims;

import static hopfilm.reproduce.Numbers.text;

import hopfilm.reproduce.ClaimStudy;
import hopfilm.reproduce.Evidence;
import hopfilm.reproduce.Spread;
import hopfilm.reproduce.TrainedFilms;
import hopfilm.reproduce.Trial;
import java.util.Map;

/** Weak pinning sites do not matter; strong ones hold the stripes. */
final class Pinning extends ClaimStudy {

  private static final String WEAK = "weak sites, %d per \u00b5m\u00b2";
  private static final String FROZEN = "frozen sites, %d per \u00b5m\u00b2";

  private static final Variants FILMS =
      Variants.of("pinning", 1, 2)
          .with("no sites")
          .fully(WEAK.formatted(100), sites(100, "Ku: 360 kJ/m^3"))
          .with(WEAK.formatted(400), sites(400, "Ku: 360 kJ/m^3"))
          .fully(WEAK.formatted(1600), sites(1600, "Ku: 360 kJ/m^3"))
          .fully(FROZEN.formatted(100), sites(100, "frozen: true"))
          .fully(FROZEN.formatted(400), sites(400, "frozen: true"))
          .with(FROZEN.formatted(1600), sites(1600, "frozen: true"));

  Pinning() {
    super(
        "pinning",
        "Weak pinning may be left out",
        "Discussion of Fig. 1 and the supplement that it names: weak pinning sites do not matter. Here"
            + " sites of 8 nm radius lie at random on 2, 8 and 28 % of the film; in weak ones the anisotropy"
            + " is lower by a quarter, in frozen ones the magnetisation stays as it is in the relaxed maze.");
    criterion(
        "weak",
        "with weak sites the trained pattern is the lowest in at least 80 % of the films at every"
            + " density (in a quick reproduction, 400 per \u00b5m\u00b2)");
    criterion(
        "strong",
        "with frozen sites at the highest density training adds less than half of what it adds"
            + " without sites");
    films(FILMS);
  }

  private static String sites(int density, String strength) {
    return "pinning={density: %d 1/um^2, radius: 8 nm, %s}".formatted(density, strength);
  }

  @Override
  protected void judge(Trial trial, Evidence e) {
    Map<String, TrainedFilms> films = FILMS.judge(trial, e);
    double worst =
        films.entrySet().stream()
            .filter(f -> f.getKey().startsWith("weak"))
            .mapToDouble(f -> f.getValue().lowest().fraction())
            .min()
            .orElseThrow();
    e.decide("weak", worst >= 0.8, "the lowest share is %s", text(worst));
    Spread free = films.get("no sites").contrast();
    Spread held = films.get(FROZEN.formatted(1600)).contrast();
    e.decide(
        "strong",
        held.mean() < 0.5 * free.mean(),
        "%.2f %% against %.2f %% of the power, n = %d",
        100 * held.mean(),
        100 * free.mean(),
        held.n());
    e.note("The sites lie at the same random places in all films of a density.");
  }
}
