package hopfilm.check;

import static hopfilm.check.Plausibility.length;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.MaterialSpec;
import hopfilm.magnet.DemagKind;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lengths and wall energy of a film, in words. */
final class LengthFacts {

  private LengthFacts() {}

  static void add(Experiment e, Map<String, String> facts) {
    LengthScales l = LengthScales.of(e);
    facts.put(
        "exchange length",
        round(l.exchange(), Dimension.LENGTH)
            + (l.isDipolar() ? "" : ", not used (film.demag: %s)".formatted(demag(e))));
    anisotropy(e).ifPresent(k -> facts.put("K of the lengths", k));
    facts.put("DMI pitch", round(l.pitch(), Dimension.LENGTH));
    facts.put("wall width", round(l.wallWidth(), Dimension.LENGTH));
    if (Double.isFinite(l.cubic())) {
      facts.put("cubic wall", round(l.cubic(), Dimension.LENGTH));
    }
    String period =
        l.relativeD() > 1
            ? "%s, %s".formatted(round(l.period(), Dimension.LENGTH), relative(l, e))
            : "none: %s is too weak".formatted(relative(l, e))
                + (l.isDipolar() ? " for one, but the stray field makes domains too" : "");
    facts.put("spiral period", period + leftOut(e));
    ContactGap.words(e, l.relativeD() > 1 ? l.period() : Double.NaN)
        .ifPresent(words -> facts.put("gap of contacts", words));
    if (Double.isFinite(l.shortest())) {
      facts.put(
          "resolution",
          String.format(
              Locale.ROOT,
              "%.1f cells in the %s; 3 or more are needed",
              l.shortest() / e.film().cell(),
              l.shortestName()));
    }
    OptionalDouble wall = Plausibility.wall(e);
    if (wall.isPresent()) {
      facts.put(
          "wall energy, %s cells".formatted(length(e.film().cell())),
          "%s: stripes %s"
                  .formatted(
                      round(wall.getAsDouble(), Dimension.SURFACE_ENERGY),
                      wall.getAsDouble() < 0 ? "form by themselves" : "cost energy")
              + leftOut(e));
    }
  }

  /** What lengths and wall energies do not know, in words. */
  private static String leftOut(Experiment e) {
    List<String> all = new ArrayList<>();
    if (e.material().Kc1().orElse(0) != 0) {
      all.add("Kc1");
    }
    if (!e.disorder().regions().isEmpty()) {
      all.add("regions");
    }
    if (e.disorder().grains().isPresent()) {
      all.add("grains");
    }
    return all.isEmpty() ? "" : "; not forecast with %s".formatted(String.join(" and ", all));
  }

  private static String demag(Experiment e) {
    return e.film().demag().name().toLowerCase(Locale.ROOT);
  }

  /** With which K lengths are computed, where the film has a demagnetising field. */
  private static Optional<String> anisotropy(Experiment e) {
    MaterialSpec m = e.material();
    DemagKind demag = e.film().demag();
    DemagKind seen = LengthScales.seen(m, e.film());
    boolean isReduced = seen == DemagKind.LOCAL && m.hasNormalAxis();
    return demag == DemagKind.OFF
        ? Optional.empty()
        : Optional.of(
            "%s, %s"
                .formatted(
                    round(m.anisotropy(seen), Dimension.ENERGY_DENSITY),
                    isReduced
                        ? "Ku - mu0 Ms^2/2 of a thin film (film.demag: %s)".formatted(demag(e))
                        : "Ku as given, without the demagnetising field"
                            + (seen == DemagKind.ON
                                ? ": the film is thicker than the exchange length"
                                : "")));
  }

  private static String relative(LengthScales l, Experiment e) {
    if (!Double.isInfinite(l.relativeD())) {
      return String.format(Locale.ROOT, "D = %.3f Dc", l.relativeD());
    }
    return LengthScales.isIsotropic(e)
        ? "any D makes one, as there is no anisotropy"
        : "as without anisotropy; Dc is not known without an easy axis";
  }

  /** With three digits. */
  static String round(double value, Dimension dimension) {
    if (Double.isInfinite(value) || value == 0) {
      return Double.isInfinite(value) ? "infinite" : "0";
    }
    return Quantity.format(value, dimension, 3);
  }
}
