package hopfilm.key;

import hopfilm.experiment.Keys;
import hopfilm.experiment.MaterialSpec;
import hopfilm.units.PublishedMaterials;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/** Materials whose values have a source. */
public final class Materials {

  /** Keys of a material that must come from its source or from the user: no default stands in. */
  public static final List<String> NEEDED =
      Component.all(MaterialSpec.class).stream()
          .filter(c -> c.of().isAnnotationPresent(Keys.FromSource.class))
          .map(Component::key)
          .toList();

  /** For the section heat and material.Tc, to be written there: a preset does not fill them in. */
  public static final List<String> MORE =
      List.of("Tc", "thermal_conductivity", "density", "specific_heat");

  /** Read at the first question, as most films have no preset. */
  private static final class Known {
    private static final List<String> MAGNETS =
        all().keySet().stream().filter(name -> all().get(name).isMagnet()).toList();
  }

  private static final List<String> MAGNETS =
      new AbstractList<>() {
        @Override
        public String get(int index) {
          return Known.MAGNETS.get(index);
        }

        @Override
        public int size() {
          return Known.MAGNETS.size();
        }
      };

  static final Key PRESET =
      new Key(
          "material.preset",
          new KeyKind.Choice(MAGNETS),
          null,
          "published values (`hopfilm materials`); other keys replace or complete them");

  private Materials() {}

  /** Keys of a material that are needed and have no source. */
  public static List<String> unknown(String name) {
    return NEEDED.stream().filter(k -> !all().get(name).values().containsKey(k)).toList();
  }

  /** All by their names, in the order of the list. */
  public static Map<String, PublishedMaterials.Entry> all() {
    return PublishedMaterials.all();
  }

  /** Names of those that can be the film. */
  public static List<String> magnets() {
    return MAGNETS;
  }
}
