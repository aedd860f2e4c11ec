package hopfilm.file;

import static hopfilm.file.KeyForms.ALPHA;
import static hopfilm.file.KeyForms.DIRECTION;
import static hopfilm.file.KeyForms.DISTANCE;
import static hopfilm.file.KeyForms.DURATION;
import static hopfilm.file.KeyForms.INPUT_CURRENT;
import static hopfilm.file.KeyForms.INTERVAL;
import static hopfilm.file.KeyForms.LENGTH;
import static hopfilm.file.KeyForms.PERIOD;
import static hopfilm.file.KeyForms.POSITION;
import static hopfilm.file.KeyForms.RESISTANCE;
import static hopfilm.file.KeyForms.SEED;
import static hopfilm.file.KeyForms.VOLTAGE;
import static hopfilm.file.KeyForms.choice;
import static hopfilm.file.KeyForms.key;
import static hopfilm.file.KeyForms.list;
import static hopfilm.file.KeyForms.measure;
import static hopfilm.file.KeyForms.plain;
import static hopfilm.file.KeyForms.text;

import hopfilm.experiment.Objective;
import hopfilm.experiment.OutputSpec;
import hopfilm.file.KeyKind.Measures;
import hopfilm.file.KeyKind.Whole;
import hopfilm.units.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All keys of the experiment file, each declared once with unit, limits, default and meaning; the
 * reader, the messages and the manual come from here. The defaults are those of the default film.
 */
public final class ExperimentKeys {

  private static final Key NAME =
      key("name", text("any text"), null, "title of results; by default the file's name");

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
              "electrodes[].patches[].sign",
              choice("+", "-"),
              "+",
              "- is behind an inverter: it has minus the voltage of the electrode, and its current"
                  + " counts negative"),
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

  private static final List<Key> START =
      List.of(
          key(
              "initial.texture",
              choice("maze", "uniform", "helix", "skyrmion", "wall", "file", "image"),
              "maze",
              "the film at the start"),
          key("initial.seed", new Whole(0, Long.MAX_VALUE), "1", "of the maze"),
          key(
              "initial.relax.time",
              DURATION,
              null,
              "relaxed without current before the protocol; 10 ns for a maze, 1 ns for an image, 0"
                  + " otherwise"),
          key("initial.relax.alpha", ALPHA, "0.5", "damping meanwhile"),
          key(
              "initial.direction",
              new Measures(DIRECTION, 3),
              "[0, 0, 1]",
              "of a uniform film, of any length"),
          key(
              "initial.angle",
              measure(Dimension.ANGLE, "deg", "-360 deg", "360 deg"),
              "0 deg",
              "from x to the wave vector of a helix, or to the normal of a wall"),
          key("initial.period", LENGTH, null, "of a helix; by default 4 pi A/|D|"),
          key(
              "initial.centre",
              new Measures(POSITION, 2),
              null,
              "of a skyrmion, or a point of a wall; by default the centre of the film"),
          key(
              "initial.centres",
              list("a list of positions [x, y]"),
              null,
              "of several skyrmions, instead of centre"),
          key("initial.radius", LENGTH, null, "of a skyrmion; by default from the material"),
          key(
              "initial.width",
              LENGTH,
              null,
              "wall parameter w of a skyrmion or wall, sqrt(A/Ku) where it is at rest (the wall"
                  + " width of check is pi w); by default from the material"),
          key("initial.core", choice("down", "up"), "down", "centre of a skyrmion, along z"),
          key(
              "initial.file",
              text("a file"),
              null,
              "magnetisation in an OVF, NumPy (.npy, as large as the film) or CSV file; or an image"
                  + " of the whole film"),
          key(
              "initial.resample",
              choice("off", "on"),
              "off",
              "carries the texture of a file over to cells of another size: by polynomials through"
                  + " the centres, then of length one; the film must be as large as that of the"
                  + " file"),
          key(
              "initial.shows",
              choice("mz", "stray-field"),
              "mz",
              "what the greys of an image are: m_z (Kerr effect, electrons), or the gradient of the"
                  + " stray field (magnetic force microscopy)"),
          key(
              "initial.height",
              LENGTH,
              "20 nm",
              "of the tip above the film, for the stray field of an image"),
          key("initial.bright", choice("up", "down"), "up", "where an image is bright, along z"));

  private static final List<Key> AFTER_PROTOCOL =
      List.of(
          key(
              "network.reference",
              choice("untrained", "untrained-scaled", "untrained-mean", "saturated", "scaled"),
              "untrained",
              "the conductances that the weights are measured against; {file: RUN} takes the"
                  + " reference_matrix of the run in that folder, scaled as there"),
          key(
              "network.self_term",
              choice("zero", "full"),
              "zero",
              "diagonal of the weights in retrieval"),
          key(
              "network.weights",
              choice("conductance", "resistance"),
              "conductance",
              "what the weights are made of; conductances take voltages, resistances currents"),
          key(
              "network.voltage",
              VOLTAGE,
              null,
              "V0 of E' and retrieval; by default the largest of the last train step"),
          key(
              "network.current",
              INPUT_CURRENT,
              null,
              "I0 of E' and retrieval (weights resistance); by default that of the last train"
                  + " step"),
          key("network.mazes", new Whole(1, 1000), "5", "films in the untrained mean"),
          key(
              "network.scaling",
              measure(Dimension.FRACTION, "%", "0 %", "1000 %"),
              "100 %",
              "how far the reference is scaled towards the film's trace (scaled,"
                  + " untrained-scaled)"),
          key(
              "numerics.discretisation",
              choice("covariant", "standard", "covariant4"),
              "covariant",
              "how exchange and chiral interaction become bonds between cells; covariant4 reaches"
                  + " second neighbours"),
          key(
              "numerics.integrator",
              choice("rk4", "dopri5"),
              "rk4",
              "time stepping: fourth order with the largest stable and accurate step, or fifth"
                  + " order with error control"),
          key(
              "numerics.tolerance",
              plain("1e-12", "0.01"),
              "0.00001",
              "largest error of m in a step (dopri5)"),
          key(
              "numerics.step",
              PERIOD,
              null,
              "longest time step, to see what a shorter one changes; by default 0.9 of the largest"
                  + " stable one, or one in which m turns by 0.3 rad"),
          key(
              "numerics.coupling",
              text("adaptive | every-step | {every: steps}"),
              "adaptive",
              "when the potential is solved anew"),
          key("numerics.kernels", choice("auto", "vector", "plain"), "auto", "which loops to run"),
          key(
              "numerics.demag",
              choice("double", "float"),
              "double",
              "numbers in which the demagnetising field of all cells is computed; float is faster,"
                  + " and right to a millionth of the largest field"),
          key(
              "numerics.demag_rate",
              choice("adaptive", "every-stage"),
              "adaptive",
              "when the demagnetising field of all cells is computed: once a step of rk4 and"
                  + " continued between, where that is as accurate, or at every stage"),
          key(
              "numerics.contacts",
              choice("corners", "fitted"),
              "corners",
              "where the rims of contacts are: at the corners of cells that they cover, or where"
                  + " they are drawn, which is right to the square of the cell size; of one layer"),
          key(
              "output.table",
              PERIOD,
              "100 ps",
              "time between rows of table.txt; a time step ends at each, so that another interval"
                  + " changes the last digits, and under current or noise the course"),
          key(
              "output.snapshots",
              INTERVAL,
              "10 ns",
              "time between snapshots of the magnetisation; steps end there too"),
          key(
              "output.checkpoint",
              measure(Dimension.TIME, "min", "1 ms", "1000 h"),
              "5 min",
              "time on the clock between checkpoints; each step of the protocol ends with one too"),
          key(
              "output.formats",
              list("a list of " + String.join(", ", OutputSpec.Format.words())),
              "[ovf, png]",
              "what is written of the film"),
          key(
              "output.report",
              choice("on", "failed", "off"),
              "on",
              "which runs get a page: all, those that did not learn (of several patterns: do not"
                  + " hold all) or did not come to their end, or none"),
          key(
              "output.figures",
              choice("on", "off"),
              "on",
              "whether the pictures of the page are files too, and the film a moving picture"),
          key(
              "temperature",
              measure(Dimension.TEMPERATURE, "K", "0 K", "100 kK"),
              "0 K",
              "thermal noise at all times, while relaxing too; 0 K for none"),
          key("seed", new Whole(0, Long.MAX_VALUE), "1", "of noise and random update order"),
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
  public static final String PARTS = OutlineKeys.PARTS;

  /** In the order of the file. */
  public static final List<Key> ALL =
      Stream.of(
              List.of(NAME),
              FilmKeys.ALL,
              HeatKeys.ALL,
              ELECTRODES,
              List.of(ELECTRODE_NAME),
              OutlineKeys.of("electrodes[]"),
              List.of(PATCHES),
              OutlineKeys.of("electrodes[].patches[]"),
              CONTACT,
              OutlineKeys.of(OutlineKeys.PARTS),
              DEVICE,
              START,
              ProtocolKeys.ALL,
              AFTER_PROTOCOL)
          .flatMap(List::stream)
          .toList();

  /** Words that a choice may have one day. */
  private static final Map<String, Set<String>> LATER_WORDS =
      Map.of("output.formats", Set.of("svg", "vtk"));

  private static final Map<String, Key> BY_PATH =
      ALL.stream()
          .collect(
              Collectors.toMap(Key::path, Function.identity(), (a, b) -> a, LinkedHashMap::new));

  /** What stands below each section: asked for at every section of every file. */
  private static final Map<String, List<String>> CHILDREN = new ConcurrentHashMap<>();

  private ExperimentKeys() {}

  /** The key of a path, or null. */
  public static Key find(String path) {
    return BY_PATH.get(place(path));
  }

  /** Parts of a shape have their keys once, however deep they are. */
  private static String place(String path) {
    int parts = path.lastIndexOf("." + OutlineKeys.PARTS);
    return parts < 0 ? path : path.substring(parts + 1);
  }

  static boolean isLaterWord(String path, String word) {
    return LATER_WORDS.getOrDefault(path, Set.of()).contains(word);
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
