package hopfilm.result;

import static hopfilm.units.Constants.MU0;

import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far from rest a relaxation ended, in {@code summary.json}. */
public record Relaxed(
    @Field(unit = "s", value = "start") double start,
    @Field(unit = "s", value = "end") double end,
    @Field(unit = "A/m", value = "largest final |m x H| of a cell") double torque,
    @Field("torque relative to the largest Ms") double torqueOfMs,
    @Field(unit = "J", value = "energy change") double energyChange) {

  /** A film that turns by this part of Ms or more is far from rest. */
  private static final double FAR = 0.05;

  /**
   * Why it may need more time.
   *
   * @param wanted torque at which it was to end [A/m]
   * @param shouldRest whether neither noise nor a field in motion forbids that it comes to rest
   */
  public Optional<String> warning(OptionalDouble wanted, boolean shouldRest) {
    if (torque > wanted.orElse(Double.POSITIVE_INFINITY)) {
      return Optional.of(
          "relax ended before the film was at rest: the largest |m x H| is %s, and %s was asked for; give it a longer time, or a larger torque"
              .formatted(field(torque), field(wanted.orElseThrow())));
    }
    return torqueOfMs > FAR && shouldRest
        ? Optional.of(
            "relax ended far from rest: the largest |m x H| is %s, more than %.0f %% of Ms; give it a longer time"
                .formatted(field(torque), 100 * FAR))
        : Optional.empty();
  }

  /** How it ended, in words. */
  public String words() {
    return "largest |m x H| %s, %s %% of Ms; the energy %s by %s"
        .formatted(
            field(torque),
            Quantity.digits(100 * torqueOfMs, 2),
            energyChange > 0 ? "rose" : "fell",
            Quantity.format(Math.abs(energyChange), Dimension.ENERGY, 3));
  }

  /** A field in both of its units. */
  private static String field(double h) {
    return "%s (%s)"
        .formatted(
            Quantity.format(h, Dimension.MAGNETIC_FIELD, 2),
            Quantity.format(MU0 * h, Dimension.FLUX_DENSITY, 2));
  }
}
