package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.text;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.CurieSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.MaterialSpec.DmiStrength;
import hopfilm.file.KeyKind.Measure;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.magnet.DmiKind;
import hopfilm.magnet.SpinOrbitTorque;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The section {@code material}, read and written. */
final class MaterialSection {

  private MaterialSection() {}

  static MaterialSpec read(Section given) {
    Section s = withPreset(given);
    double[] axis = s.direction("axis");
    Quantity d = s.quantity("D");
    Section orbit = s.section("spin_orbit");
    return new MaterialSpec(
        s.value("Ms"),
        s.value("A"),
        s.value("Ku"),
        Arrays.stream(axis).boxed().toList(),
        new DmiStrength(d.value(), d.dimension() == Dimension.CURRENT),
        s.constant("dmi", DmiKind.class),
        s.value("alpha"),
        s.value("P"),
        s.value("xi"),
        s.value("rho_perp"),
        s.value("amr"),
        s.value("hall_angle"),
        s.choice("planar_hall").equals("on"),
        s.value("temperature_coefficient"),
        curie(s),
        new SpinOrbitTorque(orbit.value("damping_like"), orbit.value("field_like")));
  }

  /**
   * The section {@code material} with the values of its preset where it gives none.
   *
   * @throws ExperimentException if a value is neither known nor given
   */
  private static Section withPreset(Section s) {
    if (!s.has("preset")) {
      return s;
    }
    String name = s.choice("preset");
    YamlNode.Mapping merged = YamlNode.Mapping.empty(s.origin());
    List<String> missing = new ArrayList<>();
    for (String key : Materials.NEEDED) {
      Materials.Value value = Materials.all().get(name).values().get(key);
      if (s.has(key)) {
        continue;
      } else if (value == null) {
        missing.add(key);
      } else {
        merged = merged.with(key, new YamlNode.Scalar(value.text(), s.originOf("preset")));
      }
    }
    if (!missing.isEmpty()) {
      throw s.error("preset", Message.PRESET_LACKS, name, String.join(", ", missing));
    }
    return s.over(merged);
  }

  private static Optional<CurieSpec> curie(Section s) {
    Section e = s.section("exponents");
    double[] exponents = {e.value("A"), e.value("D"), e.value("Ku")};
    if (!s.has("Tc")) {
      s.refuse("exponents", Message.EXPONENTS_WITHOUT_TC);
      return Optional.empty();
    }
    return Optional.of(new CurieSpec(s.value("Tc"), exponents[0], exponents[1], exponents[2]));
  }

  private static YamlNode.Mapping with(YamlNode.Mapping map, CurieSpec curie) {
    return map.with("Tc", number("material.Tc", curie.Tc()))
        .with(
            "exponents",
            map()
                .with("A", number("material.exponents.A", curie.A()))
                .with("D", number("material.exponents.D", curie.D()))
                .with("Ku", number("material.exponents.Ku", curie.Ku())));
  }

  static YamlNode tree(MaterialSpec m) {
    YamlNode.Mapping map =
        map()
            .with("Ms", number("material.Ms", m.Ms()))
            .with("A", number("material.A", m.A()))
            .with("Ku", number("material.Ku", m.Ku()));
    if (!m.axis().equals(List.of(0.0, 0.0, 1.0))) {
      map = map.with("axis", numbers("material.axis", m.axis()));
    }
    Measure d = (Measure) ExperimentKeys.find("material.D").kind();
    Dimension form = m.dmiStrength().isField() ? Dimension.CURRENT : Dimension.SURFACE_ENERGY;
    if (m.temperatureCoefficient() != 0) {
      String key = "temperature_coefficient";
      map = map.with(key, number("material." + key, m.temperatureCoefficient()));
    }
    map = m.curie().isPresent() ? with(map, m.curie().get()) : map;
    return map.with("D", scalar(text(m.dmiStrength().value(), d.form(form))))
        .with("dmi", word(m.dmi()))
        .with("alpha", number("material.alpha", m.alpha()))
        .with("P", number("material.P", m.P()))
        .with("xi", number("material.xi", m.xi()))
        .with("rho_perp", number("material.rho_perp", m.rhoPerp()))
        .with("amr", number("material.amr", m.amr()))
        .with("hall_angle", number("material.hall_angle", m.hallAngle()))
        .with("planar_hall", scalar(m.planarHall() ? "on" : "off"))
        .with(
            "spin_orbit",
            map()
                .with(
                    "damping_like",
                    number("material.spin_orbit.damping_like", m.spinOrbit().dampingLike()))
                .with(
                    "field_like",
                    number("material.spin_orbit.field_like", m.spinOrbit().fieldLike())));
  }
}
