package hopfilm.file;

import static hopfilm.file.KeyForms.key;
import static hopfilm.file.KeyForms.measure;
import static hopfilm.file.KeyForms.text;

import hopfilm.experiment.Substrates;
import hopfilm.file.KeyKind.Measure;
import hopfilm.units.Dimension;
import java.util.List;

/** The keys of the section {@code heat}. */
final class HeatKeys {

  private static final Measure CAPACITY =
      measure(Dimension.HEAT_CAPACITY, "MJ/m^3/K", "0.01 MJ/m^3/K", "100 MJ/m^3/K");

  static final List<Key> ALL =
      List.of(
          key(
              "heat.ambient",
              measure(Dimension.TEMPERATURE, "K", "0.001 K", "10 kK"),
              "300 K",
              "temperature of film and substrate at the start, and of contacts that are heat sinks"),
          key("heat.capacity", CAPACITY, "3.5 MJ/m^3/K", "heat capacity of the film"),
          key(
              "heat.conductivity",
              measure(Dimension.THERMAL_CONDUCTIVITY, "W/m/K", "0 W/m/K", "1e5 W/m/K"),
              "30 W/m/K",
              "thermal conductivity of the film"),
          key(
              "heat.interface",
              measure(Dimension.THERMAL_CONDUCTANCE, "MW/m^2/K", "0 MW/m^2/K", "1e6 MW/m^2/K"),
              "100 MW/m^2/K",
              "heat that crosses the interface to the substrate; 0 for an insulated film"),
          key(
              "heat.substrate",
              text(Substrates.words()),
              "ideal",
              "what the film lies on: ideal stays at ambient temperature, all others are half-spaces"),
          key("heat.substrate.capacity", CAPACITY, null, "heat capacity of another substrate"),
          key(
              "heat.substrate.conductivity",
              measure(Dimension.THERMAL_CONDUCTIVITY, "W/m/K", "0.001 W/m/K", "1e5 W/m/K"),
              null,
              "its thermal conductivity"));

  private HeatKeys() {}
}
