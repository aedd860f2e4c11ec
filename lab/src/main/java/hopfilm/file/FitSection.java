package hopfilm.file;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.experiment.Driven;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.FitSpec;
import hopfilm.experiment.FitSpec.Data;
import hopfilm.experiment.FitSpec.Measured;
import hopfilm.experiment.FitSpec.Pairs;
import hopfilm.experiment.FitSpec.Period;
import hopfilm.experiment.FitSpec.Reading;
import hopfilm.experiment.FitSpec.Unknown;
import hopfilm.experiment.InitialSpec;
import hopfilm.experiment.NamedFile;
import hopfilm.experiment.OutputSpec.Sampled;
import hopfilm.experiment.Parameter;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepAxis;
import hopfilm.film.TableColumns;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.Origin;
import hopfilm.key.Binder;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.ExperimentKeys.FitDataKeys;
import hopfilm.key.ExperimentKeys.FitKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.Section;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The section {@code fit}, read and written. */
final class FitSection {

  /** In SI units; beyond them the sums of squares leave the numbers of Java. */
  private static final double LEAST_NOISE = 1e-15;

  private static final double MOST_NOISE = 1e15;

  private final Section section;
  private final Experiment experiment;
  private final List<String> contacts;

  private FitSection(Section section, Experiment experiment) {
    this.section = section;
    this.experiment = experiment;
    this.contacts = TableColumns.contacts(experiment);
  }

  /**
   * Reads it.
   *
   * @param experiment the same file without it
   * @param sweep of the same file
   */
  static FitSpec read(Section section, Experiment experiment, List<SweepAxis> sweep) {
    if (!sweep.isEmpty()) {
      throw section.error("", FileMessage.FITTED_SWEEP);
    }
    return new FitSection(section, experiment).read();
  }

  private FitSpec read() {
    FitKeys given = Binder.read(FitKeys.class, section);
    if (given.data().isEmpty()) {
      throw section.error("data", FileMessage.EMPTY_LIST);
    }
    List<Data> data = new ArrayList<>();
    Set<List<Object>> readings = new HashSet<>();
    for (int k = 0; k < given.data().size(); k++) {
      Section entry = section.entry("data", k + 1, section.list("data").get(k));
      Data d = data(given.data().get(k), entry);
      d.measured().ifPresent(m -> requireNew(m, readings, entry));
      data.add(d);
    }
    requireRepeatable();
    List<Unknown> unknowns =
        VariedKeys.read(section, List.of()).stream().map(this::unknown).toList();
    int needed = FitSpec.fewest(unknowns.size());
    if (given.evaluations() < needed) {
      throw section.error("evaluations", FileMessage.FITTED_RUNS, given.evaluations(), needed);
    }
    if (given.draws() && !isRandom()) {
      throw section.error("draws", FileMessage.FITTED_DRAWS);
    }
    return new FitSpec(
        data, unknowns, given.draws(), pictured(data), given.evaluations(), given.seed());
  }

  private boolean isRandom() {
    InitialSpec.Texture texture = experiment.initial().texture();
    return texture instanceof InitialSpec.Maze || texture instanceof InitialSpec.Random;
  }

  /** Measures before any current, where the start is a picture. */
  private List<String> pictured(List<Data> data) {
    if (!(experiment.initial().texture() instanceof InitialSpec.Picture)) {
      return List.of();
    }
    List<Step> steps = experiment.steps();
    List<String> labels =
        steps.stream()
            .takeWhile(s -> !s.hasCurrent())
            .filter(Step.Measure.class::isInstance)
            .map(s -> ((Step.Measure) s).label())
            .toList();
    boolean isRead =
        data.stream()
            .flatMap(d -> d.measured().stream())
            .flatMap(m -> m.readings().stream())
            .anyMatch(r -> !r.pair().isEmpty() && labels.contains(r.group()));
    boolean isPlanned = data.stream().noneMatch(d -> d.measured().isPresent());
    if (!isRead && !isPlanned) {
      throw section.error("data", FileMessage.FITTED_START);
    }
    return labels;
  }

  /** A reading that counts twice would make intervals too narrow. */
  private static void requireNew(Measured measured, Set<List<Object>> known, Section entry) {
    for (Reading r : measured.readings()) {
      if (!known.add(List.of(measured.file(), r.column(), r.group(), r.time()))) {
        throw entry.error(
            entry.has("picture") ? "picture" : "file", FileMessage.FITTED_TWICE, r.column());
      }
    }
  }

  /** One run must stand for all: no noise of its own, and the same times in each. */
  private void requireRepeatable() {
    if (experiment.highestTemperature() > 0) {
      throw section.error("", FileMessage.FITTED_NOISE);
    }
    if (experiment.mayEndSooner()) {
      throw section.error("", FileMessage.FITTED_OPEN_END);
    }
  }

  private Data data(FitDataKeys given, Section entry) {
    String word = given.of() instanceof YamlNode.Scalar s ? s.text() : "";
    if (word.equals(Period.NAME)) {
      return ofPeriod(given, entry);
    }
    for (String key : List.of("picture", "at", "size")) {
      entry.refuse(key, FileMessage.FITTED_KEY, Section.shown(given.of()), "of: period");
    }
    Optional<Pairs> pairs =
        Stream.of(Pairs.values()).filter(p -> word.equals(p.name())).findFirst();
    if (pairs.isPresent()) {
      requireMeasure(entry);
      return new Data(
          pairs,
          List.of(),
          Optional.empty(),
          noise(given.noise(), entry, "0.01 %", pairs.get().dimension()),
          measured(given, entry, file -> file.ofPairs(pairs.get())));
    }
    List<String> columns = new ArrayList<>();
    if (given.of() instanceof YamlNode.Sequence list) {
      list.items().forEach(item -> columns.add(column(item, entry)));
    }
    if (columns.isEmpty()) {
      throw noReading(given.of(), entry);
    }
    return new Data(
        pairs,
        columns,
        Optional.empty(),
        columnNoise(columns, given.noise(), entry),
        measured(given, entry, file -> file.samples(columns)));
  }

  private void requireMeasure(Section entry) {
    boolean isRead = experiment.steps().stream().anyMatch(Step.Measure.class::isInstance);
    if (!isRead || contacts.size() < 2) {
      throw entry.error("of", FileMessage.FITTED_NO_MEASURE);
    }
  }

  private Data ofPeriod(FitDataKeys given, Section entry) {
    requireMeasure(entry);
    entry.refuse("file", FileMessage.FITTED_KEY, Period.NAME, "picture: before.png");
    List<String> known = experiment.measures();
    String at = given.at().orElse(known.get(0));
    if (!known.contains(at)) {
      throw entry.error("at", FileMessage.FITTED_AT, Excerpt.of(at), String.join(", ", known));
    }
    Period period = new Period(at, given.size().orElse(experiment.film().size()));
    Map<Dimension, Double> noise = noise(given.noise(), entry, "2 %", Dimension.LENGTH);
    Optional<Measured> measured =
        given.picture().map(p -> MeasuredPicture.of(entry, experiment, p.path(), period));
    return new Data(Optional.empty(), List.of(), Optional.of(period), noise, measured);
  }

  private Optional<Measured> measured(
      FitDataKeys given, Section entry, Function<MeasuredFile, List<Reading>> readings) {
    return given
        .file()
        .map(NamedFile::path)
        .map(f -> new MeasuredFile(entry, experiment, f))
        .map(m -> new Measured(m.path().toString(), readings.apply(m)));
  }

  private ExperimentException noReading(YamlNode value, Section entry) {
    String first = contacts.isEmpty() ? "n1" : contacts.get(0);
    return entry.error("of", FileMessage.NO_READING, Section.shown(value), first);
  }

  private String column(YamlNode item, Section entry) {
    String name = item instanceof YamlNode.Scalar s ? s.text() : "";
    Dimension dimension = Data.dimension(name);
    String end = Data.ENDS.get(dimension);
    String contact = name.endsWith(end) ? name.substring(0, name.length() - end.length()) : "";
    if (!contacts.contains(contact)) {
      throw noReading(item, entry);
    }
    Sampled kind = dimension == Dimension.VOLTAGE ? Sampled.VOLTAGE : Sampled.CURRENT;
    boolean isSampled =
        experiment.output().readings().samples().filter(s -> s.of().contains(kind)).isPresent();
    if (!isSampled) {
      throw entry.error("of", FileMessage.FITTED_NO_SAMPLES, name, kind);
    }
    if (isDriven(contacts.indexOf(contact), dimension)) {
      throw entry.error("of", FileMessage.FITTED_DRIVEN, name);
    }
    return name;
  }

  /** Whether every step with current gives this contact this quantity. */
  private boolean isDriven(int contact, Dimension dimension) {
    Electrode.Drive kind =
        dimension == Dimension.VOLTAGE ? Electrode.Drive.VOLTAGE : Electrode.Drive.CURRENT;
    List<GivenValues> given = experiment.steps().stream().flatMap(FitSection::given).toList();
    return !given.isEmpty() && given.stream().allMatch(v -> v.kind(contact) == kind);
  }

  private static Stream<GivenValues> given(Step step) {
    if (step instanceof Driven d) {
      return Stream.of(d.values());
    }
    return step instanceof Step.Train t ? t.drives().stream().map(Step.Drive::values) : Stream.of();
  }

  private static Map<Dimension, Double> noise(
      YamlNode noise, Section entry, String example, Dimension own) {
    if (!(noise instanceof YamlNode.Scalar text)) {
      throw entry.error("noise", FileMessage.NO_NOISE, Section.shown(noise), example);
    }
    Quantity q = positive(text, entry, Dimension.FRACTION, own);
    return Map.of(q.dimension(), q.value());
  }

  private static Map<Dimension, Double> columnNoise(
      List<String> columns, YamlNode noise, Section entry) {
    Map<Dimension, Double> all = new LinkedHashMap<>();
    for (String column : columns) {
      Dimension dimension = Data.dimension(column);
      String letter = Data.ENDS.get(dimension).substring(1);
      if (!(noise instanceof YamlNode.Mapping map)
          || !(map.get(letter) instanceof YamlNode.Scalar text)) {
        String example = "{%s: %s}".formatted(letter, letter.equals("V") ? "0.1 mV" : "2 uA");
        throw entry.error("noise", FileMessage.NO_NOISE, Section.shown(noise), example);
      }
      all.put(dimension, positive(text, entry, dimension).value());
    }
    return all;
  }

  private static Quantity positive(YamlNode.Scalar text, Section entry, Dimension... allowed) {
    try {
      Quantity q = Quantity.read(text.text(), allowed);
      if (!(q.value() >= LEAST_NOISE && q.value() <= MOST_NOISE)) {
        String range = "1e-15 to 1e15 " + q.dimension().unit();
        throw entry.error("noise", FileMessage.OUT_OF_RANGE, text.text(), range.strip());
      }
      return q;
    } catch (UnitException e) {
      throw entry.error("noise", FileMessage.NO_QUANTITY, e.getMessage(), "above 0");
    }
  }

  private Unknown unknown(Parameter range) {
    Origin at = ((YamlNode.Mapping) section.node("parameters")).originOf(range.key());
    KeyPath path = KeyPath.parse(range.key(), at);
    String place = VariedKeys.place(section, range.key());
    if (path.isStep()) {
      throw ExperimentException.at(at, place, FileMessage.FITTED_STEP);
    }
    if (range.low() == 0 || range.high() == 0 || range.low() > 0 != range.high() > 0) {
      throw ExperimentException.at(
          at, place, FileMessage.FITTED_ZERO, VariedKeys.text(range, range.low()));
    }
    Quantity value =
        value(path).orElseThrow(() -> ExperimentException.at(at, place, FileMessage.FITTED_NONE));
    if (value.dimension() != range.dimension()) {
      throw ExperimentException.at(
          at, place, FileMessage.FITTED_UNIT, value.dimension().description());
    }
    if (value.value() < range.low() || value.value() > range.high()) {
      throw ExperimentException.at(
          at, place, FileMessage.FITTED_OUTSIDE, VariedKeys.text(range, value.value()));
    }
    Optional<String> idle = idle(path);
    if (idle.isPresent()) {
      throw ExperimentException.at(at, place, FileMessage.FITTED_IDLE, idle.get());
    }
    return new Unknown(range, value.value());
  }

  /** Why a number acts on no reading of this protocol; empty where it may. */
  private Optional<String> idle(KeyPath path) {
    List<Step> steps = experiment.steps();
    return switch (path.declared()) {
      case "material.P", "material.xi" ->
          steps.stream().anyMatch(Step::hasCurrent)
              ? Optional.empty()
              : Optional.of("no step has a current between contacts");
      case "material.alpha" ->
          steps.stream().anyMatch(s -> s.duration() > 0 && !(s instanceof Step.Relax))
              ? Optional.empty()
              : Optional.of("no step takes time except relax, which has its own alpha");
      default -> Optional.empty();
    };
  }

  /** What the film has at a key; empty where it has nothing, or not the same everywhere. */
  private Optional<Quantity> value(KeyPath path) {
    Key key = ExperimentKeys.find(path.declared());
    YamlNode node = path.get(ExperimentTree.of(experiment));
    String text = node instanceof YamlNode.Scalar s ? s.text() : key.byDefault();
    try {
      return Optional.ofNullable(text).map(((Measure) key.kind())::read);
    } catch (UnitException e) {
      return Optional.empty(); // a word that the key takes too
    }
  }

  /** The section of a fit. */
  static YamlNode tree(FitSpec fit) {
    YamlNode.Mapping head =
        map().with("data", list(fit.data().stream().map(FitSection::tree).toList()));
    return (fit.draws() ? head.with("draws", scalar("initial.seed")) : head)
        .with("parameters", VariedKeys.tree(fit.unknowns().stream().map(Unknown::range).toList()))
        .with("evaluations", scalar(Integer.toString(fit.evaluations())))
        .with("seed", scalar(Long.toString(fit.seed())));
  }

  private static YamlNode tree(Data data) {
    YamlNode.Mapping noise = map();
    for (Dimension d : List.of(Dimension.VOLTAGE, Dimension.CURRENT)) {
      if (data.noise().containsKey(d)) {
        String text = Quantity.exact(data.noise().get(d), d);
        noise = noise.with(Data.ENDS.get(d).substring(1), scalar(text));
      }
    }
    YamlNode of = list(data.columns().stream().map(c -> scalar(c)).toList());
    if (data.columns().isEmpty()) {
      Map.Entry<Dimension, Double> one = data.noise().entrySet().iterator().next();
      of = scalar(data.pairs().map(Pairs::name).orElse(Period.NAME));
      YamlNode text = scalar(Quantity.exact(one.getValue(), one.getKey()));
      return withFile(data, map().with("of", of).with("noise", text));
    }
    return withFile(data, map().with("of", of).with("noise", noise));
  }

  private static YamlNode withFile(Data data, YamlNode.Mapping entry) {
    YamlNode.Mapping whole = entry;
    String key = "file";
    if (data.period().isPresent()) {
      key = "picture";
      Period p = data.period().get();
      List<YamlNode> size =
          p.size().stream()
              .<YamlNode>map(l -> scalar(Quantity.exact(l, Dimension.LENGTH)))
              .toList();
      whole = whole.with("at", scalar(p.at())).with("size", list(size));
    }
    return data.measured().isPresent()
        ? whole.with(key, scalar(data.measured().get().file()))
        : whole;
  }
}
