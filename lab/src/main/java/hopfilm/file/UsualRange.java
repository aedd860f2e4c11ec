package hopfilm.file;

import hopfilm.experiment.Experiment;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a value usually is in films of this kind. A value outside is allowed and warned of: most
 * often its unit or prefix is wrong.
 *
 * @param key of the experiment file
 * @param dimension of the value
 * @param low lowest usual magnitude, with its unit; 0 itself is usual
 * @param high highest usual magnitude, with its unit
 * @param value reads it [SI]
 */
public record UsualRange(
    String key, Dimension dimension, String low, String high, ToDoubleFunction<Experiment> value) {

  /** All that are known. */
  public static final List<UsualRange> ALL =
      List.of(
          of("film.size", Dimension.LENGTH, "4 nm", "100 um", e -> e.film().sizeX()),
          of("film.size", Dimension.LENGTH, "4 nm", "100 um", e -> e.film().sizeY()),
          of("film.thickness", Dimension.LENGTH, "0.3 nm", "10 um", e -> e.film().thickness()),
          of("material.Ms", Dimension.MAGNETISATION, "20 kA/m", "2 MA/m", e -> e.material().Ms()),
          of(
              "material.A",
              Dimension.EXCHANGE_STIFFNESS,
              "0.3 pJ/m",
              "50 pJ/m",
              e -> e.material().A()),
          of(
              "material.Ku",
              Dimension.ENERGY_DENSITY,
              "1 kJ/m^3",
              "5 MJ/m^3",
              e -> e.material().Ku()),
          of(
              "material.D",
              Dimension.SURFACE_ENERGY,
              "0.05 mJ/m^2",
              "10 mJ/m^2",
              e -> e.material().D()),
          of("material.alpha", Dimension.FRACTION, "0.0001", "1", e -> e.material().alpha()),
          of("material.P", Dimension.FRACTION, "0.05", "1", e -> e.material().P()),
          of("material.xi", Dimension.FRACTION, "0.0001", "1", e -> e.material().xi()),
          of(
              "material.rho_perp",
              Dimension.RESISTIVITY,
              "0.01 uOhm m",
              "20 uOhm m",
              e -> e.material().rhoPerp()),
          of("temperature", Dimension.TEMPERATURE, "0.01 K", "1000 K", Experiment::temperature));

  private static UsualRange of(
      String key,
      Dimension dimension,
      String low,
      String high,
      ToDoubleFunction<Experiment> value) {
    return new UsualRange(key, dimension, low, high, value);
  }

  /** That of a key. */
  public static Optional<UsualRange> of(String key) {
    return ALL.stream().filter(r -> r.key.equals(key)).findFirst();
  }

  /** A line about the value in an experiment if it is unusual. */
  public Optional<String> warning(Experiment e) {
    double v = value.applyAsDouble(e);
    double size = Math.abs(v);
    boolean usual =
        size >= Quantity.parse(low, dimension) && size <= Quantity.parse(high, dimension);
    if (size == 0 || usual) {
      return Optional.empty();
    }
    return Optional.of(
        "%s = %s is unusual, usual are %s; check number and unit"
            .formatted(key, Quantity.format(v, dimension), text()));
  }

  /** {@code 20 kA/m to 2 MA/m}. */
  public String text() {
    return low + " to " + high;
  }
}
