package hopfilm.file;

import static hopfilm.file.KeyForms.DISTANCE;
import static hopfilm.file.KeyForms.LENGTH;
import static hopfilm.file.KeyForms.RESISTANCE;
import static hopfilm.file.KeyForms.SEED;
import static hopfilm.file.KeyForms.choice;
import static hopfilm.file.KeyForms.key;
import static hopfilm.file.KeyForms.list;
import static hopfilm.file.KeyForms.text;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.experiment.Objective;
import hopfilm.experiment.Outline;
import hopfilm.experiment.OutputSpec;
import hopfilm.file.KeyKind.Whole;
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

  private static final List<Key> DEVICE =
      List.of(
          key(
              "device.svg",
              text("a file"),
              null,
              "drawing of the device: its elements film, hole* and the electrodes, named by id or"
                  + " label"),
          key(
              "device.scale",
              LENGTH,
              "1 nm",
              "length of one unit of its viewBox; the lower left corner of film is the film's"
                  + " corner"));

  private static final List<Key> ELECTRODES =
      List.of(
          key(
              "electrodes.layout",
              choice("corners", "sides-x", "sides-y", "edge-centres", "grid", "wired"),
              "corners",
              "a usual set of electrodes; or give a list of electrodes"),
          key(
              "electrodes.radius",
              LENGTH,
              "154 nm",
              "radius of discs (corners, grid, wired); 0.3 of the shorter side where the default does not"
                  + " fit; set or swept, of all discs of a list too"),
          key("electrodes.length", LENGTH, null, "length of the contacts (edge-centres)"),
          key("electrodes.grid", text("rows x columns, such as 3x3"), null, "discs in a grid"),
          key(
              "electrodes.margin",
              DISTANCE,
              null,
              "from the film's edge to the centres of the outer discs (grid, wired)"),
          key(
              "electrodes.wired.grid",
              text("rows x columns, such as 8x8"),
              null,
              "discs in a grid, several of them joined to one electrode (wired)"),
          key(
              "electrodes.wired.neurons",
              new Whole(2, 1024),
              null,
              "electrodes; each has as many discs as the others"),
          key(
              "electrodes.wired.signs",
              choice("plain", "both"),
              "both",
              "of the discs: all +, or half of each electrode's behind an inverter"),
          key("electrodes.wired.seed", SEED, "1", "of the search for places where all pairs meet"),
          key(
              "electrodes.resistance",
              RESISTANCE,
              "0 Ohm",
              "of each contact, in series with it; electrodes[1].resistance is that of the first in"
                  + " a list"),
          key(
              "electrodes.drive",
              choice("voltage", "current"),
              "voltage",
              "what is given at the electrodes while training"),
          key(
              "electrodes.heat_sink",
              choice("off", "on"),
              "off",
              "the film under the contacts stays at heat.ambient"));

  private static final Key ELECTRODE_NAME =
      key("electrodes[].name", text("letters, digits, - and _"), null, "name in results");

  private static final Key PATCHES =
      key(
          "electrodes[].patches",
          list("a list of shapes"),
          null,
          "several contacts joined outside, instead of a shape");

  private static final List<Key> CONTACT =
      List.of(
          key(
              "electrodes[].face",
              choice("-x", "+x", "-y", "+y", "-z", "+z"),
              null,
              "where it lies, its outline in the two other coordinates, as (y, z) on -x;"
                  + " by default it goes through the film; needs film.layers of 2 or more"),
          key("electrodes[].resistance", RESISTANCE, "0 Ohm", "of the contact, in series with it"),
          key(
              "electrodes[].drive",
              choice("voltage", "current", "float"),
              "voltage",
              "what is given at it while training; a floating one carries no current"),
          key(
              "electrodes[].heat_sink",
              choice("off", "on"),
              "off",
              "the film under the contact stays at heat.ambient"));

  private static final List<Key> LAST =
      List.of(
          key(
              "sweep",
              text("keys with a list or range of values"),
              null,
              "every combination is one run"),
          key(
              "optimise.maximise",
              new KeyKind.Choice(Objective.names()),
              null,
              "what `hopfilm optimise` makes large: a number of all runs of the sweep together"),
          key(
              "optimise.minimise",
              new KeyKind.Choice(Objective.names()),
              null,
              "the same, made small; one of the two is needed"),
          key(
              "optimise.parameters",
              text("keys with a range [low, high] or [low, high, log]"),
              null,
              "what is varied; log for ranges over which ratios count"),
          key("optimise.evaluations", new Whole(1, 100_000), "50", "sweeps at most"),
          key(
              "optimise.population",
              new Whole(2, 10_000),
              null,
              "evaluations of a generation; by default 4 + 3 ln(parameters)"),
          key("optimise.seed", SEED, "1", "of the search"));

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
              ELECTRODES,
              List.of(ELECTRODE_NAME),
              Component.keys("electrodes[]", Outline.Placed.class),
              List.of(PATCHES),
              Component.keys("electrodes[].patches[]", ElectrodesSpec.Patch.class),
              CONTACT,
              Component.keys(PARTS, Outline.Placed.class),
              DEVICE,
              Component.keys("initial", InitialSpec.class),
              ProtocolKeys.ALL,
              Component.keys("network", NetworkSpec.class),
              Component.keys("numerics", NumericsSpec.class),
              Component.keys("output", OutputSpec.class),
              of(Component.keys("", Experiment.class), "temperature", "seed"),
              LAST)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Key> BY_PATH =
      ALL.stream()
          .collect(
              Collectors.toMap(Key::path, Function.identity(), (a, b) -> a, LinkedHashMap::new));

  /** What stands below each section: asked for at every section of every file. */
  private static final Map<String, List<String>> CHILDREN = new ConcurrentHashMap<>();

  private ExperimentKeys() {}

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
