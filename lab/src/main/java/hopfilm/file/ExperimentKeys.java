package hopfilm.file;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Keys;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.experiment.Outline;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.Training;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All keys of the experiment file, each declared once with unit, limits, default and meaning; the
 * reader, the messages and the manual come from here. The defaults are those of the default film.
 */
public final class ExperimentKeys {

  /** A drawing of film and electrodes, which become outlines before a run is read. */
  record Device(
      @Keys.Key(
              "drawing of the device: its elements film, hole* and the electrodes, named by id or"
                  + " label")
          @In("a file")
          String svg,
      @Keys.Key(
              "length of one unit of its viewBox; the lower left corner of film is the film's"
                  + " corner")
          @In(Outline.LENGTH)
          @Default("1 nm")
          double scale) {}

  private static final Key SWEEP =
      new Key(
          "sweep",
          new KeyKind.Other("keys with a list or range of values", false),
          null,
          "every combination is one run");

  /** Where parts of a shape are declared, however deep they are. */
  public static final String PARTS = "parts[]";

  /** In the order of the file. */
  public static final List<Key> ALL =
      Stream.of(
              of(Component.keys("", Experiment.class), "name"),
              Component.keys("film", FilmSpec.class),
              List.of(Materials.PRESET),
              Component.keys("material", MaterialSpec.class),
              Component.keys("pinning", DisorderSpec.Pinning.class),
              Component.keys("grains", DisorderSpec.Grains.class),
              Component.keys("heat", HeatSpec.class),
              Component.keys("electrodes", ElectrodesSpec.Laid.class),
              Component.keys("electrodes[]", ElectrodesSpec.Entry.class),
              Component.keys(PARTS, Outline.Placed.class),
              Component.keys("device", Device.class),
              Component.keys("initial", InitialSpec.class),
              step("relax", Step.Relax.class),
              step("rest", Step.Rest.class),
              step("train", Training.class),
              step("measure", Step.Measure.class),
              step("retrieve", RetrieveKeys.class),
              step("field", Step.Field.class),
              step("repeat", Step.Repeat.class),
              Component.keys("network", NetworkSpec.class),
              Component.keys("numerics", NumericsSpec.class),
              Component.keys("output", OutputSpec.class),
              of(Component.keys("", Experiment.class), "temperature", "seed"),
              List.of(SWEEP),
              Component.keys("optimise", OptimiseKeys.class))
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Key> BY_PATH =
      ALL.stream()
          .collect(
              Collectors.toMap(Key::path, Function.identity(), (a, b) -> a, LinkedHashMap::new));

  /** What stands below each section: asked for at every section of every file. */
  private static final Map<String, List<String>> CHILDREN = new ConcurrentHashMap<>();

  private ExperimentKeys() {}

  private static List<Key> step(String kind, Class<?> record) {
    return Component.keys("protocol." + kind, record);
  }

  private static List<Key> of(List<Key> keys, String... names) {
    return keys.stream().filter(k -> Arrays.asList(names).contains(k.path())).toList();
  }

  /** The key of a path, or null. */
  public static Key find(String path) {
    return BY_PATH.get(place(path));
  }

  /** Parts of a shape have their keys once, however deep they are. */
  private static String place(String path) {
    int parts = path.lastIndexOf("." + PARTS);
    return parts < 0 ? path : path.substring(parts + 1);
  }

  /** Names directly below a section, in the order of the file; empty for what is no section. */
  public static List<String> children(String section) {
    return CHILDREN.computeIfAbsent(
        section.isEmpty() ? "" : place(section) + ".", ExperimentKeys::below);
  }

  private static List<String> below(String prefix) {
    return ALL.stream()
        .map(Key::path)
        .filter(p -> p.startsWith(prefix) && !p.substring(prefix.length()).contains("[]"))
        .map(p -> p.substring(prefix.length()).split("\\.")[0])
        .distinct()
        .toList();
  }
}
