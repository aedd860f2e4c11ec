package hopfilm.file;

import hopfilm.experiment.MaterialSpec;
import hopfilm.input.ExperimentException;
import java.util.ArrayList;
import java.util.List;

/** The section {@code material}, which may begin with a preset. */
final class MaterialSection {

  private MaterialSection() {}

  static MaterialSpec read(Section given) {
    Section s = withPreset(given);
    return Binder.read(MaterialSpec.class, s.without("preset"));
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
      throw s.error("preset", FileMessage.PRESET_LACKS, name, String.join(", ", missing));
    }
    return s.over(merged);
  }
}
