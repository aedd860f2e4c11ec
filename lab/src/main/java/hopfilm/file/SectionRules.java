package hopfilm.file;

import hopfilm.dynamics.Integrator;
import hopfilm.dynamics.Surroundings;
import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.Inject;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.experiment.Step;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.Origin;
import hopfilm.input.Spelling;
import hopfilm.key.Section;
import hopfilm.magnet.TemperatureLaw;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What sections of an experiment demand of each other. */
final class SectionRules {

  private SectionRules() {}

  static void sinks(ElectrodesSpec electrodes, Optional<HeatSpec> heat, Section top) {
    if (heat.isEmpty() && electrodes.hasHeatSinks()) {
      throw top.error("electrodes", FileMessage.SINK_WITHOUT_HEAT);
    }
  }

  static void contacts(FilmSpec film, NumericsSpec numerics, Section top) {
    if (numerics.contacts() == NumericsSpec.Contacts.FITTED && film.layers() > 1) {
      throw top.section("numerics")
          .error("contacts", FileMessage.FITTED_NEEDS_ONE_LAYER, film.layers());
    }
  }

  static void heat(MaterialSpec material, Optional<HeatSpec> heat, Section top) {
    double kelvin = top.value("temperature");
    if (heat.isPresent() && kelvin > 0 && kelvin != heat.get().ambient()) {
      String ambient = Quantity.format(heat.get().ambient(), Dimension.TEMPERATURE);
      throw top.error("temperature", FileMessage.NOISE_AT_OTHER_TEMPERATURE, ambient);
    }
    if (material.temperatureCoefficient() != 0 && heat.isEmpty()) {
      throw top.section("material").error("temperature_coefficient", FileMessage.WARM_WITHOUT_HEAT);
    }
    if (material.Tc().isEmpty()) {
      return;
    }
    Section s = top.section("material");
    if (heat.isEmpty()) {
      throw s.error("Tc", FileMessage.WARM_WITHOUT_HEAT);
    }
    double least = heat.get().ambient() / TemperatureLaw.MAX_SHARE;
    if (!(material.Tc().getAsDouble() > least)) {
      throw s.error(
          "Tc",
          FileMessage.TC_TOO_LOW,
          s.text("Tc"),
          Quantity.format(heat.get().ambient(), Dimension.TEMPERATURE),
          Quantity.format(least, Dimension.TEMPERATURE));
    }
  }

  /** The spin-orbit torque goes with the whole current, the drift in a region with its P. */
  static void polarisation(MaterialSpec material, DisorderSpec disorder, Section top) {
    boolean hasOwn = disorder.regions().stream().anyMatch(r -> r.P().isPresent());
    if (hasOwn && !material.spinOrbit().torque().isNone()) {
      throw top.error("regions", FileMessage.REGION_WITH_SPIN_ORBIT);
    }
  }

  /** A current through the film needs a torque to act. */
  static void injected(Experiment e, Section top) {
    boolean isInjected = e.steps().stream().anyMatch(Inject.class::isInstance);
    if (isInjected && e.material().slonczewski().torque().isNone()) {
      throw top.error("protocol", FileMessage.NO_TORQUE_TO_INJECT);
    }
  }

  /** A gradient needs a temperature to start from, and no cell is colder than 0 K. */
  static void gradient(Experiment e, Section top) {
    FilmSpec film = e.film();
    if (film.warmestCorner() == 0) {
      return;
    }
    Section at = top.section("film");
    String key = "temperature_gradient";
    if (e.heat().isPresent()) {
      throw at.error(key, FileMessage.GRADIENT_WITH_HEAT);
    }
    boolean jumps =
        (film.edges().periodicX() && film.temperatureGradient().get(0) != 0)
            || (film.edges().periodicY() && film.temperatureGradient().get(1) != 0);
    if (jumps) {
      throw at.error(key, FileMessage.GRADIENT_ACROSS_PERIODIC_EDGE, Spelling.of(film.edges()));
    }
    double coldest =
        Stream.concat(Stream.of(e.temperature()), e.steps().stream().map(e::temperature))
            .filter(t -> t > 0)
            .min(Double::compare)
            .orElse(0.0);
    if (coldest < film.warmestCorner()) {
      throw at.error(
          key,
          FileMessage.GRADIENT_BELOW_ZERO,
          Quantity.format(film.warmestCorner(), Dimension.TEMPERATURE),
          Quantity.format(coldest, Dimension.TEMPERATURE));
    }
  }

  /** Refuses temperatures of steps that the film or the integrator cannot have. */
  static void steps(
      List<Step> steps,
      MaterialSpec material,
      Optional<HeatSpec> heat,
      NumericsSpec numerics,
      Origin at) {
    for (Step step : steps) {
      if (step instanceof Step.Repeat repeat) {
        steps(repeat.steps(), material, heat, numerics, at);
      }
      if (!(step instanceof Step.Timed timed) || timed.temperature().isEmpty()) {
        continue;
      }
      double kelvin = timed.temperature().getAsDouble();
      String key = step.kind() + ".temperature";
      String given = Quantity.format(kelvin, Dimension.TEMPERATURE);
      if (kelvin > 0 && numerics.integrator() == Integrator.DOPRI5) {
        throw ExperimentException.at(at, key, FileMessage.NOISE_NEEDS_RK4, given);
      }
      double limit = TemperatureLaw.MAX_SHARE * material.Tc().orElse(Double.POSITIVE_INFINITY);
      if (kelvin >= limit) {
        String highest = Quantity.format(limit, Dimension.TEMPERATURE);
        throw ExperimentException.at(at, key, FileMessage.STEP_TOO_HOT, given, highest);
      }
      double coefficient = material.temperatureCoefficient();
      double ambient = heat.map(HeatSpec::ambient).orElse(kelvin);
      double left = 1 + coefficient * (kelvin - ambient);
      if (left < Surroundings.Heat.MIN_RESISTIVITY && !step.heating().isEmpty()) {
        double last = ambient - (1 - Surroundings.Heat.MIN_RESISTIVITY) / coefficient;
        String bound =
            (kelvin < last ? "at least " : "at most ")
                + Quantity.format(last, Dimension.TEMPERATURE, 3);
        throw ExperimentException.at(at, key, FileMessage.STEP_WITHOUT_RESISTIVITY, given, bound);
      }
    }
  }
}
