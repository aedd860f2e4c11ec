package hopfilm.file;

import hopfilm.experiment.SweepAxis;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.input.NamedFiles;
import hopfilm.input.Origin;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind;
import hopfilm.key.Section;
import hopfilm.section.StepForm;
import hopfilm.section.StudyBudget;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.Yaml.Setting;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An experiment file as a tree in full spelling, and the axes of its sweep. {@code --set} acts on
 * this tree, so that a setting means the same as a change of the file.
 *
 * @param root the file without its sweep
 * @param axes swept keys and their values, the slowest first; a key with one value is one of all
 *     steps or of a section that another key sweeps
 * @param zip swept keys that move together, slower than all axes; as many values of each
 */
record Document(
    YamlNode.Mapping root, Map<KeyPath, List<YamlNode>> axes, Map<KeyPath, List<YamlNode>> zip) {

  private static final String SWEEP = "sweep";
  private static final String ZIP = "zip";

  private static final int MAX_RUNS = 100_000;

  private static final String FILM = "film";
  private static final String ELECTRODES = "electrodes";

  private static final String DEFAULT_PROTOCOL =
      """
      - measure: untrained
      - train: {pattern: "+-+-"}
      - measure: under-current
      - rest: 1.5 ns
      - measure: trained
      - retrieve: {from: all, update: graded}
      - retrieve: {from: all, update: asynchronous}
      """;

  /**
   * A file with settings of the command line applied in their order. What is wrong with keys of the
   * file, its sweep and settings is left out.
   */
  static Document of(YamlNode file, List<Setting> settings, Faults faults) {
    if (!(file instanceof YamlNode.Mapping map)) {
      throw ExperimentException.at(file.origin(), "", FileMessage.NO_MAP, Section.shown(file));
    }
    for (String key : map.entries().keySet()) {
      Supplier<YamlNode> known =
          () -> {
            Section.requireKnown("", "", key, map.originOf(key));
            return map;
          };
      tried(key, known, map, faults);
    }
    YamlNode.Mapping top = map.only(ExperimentKeys.children(""));
    Map<KeyPath, List<YamlNode>> axes = new LinkedHashMap<>();
    Map<KeyPath, List<YamlNode>> zip = new LinkedHashMap<>();
    Document document = new Document(normalised(top.without(SWEEP)), axes, zip);
    if (top.get(SWEEP) instanceof YamlNode.Mapping sweep && sweep.get(ZIP) != null) {
      faults.vet(() -> readSweep(sweep.get(ZIP), zip, faults));
      YamlNode.Mapping rest = sweep.without(ZIP);
      rest.entries().keySet().stream()
          .findFirst()
          .ifPresent(any -> faults.vet(() -> readSweep(rest, axes, faults)));
    } else if (top.get(SWEEP) != null) {
      faults.vet(() -> readSweep(top.get(SWEEP), axes, faults));
    }
    for (Setting setting : settings) {
      Document now = document;
      document = tried(setting.key(), () -> now.with(setting), now, faults);
    }
    Document all = document.withEqualLengths(faults).withFewRuns(faults);
    all.requireDifferent(faults);
    all.requireEffect(faults);
    return all;
  }

  /** What a step with a key comes to; where it is wrong, its section is incomplete. */
  private static <T> T tried(String key, Supplier<T> step, T otherwise, Faults faults) {
    T result = faults.read(step);
    if (result != null) {
      return result;
    }
    faults.lose(KeyPath.section(key));
    return otherwise;
  }

  private static void readSweep(YamlNode sweep, Map<KeyPath, List<YamlNode>> axes, Faults faults) {
    if (Section.shown(sweep).isEmpty()) {
      throw ExperimentException.at(sweep.origin(), "sweep", FileMessage.EMPTY_LIST);
    }
    if (!(sweep instanceof YamlNode.Mapping map)) {
      throw ExperimentException.at(
          sweep.origin(), "sweep", FileMessage.NO_SWEEP, Section.shown(sweep));
    }
    map.entries()
        .forEach(
            (key, value) ->
                tried(
                    key,
                    () -> {
                      axis(key, value, map.originOf(key), axes);
                      return axes;
                    },
                    axes,
                    faults));
  }

  private static void axis(
      String key, YamlNode value, Origin at, Map<KeyPath, List<YamlNode>> axes) {
    KeyPath path = KeyPath.parse(key, at);
    requireSwept(path, at);
    List<YamlNode> values =
        value instanceof YamlNode.Sequence s
            ? s.items()
            : isRange(value, path) ? range(value, path) : List.of(value);
    requireSome(values, path, value.origin());
    axes.put(path, values);
  }

  private Document with(Setting setting) {
    Origin origin = setting.origin();
    if (setting.key().isEmpty()) {
      throw ExperimentException.at(origin, "", FileMessage.NO_SETTING);
    }
    KeyPath path = KeyPath.parse(setting.key(), origin, root);
    YamlNode value = setting.reading().get();
    boolean sweeps =
        value instanceof YamlNode.Sequence s
            && (!path.takesList()
                || (!s.items().isEmpty()
                    && s.items().stream().allMatch(YamlNode.Sequence.class::isInstance)
                    && !path.declared().endsWith("points")));
    Map<KeyPath, List<YamlNode>> kept = new LinkedHashMap<>(axes);
    Map<KeyPath, List<YamlNode>> together = new LinkedHashMap<>(zip);
    if (sweeps || isRange(value, path)) {
      requireSwept(path, origin);
      List<YamlNode> values = value instanceof YamlNode.Sequence s ? s.items() : range(value, path);
      requireSome(values, path, origin);
      boolean isZipped = together.keySet().stream().anyMatch(path::covers);
      replace(isZipped ? together : kept, path, values);
      return new Document(root, kept, together);
    }
    kept.keySet().removeIf(path::covers);
    together.keySet().removeIf(path::covers);
    YamlNode.Mapping set = normalised(path.set(root, value));
    if (Stream.concat(kept.keySet().stream(), together.keySet().stream())
        .noneMatch(path::overlaps)) {
      return new Document(set, kept, together);
    }
    kept.put(path, List.of(value));
    Document all = new Document(set, kept, together);
    List<KeyPath> vain = all.swept().keySet().stream().filter(all::isVain).toList();
    kept.keySet().removeAll(vain);
    together.keySet().removeAll(vain);
    if (all.swept().keySet().stream().noneMatch(k -> !k.equals(path) && k.overlaps(path))) {
      kept.remove(path);
    }
    return all;
  }

  /** Whether all values of a swept key make one film, as a narrower key sets it again. */
  private boolean isVain(KeyPath axis) {
    List<YamlNode> values = swept().get(axis);
    if (values.stream().map(YamlNode::flow).distinct().count() < 2
        || swept().keySet().stream().noneMatch(k -> !k.equals(axis) && k.overlaps(axis))) {
      return false;
    }
    Map<KeyPath, YamlNode> of = values(0);
    String first = of(of, new Faults()).flow();
    return values.stream()
        .skip(1)
        .allMatch(
            value -> {
              of.put(axis, value);
              return of(of, new Faults()).flow().equals(first);
            });
  }

  private void requireEffect(Faults faults) {
    swept().keySet().stream()
        .filter(this::isVain)
        .findFirst()
        .ifPresent(
            axis ->
                faults.add(
                    ExperimentException.at(
                        swept().get(axis).get(0).origin(),
                        axis.text(),
                        FileMessage.SWEPT_IN_VAIN)));
  }

  /** The values keep the place of an entry that they replace. */
  private static void replace(
      Map<KeyPath, List<YamlNode>> lists, KeyPath path, List<YamlNode> values) {
    KeyPath same =
        lists.keySet().stream()
            .filter(p -> path.covers(p) && p.covers(path))
            .findFirst()
            .orElse(path);
    lists.keySet().removeIf(p -> path.covers(p) && !p.equals(same));
    lists.put(same, values);
  }

  /** All that is swept, the slowest first. */
  Map<KeyPath, List<YamlNode>> swept() {
    Map<KeyPath, List<YamlNode>> all = new LinkedHashMap<>(zip);
    all.putAll(axes);
    return all;
  }

  /** The same; of lists that are zipped and have unequal lengths, the first values alone. */
  private Document withEqualLengths(Faults faults) {
    if (zip.values().stream().mapToInt(List::size).distinct().count() <= 1) {
      return this;
    }
    String lengths =
        zip.entrySet().stream()
            .map(e -> e.getKey().text() + " " + e.getValue().size())
            .collect(Collectors.joining(", "));
    Origin at = zip.values().iterator().next().get(0).origin();
    faults.add(ExperimentException.at(at, SWEEP + "." + ZIP, FileMessage.ZIP_LENGTHS, lengths));
    Map<KeyPath, List<YamlNode>> first = new LinkedHashMap<>();
    zip.forEach((key, values) -> first.put(key, values.subList(0, 1)));
    return new Document(root, axes, first);
  }

  private int zipped() {
    return zip.values().stream().mapToInt(List::size).findFirst().orElse(1);
  }

  /** The same with another value of a key. */
  Document with(String key, String value, Origin origin) {
    KeyPath path = KeyPath.parse(key, origin);
    return new Document(normalised(path.set(root, new YamlNode.Scalar(value, origin))), axes, zip);
  }

  /** The file without a section. */
  Document without(String section) {
    return new Document(root.without(section), axes, zip);
  }

  /**
   * The same with lines in the place of drawings, which are read once for all runs.
   *
   * @param files that it names
   */
  Document drawn(NamedFiles files, Faults faults) {
    YamlNode.Mapping drawn = Drawings.read(root, files, faults);
    return drawn.equals(root) ? this : new Document(drawn, axes, zip);
  }

  /**
   * The same with lines in the place of its drawing.
   *
   * @param drawing its text
   */
  Document drawn(String drawing, Faults faults) {
    return new Document(Drawings.read(root, drawing, faults), axes, zip);
  }

  /** The first key that names a drawing, or sweeps over shapes that may be one. */
  Optional<String> drawing() {
    boolean sweepsShape = swept().keySet().stream().anyMatch(k -> k.declared().endsWith(".shape"));
    return sweepsShape ? Optional.of("sweep") : Optional.ofNullable(drawn(root, ""));
  }

  /** The first key below a place that names a drawing; null without. */
  private static String drawn(YamlNode node, String at) {
    if (node instanceof YamlNode.Mapping map) {
      if (at.isEmpty() && map.get("device") != null) {
        return "device.svg";
      }
      if (Drawings.isDrawn(map)) {
        return at + ".file";
      }
      for (Map.Entry<String, YamlNode> e : map.entries().entrySet()) {
        String key = drawn(e.getValue(), Section.join(at, e.getKey()));
        if (key != null) {
          return key;
        }
      }
    } else if (node instanceof YamlNode.Sequence s) {
      for (YamlNode item : s.items()) {
        String key = drawn(item, at);
        if (key != null) {
          return key;
        }
      }
    }
    return null;
  }

  private static void requireSwept(KeyPath path, Origin origin) {
    // a series has one place, and where it is a file, it is kept beside the run
    boolean isSeries = path.declared().matches("protocol\\.drive\\..*\\.(samples|column)");
    if (isSeries
        || path.declared().startsWith("optimise")
        || path.declared().startsWith("fit.")
        || path.declared().equals("fit")
        || ExperimentKeys.isOfDrawings(path.declared())) {
      throw ExperimentException.at(origin, path.text(), FileMessage.NEVER_SWEPT);
    }
  }

  private static void requireSome(List<YamlNode> values, KeyPath path, Origin origin) {
    if (values.isEmpty()) {
      throw ExperimentException.at(origin, path.text(), FileMessage.EMPTY_LIST);
    }
  }

  /** Refuses a value that makes the same films as another, but among keys that move together. */
  private void requireDifferent(Faults faults) {
    axes.forEach(
        (key, values) -> {
          Set<String> seen = new HashSet<>();
          values.stream()
              .filter(value -> !seen.add(value.flow()))
              .findFirst()
              .ifPresent(
                  value ->
                      faults.add(
                          ExperimentException.at(
                              value.origin(),
                              key.text(),
                              FileMessage.SWEPT_TWICE,
                              Section.shown(value))));
        });
  }

  private static boolean isRange(YamlNode value, KeyPath path) {
    Key key = ExperimentKeys.find(path.declared());
    return key != null
        && key.kind() instanceof KeyKind.Whole
        && value instanceof YamlNode.Scalar s
        && s.text().matches("\\d{1,18}\\.\\.\\d{1,18}");
  }

  private static List<YamlNode> range(YamlNode value, KeyPath path) {
    String[] ends = ((YamlNode.Scalar) value).text().split("\\.\\.");
    long from = Long.parseLong(ends[0]);
    long to = Long.parseLong(ends[1]);
    if (to < from || to - from >= MAX_RUNS) {
      throw ExperimentException.at(
          value.origin(), path.text(), FileMessage.NO_RANGE, Section.shown(value), MAX_RUNS);
    }
    return LongStream.rangeClosed(from, to)
        .mapToObj(n -> (YamlNode) new YamlNode.Scalar(Long.toString(n), value.origin()))
        .toList();
  }

  /** The same; of too many runs the first alone. */
  private Document withFewRuns(Faults faults) {
    double runs = axes.values().stream().mapToDouble(List::size).reduce(zipped(), (a, b) -> a * b);
    if (runs <= MAX_RUNS) {
      return this;
    }
    faults.add(
        ExperimentException.at(largestAxis(), "sweep", FileMessage.TOO_MANY_RUNS, runs, MAX_RUNS));
    Map<KeyPath, List<YamlNode>> first = new LinkedHashMap<>();
    axes.forEach((key, values) -> first.put(key, values.subList(0, 1)));
    Map<KeyPath, List<YamlNode>> together = new LinkedHashMap<>();
    zip.forEach((key, values) -> together.put(key, values.subList(0, 1)));
    return new Document(root, first, together);
  }

  private Origin largestAxis() {
    return swept().values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(values -> values.get(0).origin())
        .orElse(root.origin());
  }

  /**
   * Refuses what would take long to be read, before it is. Film and electrodes that all runs have
   * alike are read once.
   *
   * @param steps of each run
   */
  void requireFewValues(double steps) {
    boolean isOneFilm = swept().keySet().stream().noneMatch(k -> k.declared().startsWith(FILM));
    boolean areOne =
        isOneFilm && swept().keySet().stream().noneMatch(k -> k.declared().startsWith(ELECTRODES));
    YamlNode.Mapping anew = isOneFilm ? root.without(FILM) : root;
    double each = StudyBudget.values(areOne ? anew.without(ELECTRODES) : anew) + steps;
    if (each * runs() > StudyBudget.MAX_VALUES) {
      throw ExperimentException.at(
          largestAxis(),
          "sweep",
          FileMessage.TOO_MANY_VALUES,
          each * runs(),
          StudyBudget.MAX_VALUES);
    }
  }

  int runs() {
    return axes.values().stream().mapToInt(List::size).reduce(zipped(), Math::multiplyExact);
  }

  /** The values of run number {@code n}, from 0; the last axis runs fastest. */
  Map<KeyPath, YamlNode> values(int n) {
    List<Map.Entry<KeyPath, List<YamlNode>>> list = new ArrayList<>(axes.entrySet());
    Map<KeyPath, YamlNode> values = new LinkedHashMap<>();
    zip.keySet().forEach(key -> values.put(key, null));
    list.forEach(axis -> values.put(axis.getKey(), null));
    int left = n;
    for (int k = list.size() - 1; k >= 0; k--) {
      List<YamlNode> choices = list.get(k).getValue();
      values.put(list.get(k).getKey(), choices.get(left % choices.size()));
      left /= choices.size();
    }
    int together = left;
    zip.forEach((key, choices) -> values.put(key, choices.get(together)));
    return values;
  }

  /** The file of run number {@code n}, from 0. */
  YamlNode.Mapping run(int n, Faults faults) {
    return of(values(n), faults);
  }

  /** The file with these values, of which one of a section or of all steps comes first. */
  private YamlNode.Mapping of(Map<KeyPath, YamlNode> values, Faults faults) {
    YamlNode.Mapping result = root;
    List<Map.Entry<KeyPath, YamlNode>> ordered = new ArrayList<>(values.entrySet());
    boolean areApart =
        values.keySet().stream()
            .noneMatch(a -> values.keySet().stream().anyMatch(b -> !a.equals(b) && a.overlaps(b)));
    if (!areApart) {
      ordered.sort(Comparator.comparingInt(e -> e.getKey().narrowness()));
    }
    for (Map.Entry<KeyPath, YamlNode> e : ordered) {
      YamlNode.Mapping now = result;
      KeyPath path = e.getKey();
      result = tried(path.text(), () -> normalised(path.set(now, e.getValue())), now, faults);
    }
    return result;
  }

  /** The runs in which at most one axis has left its first value. */
  List<Integer> singles() {
    List<Integer> numbers = new ArrayList<>(List.of(0));
    int stride = runs() / zipped();
    for (int k = 1; k < zipped(); k++) {
      numbers.add(k * stride);
    }
    for (List<YamlNode> values : axes.values()) {
      stride /= values.size();
      for (int k = 1; k < values.size(); k++) {
        numbers.add(k * stride);
      }
    }
    return numbers;
  }

  /** The same with other values of its axes. */
  Document withValues(UnaryOperator<YamlNode> change) {
    return new Document(root, changed(axes, change), changed(zip, change));
  }

  private static Map<KeyPath, List<YamlNode>> changed(
      Map<KeyPath, List<YamlNode>> lists, UnaryOperator<YamlNode> change) {
    Map<KeyPath, List<YamlNode>> result = new LinkedHashMap<>();
    lists.forEach((key, values) -> result.put(key, values.stream().map(change).toList()));
    return result;
  }

  /** The axes as they are shown, values as text; of those that are zipped the first. */
  List<SweepAxis> sweep() {
    List<SweepAxis> all = new ArrayList<>(shown(zip).stream().limit(1).toList());
    all.addAll(shown(axes));
    return all;
  }

  /** Those that are zipped. */
  List<SweepAxis> together() {
    return shown(zip);
  }

  private static List<SweepAxis> shown(Map<KeyPath, List<YamlNode>> lists) {
    return lists.entrySet().stream()
        .map(
            e ->
                new SweepAxis(
                    e.getKey().text(),
                    e.getValue().stream().map(YamlNode::flow).collect(Collectors.toList())))
        .toList();
  }

  /** Spells short forms in full, so that each key has one place. */
  private static YamlNode.Mapping normalised(YamlNode.Mapping root) {
    YamlNode.Mapping result = root;
    if (root.get("initial") instanceof YamlNode.Mapping initial) {
      if (initial.get("relax") instanceof YamlNode.Scalar time) {
        YamlNode full = YamlNode.Mapping.empty(time.origin()).with("time", time);
        initial = initial.with("relax", full);
      }
      result = result.with("initial", initial);
    }
    YamlNode protocol = root.get("protocol");
    if (protocol == null) {
      protocol = Yaml.byDefault(DEFAULT_PROTOCOL);
    }
    return result.with("protocol", steps(protocol));
  }

  private static YamlNode steps(YamlNode protocol) {
    if (!(protocol instanceof YamlNode.Sequence list)) {
      return protocol;
    }
    List<YamlNode> items = new ArrayList<>();
    for (YamlNode item : list.items()) {
      items.add(item instanceof YamlNode.Mapping m && m.entries().size() == 1 ? step(m) : item);
    }
    return new YamlNode.Sequence(items, list.origin());
  }

  private static YamlNode step(YamlNode.Mapping step) {
    String kind = step.entries().keySet().iterator().next();
    YamlNode value = step.get(kind);
    String shortKey = StepForm.shortKey(kind);
    if (value instanceof YamlNode.Scalar s && shortKey != null) {
      YamlNode full = YamlNode.Mapping.empty(s.origin()).with(shortKey, s);
      return keepingKey(step, kind, full);
    }
    if (kind.equals("repeat")
        && value instanceof YamlNode.Mapping repeat
        && repeat.get("steps") != null) {
      return keepingKey(step, kind, repeat.with("steps", steps(repeat.get("steps"))));
    }
    return step;
  }

  private static YamlNode keepingKey(YamlNode.Mapping map, String key, YamlNode value) {
    Map<String, YamlNode> entries = new LinkedHashMap<>(map.entries());
    entries.put(key, value);
    return new YamlNode.Mapping(entries, map.keys(), map.origin());
  }
}
