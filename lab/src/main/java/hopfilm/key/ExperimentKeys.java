package hopfilm.key;

import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Expectation;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.ExperimentMessage;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.Inject;
import hopfilm.experiment.Keys;
import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.ListedElectrodes;
import hopfilm.experiment.MaterialSpec;
import hopfilm.experiment.NamedFile;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.NumericsSpec;
import hopfilm.experiment.Objective;
import hopfilm.experiment.Outline;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.Ranges;
import hopfilm.experiment.Region;
import hopfilm.experiment.Step;
import hopfilm.experiment.Training;
import hopfilm.film.TableColumns;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.input.Nearest;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All keys of the experiment file, each declared once with unit, limits, default and meaning; the
 * reader, the messages and the manual come from here. The defaults are those of the default film.
 */
public final class ExperimentKeys {

  /** A drawing of film and electrodes, which become outlines before a run is read. */
  record Device(
      @Keys.Key(
              "drawing with the elements `film`, `hole*` and one for each electrode, named by id"
                  + " or label")
          @In("a file")
          String svg,
      @Keys.Key("length of a viewBox unit; the lower left corner of `film` is the origin")
          @In(Outline.LENGTH)
          @Default("1 nm")
          double scale) {}

  /** The section {@code optimise} as it is given; what it means is an {@code OptimiseSpec}. */
  public record OptimiseKeys(
      @Keys.Key("figure of merit of all runs of the sweep") Optional<Objective> maximise,
      @Keys.Key("figure of merit; give this or `maximise`") Optional<Objective> minimise,
      @Keys.Key("varied keys; `log`: logarithmic search")
          @In("keys with a range [low, high] or [low, high, log]")
          Optional<YamlNode> parameters,
      @Keys.Key("max number of sweeps") @In("1 to 100000") @Default("50") int evaluations,
      @Keys.Key("evaluations per generation (default: 4 + 3 ln(parameters))") @In("2 to 10000")
          Optional<Integer> population,
      @Keys.Key("seed of the search") @Default("1") long seed) {}

  /** The section {@code fit} as it is given; what it means is a {@code FitSpec}. */
  public record FitKeys(
      @Keys.Key("readings") @In(value = "a list of {of, file, noise}", isList = true)
          List<FitDataKeys> data,
      @Keys.Key("unknown numbers and the range of each; `log`: logarithmic scale")
          @In("keys with a range [low, high] or [low, high, log]")
          Optional<YamlNode> parameters,
      @Keys.Key("unknown besides: `initial.seed` takes another maze of the start in each run")
          @Keys.Words(
              value = {"nothing", "initial.seed"},
              yes = "initial.seed")
          @Default(value = "nothing", isWritten = false)
          boolean draws,
      @Keys.Key("max number of runs of a fit") @In("1 to 100000") @Default("200") int evaluations,
      @Keys.Key("seed of the search") @Default("1") long seed) {}

  /** Readings of one kind as they are given. */
  public record FitDataKeys(
      @Keys.Key(
              "`G` or two-contact resistances `R` at each measure, the `period` of the stripes at one,"
                  + " or columns of `samples.csv`")
          @In(value = "G | R | period | columns such as [n1_I, n2_V]", isList = true)
          @Default("G")
          YamlNode of,
      @Keys.Key("measured values; without them, only `hopfilm fit --plan` works") @In("a CSV file")
          Optional<NamedFile> file,
      @Keys.Key("picture of the stripes whose period was measured, instead of `file`")
          @In("an image: PNG, JPEG, GIF, BMP or TIFF")
          Optional<NamedFile> picture,
      @Keys.Key("measure whose stripes the picture shows (default: the first)") @In("a label")
          Optional<String> at,
      @Keys.Key("extent of the picture along x and y (default: that of the film)")
          @In(value = "nm, 0.01 nm to 10 mm", count = 2)
          Optional<List<Double>> size,
      @Keys.Key("standard deviation of one reading; a map for columns")
          @In(
              "% or S for G; % or Ohm for R; % or nm for a period; {V: 0.1 mV, I: 2 uA} for columns")
          YamlNode noise) {}

  /**
   * A retrieve step as it is given; what it means is a {@link hopfilm.experiment.Step.Retrieve}.
   */
  public record RetrieveKeys(
      @Keys.Key("start patterns: all, corrupted probes of the trained ones (noisy), or a list")
          @In(value = "all | noisy | a list of patterns", isList = true)
          @Default("all")
          YamlNode from,
      @Keys.Key("dynamics: binary, or analogue with gain annealing (graded)")
          @Keys.Words({"asynchronous", "synchronous", "graded"})
          @Default("graded")
          UpdateRule update,
      @Keys.Key(
              "initial gain (graded; after verified training the same gain); below 1 the input is forgotten")
          @In("0.01 to 8")
          @Default("1.2")
          @Keys.OnlyWith(
              key = "update",
              is = "graded",
              otherwise = ExperimentMessage.ONLY_GRADED_HAS_GAIN)
          OptionalDouble gain,
      @Keys.Key(name = "order", value = "update order of the electrodes (asynchronous)")
          @Keys.Words(
              value = {"fixed", "random"},
              yes = "random")
          @Default("fixed")
          @Keys.OnlyWith(
              key = "update",
              is = "asynchronous",
              otherwise = ExperimentMessage.ONLY_ASYNCHRONOUS_HAS_ORDER)
          boolean isRandom,
      @Keys.Key("probes of each trained pattern (noisy)") @In("1 to 1000000") @Default("100")
          Optional<Integer> copies,
      @Keys.Key("wrong signs in each probe (noisy)") @In("1 to 1000") @Default("1")
          Optional<Integer> flips,
      @Keys.Key("fractions of wrong signs, instead of `flips` (noisy)")
          @In(value = "%, 0 % to 50 %", count = KeyKind.Measures.ANY)
          Optional<List<Double>> flipped) {}

  /** A write step as it is given; what it means is a {@link hopfilm.experiment.Step.Train}. */
  public record WriteKeys(
      @Keys.Key(
              "picture to store: signs, rows of 1 and -1, or a file of signs or of an image (dark: -)")
          @In("signs such as \"+--+\", rows such as [[1, -1], [-1, 1]], or a file")
          String picture,
      @Keys.Key("tile of a larger picture, with as many pixels as the film has") @In("1 to 1000000")
          Optional<Integer> tile,
      @Keys.Key("voltage V0 of the row and + pixels; - pixels have -V0")
          @In("mV, 0.001 uV to 1 kV")
          @Default("96 mV")
          double voltage,
      @Keys.Key("duration of the current; a rest of 1 ns follows")
          @In(WriteKeys.TIME_ON)
          @Default("3 ns")
          double time,
      @Keys.Key(
              "`verified` reads after the rest and writes again if a pixel is on the wrong side of the middle")
          @Default(value = "time", isWritten = false)
          Until until,
      @Keys.Key(Step.TEMPERATURE) @In(Ranges.KELVIN) OptionalDouble temperature,
      @Keys.Key(Step.PART) @In(value = Ranges.DURATION, count = 2) Optional<List<Double>> part) {

    static final String TIME_ON = "ns, 0.001 ps to 1 ms";

    /** When it is over. */
    public enum Until {
      TIME,
      VERIFIED
    }
  }

  private static final Key SWEEP =
      new Key(
          "sweep",
          new KeyKind.Other("keys with a list or range of values", false),
          null,
          "one run for each combination of values; lists under `zip` move together");

  /** A section of its own for each entry, as electrodes of a list have. */
  private static final Key REGIONS =
      Component.all(DisorderSpec.class).stream()
          .flatMap(c -> c.keys(""))
          .filter(k -> k.path().equals("regions"))
          .findFirst()
          .orElseThrow();

  /** Where parts of a shape are declared, however deep they are. */
  public static final String PARTS = "parts[]";

  /** Where the keys of a signal are declared, wherever it stands. */
  public static final String SIGNAL = "signals[]";

  private static final Pattern SIGNALS =
      Pattern.compile(
          "protocol\\.drive\\.(?:(?:voltages|currents)\\.[^.]+|field\\.value\\[\\d*])(\\..*)?");

  /** What has keys, in the order of the file: the sections, and the keys of the top level. */
  private static final Map<String, Class<?>> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put("name", Experiment.class);
    PLACES.put("film", FilmSpec.class);
    PLACES.put("material", MaterialSpec.class);
    PLACES.put("regions", null);
    PLACES.put("regions[]", Region.class);
    PLACES.put("pinning", DisorderSpec.Pinning.class);
    PLACES.put("grains", DisorderSpec.Grains.class);
    PLACES.put("heat", HeatSpec.class);
    PLACES.put("electrodes", ElectrodesSpec.Laid.class);
    PLACES.put("electrodes[]", ListedElectrodes.Entry.class);
    PLACES.put(PARTS, Outline.Placed.class);
    PLACES.put("device", Device.class);
    PLACES.put("initial", InitialSpec.class);
    PLACES.put("protocol.relax", Step.Relax.class);
    PLACES.put("protocol.rest", Step.Rest.class);
    PLACES.put("protocol.train", Training.class);
    PLACES.put("protocol.write", WriteKeys.class);
    PLACES.put("protocol.drive", DriveKeys.class);
    PLACES.put(SIGNAL, DriveKeys.SignalKeys.class);
    PLACES.put("protocol.measure", Step.Measure.class);
    PLACES.put("protocol.retrieve", RetrieveKeys.class);
    PLACES.put("protocol.field", Step.Field.class);
    PLACES.put("protocol.inject", Inject.class);
    PLACES.put("protocol.repeat", Step.Repeat.class);
    PLACES.put("network", NetworkSpec.class);
    PLACES.put("numerics", NumericsSpec.class);
    PLACES.put("output", OutputSpec.class);
    PLACES.put("temperature", Experiment.class);
    PLACES.put("seed", Experiment.class);
    PLACES.put("expect", Experiment.class);
    PLACES.put("expect[]", Expectation.class);
    PLACES.put("sweep", null);
    PLACES.put("optimise", OptimiseKeys.class);
    PLACES.put("fit", FitKeys.class);
  }

  /** Those that were asked for: a run needs few, and declarations take time to be read. */
  private static final Map<String, Map<String, Key>> KEYS = new ConcurrentHashMap<>();

  /** What stands below each section: asked for at every section of every file. */
  private static final Map<String, List<String>> CHILDREN = new ConcurrentHashMap<>();

  private ExperimentKeys() {}

  /** All, in the order of the file. */
  public static List<Key> all() {
    return PLACES.keySet().stream().flatMap(p -> at(p).values().stream()).toList();
  }

  private static Map<String, Key> at(String place) {
    return KEYS.computeIfAbsent(
        place,
        p -> {
          Map<String, Key> keys = new LinkedHashMap<>();
          declared(p).forEach(k -> keys.put(k.path(), k));
          return keys;
        });
  }

  private static List<Key> declared(String place) {
    Class<?> record = PLACES.get(place);
    if (record == null) {
      return Stream.of(SWEEP, REGIONS).filter(k -> k.path().equals(place)).toList();
    } else if (record == Experiment.class) {
      return Component.all(record).stream()
          .filter(c -> c.key().equals(place))
          .flatMap(c -> c.keys(""))
          .filter(k -> k.path().equals(place))
          .toList();
    }
    List<Key> keys = new ArrayList<>(Component.keys(place, record));
    if (record == MaterialSpec.class) {
      keys.add(0, Materials.PRESET);
    }
    if (record == OutputSpec.class) {
      keys.replaceAll(ExperimentKeys::withColumns);
    }
    return keys;
  }

  /** Which columns there are, their list says. */
  private static Key withColumns(Key key) {
    return key.path().equals("output.columns")
        ? new Key(
            key.path(),
            new KeyKind.Several(TableColumns.onDemand()),
            key.byDefault(),
            key.meaning())
        : key;
  }

  /** The key of a path, or null; {@code []} at its end is a component of a list of numbers. */
  public static Key find(String path) {
    Key whole = path.endsWith("[]") ? declaredAt(path.substring(0, path.length() - 2)) : null;
    return whole != null && whole.kind() instanceof KeyKind.Measures list
        ? new Key(path, list.element(), null, whole.meaning())
        : declaredAt(path);
  }

  private static Key declaredAt(String path) {
    String at = place(path);
    // a signal may be a value alone
    String own = at.equals(SIGNAL) ? SIGNAL + ".value" : at;
    String place = root(own);
    return PLACES.containsKey(place) ? at(place).get(own) : null;
  }

  /** The place that a path is in: its first part, or that and the name of a step. */
  private static String root(String path) {
    int end = path.indexOf('.', path.startsWith("protocol.") ? "protocol.".length() : 0);
    return end < 0 ? path : path.substring(0, end);
  }

  /** Whether the keys of a section are the names of contacts. */
  public static boolean isOfContacts(String section) {
    return section.equals("protocol.drive.voltages") || section.equals("protocol.drive.currents");
  }

  /** Whether a key is of drawings alone, which are read before the runs of a sweep part. */
  public static boolean isOfDrawings(String declared) {
    return declared.startsWith("device")
        || declared.matches(
            "(film|film\\.mask\\[]|regions\\[]|electrodes\\[]|electrodes\\[]\\.patches\\[]|.*parts\\[])\\.(file|id|scale|pixels|threshold)");
  }

  /** Signals, and parts of a shape however deep they are, have their keys once. */
  private static String place(String path) {
    Matcher signal = path.startsWith("protocol.drive.") ? SIGNALS.matcher(path) : null;
    if (signal != null && signal.matches()) {
      return signal.group(1) == null ? SIGNAL : SIGNAL + signal.group(1);
    }
    int parts = path.lastIndexOf("." + PARTS);
    return parts < 0 ? path : path.substring(parts + 1);
  }

  /** Names directly below a section, in the order of the file; empty for what is no section. */
  public static List<String> children(String section) {
    return CHILDREN.computeIfAbsent(
        section.isEmpty() ? "" : place(section) + ".", ExperimentKeys::below);
  }

  private static List<String> below(String prefix) {
    Map<String, ?> within = PLACES.containsKey(root(prefix)) ? at(root(prefix)) : PLACES;
    return within.keySet().stream()
        .filter(p -> p.startsWith(prefix) && !p.substring(prefix.length()).contains("[]"))
        .map(p -> p.substring(prefix.length()).split("\\.")[0])
        .distinct()
        .toList();
  }

  /**
   * The key that was most likely meant by an unknown one, in full: the same name in another
   * section, if there is only one, or a similar name in this section.
   *
   * @param shown the section in messages
   */
  static Optional<String> meant(String section, String key, String shown) {
    List<Key> elsewhere =
        all().stream()
            .filter(k -> k.name().equals(key) && !k.path().startsWith("protocol."))
            // which has the names of material
            .filter(k -> !k.path().startsWith("regions[]"))
            .toList();
    if (isOfFilmAlone(section, key)) {
      return Optional.empty();
    }
    boolean isStep = section.startsWith("protocol.");
    return elsewhere.size() == 1 && !isStep && !elsewhere.get(0).path().contains("[]")
        ? Optional.of(elsewhere.get(0).path())
        : Nearest.to(key, children(section))
            .map(near -> shown.isEmpty() ? near : shown + "." + near);
  }

  /** The keys of a section that a message names for an unknown one; those of a material for one. */
  static List<String> beside(String section, String key) {
    List<String> known = new ArrayList<>(children(section));
    if (isOfFilmAlone(section, key)) {
      known.retainAll(children("material"));
    }
    return known;
  }

  /** Whether a key of the material is not one of a region. */
  private static boolean isOfFilmAlone(String section, String key) {
    return section.equals("regions[]") && children("material").contains(key);
  }
}
