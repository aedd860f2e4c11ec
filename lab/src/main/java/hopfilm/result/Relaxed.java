package hopfilm.result;

import static hopfilm.units.Constants.MU0;

import hopfilm.units.Dimension;
import hopfilm.units.Quantity;

/** How far from rest a relaxation ended, in {@code summary.json}. */
public record Relaxed(
    @Field(unit = "s", value = "start of the step") double start,
    @Field(unit = "s", value = "end of the step") double end,
    @Field(unit = "A/m", value = "largest |m x H| of a cell at the end") double torque,
    @Field("that torque relative to the largest Ms") double torqueOfMs,
    @Field(unit = "J", value = "change of the energy") double energyChange) {

  /** A film that turns by this part of Ms or more is far from rest. */
  public static final double FAR = 0.05;

  /** Whether it ended far from rest. */
  public boolean isFar() {
    return torqueOfMs > FAR;
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
  public static String field(double h) {
    return "%s (%s)"
        .formatted(
            Quantity.format(h, Dimension.MAGNETIC_FIELD, 2),
            Quantity.format(MU0 * h, Dimension.FLUX_DENSITY, 2));
  }
}
