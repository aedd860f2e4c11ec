package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.Step;
import hopfilm.film.AdiabaticHeat;
import hopfilm.key.Materials;
import hopfilm.units.Dimension;
import hopfilm.units.PublishedMaterials;
import hopfilm.units.Quantity;
import java.util.Map;
import java.util.Optional;

/**
 * The warning, before a run and after it, of films hotter than the Curie temperature of their
 * material, where the magnet does not follow its temperature: {@code material.Tc} is not given. A
 * file that is written again has the values of a preset and not its name, so that the material is
 * known by its values: Ms and one of A, D, Ku.
 */
public final class CurieLimit {

  private static final String MEANING =
      " and the Curie temperature of %s is %s: the result does not hold, there is no magnetic order"
          + " above it; give material.Tc with the section heat, which lets the magnet follow its"
          + " temperature, cool the film (heat.ambient, heat.interface, film.thickness), or use"
          + " less voltage";

  private static final String COOLER =
      "; use less voltage, shorter pulses or longer pauses, a thinner film, a lower resistivity or a"
          + " better interface (heat.interface)";

  private CurieLimit() {}

  private record Known(String name, double temperature) {}

  /** A film that begins hot, or comes to be by the estimate of its heat. */
  static Optional<String> before(Experiment e, DriveCurrents currents) {
    Optional<HeatForecast> forecast = currents.forecast(e);
    if (e.material().Tc().isPresent()) {
      return forecast
          .filter(f -> f.ends().isPresent())
          .map(f -> "the current heats a cell to " + f.end(e) + COOLER);
    }
    Optional<Known> limit = limit(e);
    double start = Math.max(e.temperature(), e.heat().map(HeatSpec::ambient).orElse(0.0));
    if (limit.isPresent() && start >= limit.get().temperature) {
      String key = e.temperature() >= start ? "temperature" : "heat.ambient";
      return Optional.of(key + " = " + kelvin(start) + meaning(limit.get()));
    }
    double hot =
        forecast
            .map(HeatForecast::highest)
            .orElseGet(() -> start + e.heat().map(h -> rise(e, h, currents)).orElse(0.0));
    String heats = "the current heats the film to about " + kelvin(hot);
    if (limit.isEmpty()) {
      return e.heat().isPresent() && AdiabaticHeat.losesOrder(hot - start)
          ? Optional.of(heats + ", and no film would keep its order" + COOLER)
          : Optional.empty();
    }
    return hot >= limit.get().temperature
        ? Optional.of(heats + meaning(limit.get()))
        : Optional.empty();
  }

  /**
   * A film that was hot.
   *
   * @param highest temperature of a cell [K]
   */
  public static Optional<String> after(Experiment e, double highest) {
    return limit(e)
        .filter(l -> highest >= l.temperature)
        .map(l -> "the hottest cell was at " + kelvin(highest) + meaning(l));
  }

  /** Where there is no time for a forecast, and no heat sink changes much. */
  private static double rise(Experiment e, HeatSpec heat, DriveCurrents currents) {
    if (e.electrodes().hasHeatSinks()) {
      return 0;
    }
    double joule = 0; // a volume
    double steady = 0;
    for (Map.Entry<Step.Drive, Double> on : DriveHeat.times(e).entrySet()) {
      double power = currents.of(e, on.getKey()).map(DriveHeat::power).orElse(0.0);
      joule += power * on.getValue();
      steady = Math.max(steady, DriveHeat.overInterface(heat, e, power));
    }
    return Math.min(joule / heat.capacity(), steady);
  }

  private static Optional<Known> limit(Experiment e) {
    if (e.material().Tc().isPresent()) {
      return Optional.empty();
    }
    for (Map.Entry<String, PublishedMaterials.Entry> known : Materials.all().entrySet()) {
      Map<String, PublishedMaterials.Value> values = known.getValue().values();
      if (values.containsKey("Tc") && isOf(e.material(), values)) {
        double limit = Quantity.parse(values.get("Tc").text(), Dimension.TEMPERATURE);
        return Optional.of(new Known(known.getKey(), limit));
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(MaterialSpec m, Map<String, PublishedMaterials.Value> values) {
    return is(m.Ms(), values.get("Ms"), Dimension.MAGNETISATION)
        && (is(m.A(), values.get("A"), Dimension.EXCHANGE_STIFFNESS)
            || is(m.D(), values.get("D"), Dimension.SURFACE_ENERGY)
            || is(m.Ku(), values.get("Ku"), Dimension.ENERGY_DENSITY));
  }

  /** The value itself; 0 is that of too many. */
  private static boolean is(double value, PublishedMaterials.Value known, Dimension dimension) {
    return known != null
        && value != 0
        && Math.abs(value / Quantity.parse(known.text(), dimension) - 1) < 1e-9;
  }

  private static String kelvin(double temperature) {
    return Quantity.format(temperature, Dimension.TEMPERATURE, 3);
  }

  private static String meaning(Known limit) {
    return MEANING.formatted(limit.name, kelvin(limit.temperature));
  }
}
