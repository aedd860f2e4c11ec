package hopfilm.section;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.map;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.experiment.Driven;
import hopfilm.experiment.Driven.Source;
import hopfilm.experiment.Series;
import hopfilm.experiment.Signal;
import hopfilm.input.Excerpt;
import hopfilm.input.FileMessage;
import hopfilm.input.Nearest;
import hopfilm.key.Binder;
import hopfilm.key.DriveKeys;
import hopfilm.key.DriveKeys.SignalKeys;
import hopfilm.key.DriveKeys.SignalKeys.Between;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.KeyKind.Range;
import hopfilm.key.Section;
import hopfilm.key.YamlValues;
import hopfilm.transport.Electrode.Drive;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A drive step, read and written. */
final class DriveSection {

  private static final String FLOAT = "float";

  /** Currents that add up to this part of the largest cancel; what is left is rounding. */
  private static final double BALANCED = 1e-9;

  /** A series up to this length is written as a list. */
  private static final int SHORT = 64;

  private final Section s;
  private final DriveKeys keys;
  private final ProtocolContext protocol;

  private DriveSection(Section s, ProtocolContext protocol) {
    this.s = s;
    this.keys = Binder.read(DriveKeys.class, s);
    this.protocol = protocol;
  }

  static Driven read(Section s, ProtocolContext protocol) {
    return new DriveSection(s, protocol).read();
  }

  private Driven read() {
    List<Source> sources = sources();
    Optional<List<Signal>> field = keys.field().map(f -> field(s.section("field"), f.value()));
    Driven driven = new Driven(0, sources, field, keys.until(), keys.part());
    OptionalDouble samples =
        driven.signals().stream()
            .filter(Signal.Samples.class::isInstance)
            .mapToDouble(x -> ((Signal.Samples) x).time())
            .max();
    if (keys.time().isEmpty() && samples.isEmpty()) {
      throw s.error("time", FileMessage.NO_DRIVE_TIME);
    }
    return driven.with(keys.time().orElseGet(samples::getAsDouble), keys.part());
  }

  private List<Source> sources() {
    Map<String, Source> named = new LinkedHashMap<>();
    for (Drive kind : List.of(Drive.VOLTAGE, Drive.CURRENT)) {
      named(kind, named);
    }
    List<Source> all = new ArrayList<>(named.values());
    if (!protocol.names().isEmpty()) {
      all.clear();
      for (int k = 0; k < protocol.names().size(); k++) {
        String name = protocol.names().get(k);
        boolean floats =
            keys.others() == DriveKeys.Others.FLOAT || protocol.kinds().get(k) != Drive.VOLTAGE;
        Drive kind = floats ? Drive.FLOAT : Drive.VOLTAGE;
        all.add(named.getOrDefault(name, new Source(name, kind, new Signal.Steady(0))));
      }
      requireCurrent(all);
    }
    return all;
  }

  private void named(Drive kind, Map<String, Source> named) {
    String key = kind == Drive.VOLTAGE ? "voltages" : "currents";
    YamlNode node = s.node(key);
    if (node == null) {
      return;
    }
    String example = kind == Drive.VOLTAGE ? "20 mV" : "1 mA";
    if (!(node instanceof YamlNode.Mapping map)) {
      String first = protocol.names().isEmpty() ? "n1" : protocol.names().get(0);
      throw s.error(key, FileMessage.NO_CONTACT_NAMES, Section.shown(node), first, example);
    }
    Section contacts = s.section(key);
    map.entries()
        .forEach(
            (name, value) -> {
              requireContact(contacts, name);
              boolean floats = value instanceof YamlNode.Scalar text && text.text().equals(FLOAT);
              Dimension wanted = kind == Drive.VOLTAGE ? Dimension.VOLTAGE : Dimension.CURRENT;
              Source source =
                  floats
                      ? new Source(name, Drive.FLOAT, new Signal.Steady(0))
                      : new Source(name, kind, signal(contacts, name, value, wanted));
              if (named.put(name, source) != null) {
                throw contacts.error(name, FileMessage.SAME_CONTACT);
              }
            });
  }

  private void requireContact(Section contacts, String name) {
    List<String> names = protocol.names();
    if (names.isEmpty() || names.contains(name)) {
      return;
    }
    String shown = Excerpt.of(name);
    String all = Excerpt.of(String.join(", ", names));
    throw Nearest.to(name, names)
        .map(near -> contacts.error(name, FileMessage.UNKNOWN_CONTACT_NEAR, shown, near, all))
        .orElseGet(() -> contacts.error(name, FileMessage.UNKNOWN_CONTACT, shown, all));
  }

  /** Without a voltage nothing says where the zero is, and currents must cancel at all times. */
  private void requireCurrent(List<Source> all) {
    if (all.stream().anyMatch(x -> x.kind() == Drive.VOLTAGE)) {
      return;
    }
    if (all.stream().allMatch(x -> x.kind() == Drive.FLOAT)) {
      throw s.error(s.has("voltages") ? "voltages" : "others", FileMessage.ALL_FLOAT);
    }
    Map<Object, Double> sums = new LinkedHashMap<>();
    double largest = 0;
    for (Source x : all) {
      sums.merge(x.signal().course(0, Signal.Clock.PLAIN), x.signal().value(), Double::sum);
      largest = Math.max(largest, x.signal().largest());
    }
    double left = sums.values().stream().mapToDouble(Math::abs).max().orElse(0);
    if (left > BALANCED * largest) {
      throw s.error("currents", FileMessage.SIGNALS_DO_NOT_CANCEL);
    }
  }

  private List<Signal> field(Section field, YamlNode node) {
    List<YamlNode> items = node instanceof YamlNode.Sequence list ? list.items() : List.of();
    if (items.size() != 3) {
      throw field.error("value", FileMessage.NO_FIELD, Section.shown(node));
    }
    List<Signal> all = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      String key = "value[" + (k + 1) + "]";
      all.add(signal(field, key, items.get(k), Dimension.MAGNETIC_FIELD));
    }
    return all;
  }

  /** A value or a signal. */
  private Signal signal(Section above, String key, YamlNode node, Dimension wanted) {
    if (!(node instanceof YamlNode.Mapping)) {
      return new Signal.Steady(si(above, key, above.quantity(key, node, wanted), wanted));
    }
    Section one = above.below(key, node);
    for (String level : SignalKeys.LEVELS) {
      if (one.has(level)) {
        one.quantity(level, one.node(level), wanted);
      }
    }
    SignalKeys k = Binder.read(SignalKeys.class, one);
    List<String> kinds =
        List.of("value", "sine", "pulses", "samples").stream().filter(one::has).toList();
    if (kinds.size() != 1) {
      throw kinds.isEmpty()
          ? above.error(key, FileMessage.NO_SIGNAL)
          : one.error(kinds.get(1), FileMessage.TWO_SIGNALS, kinds.get(0), kinds.get(1));
    }
    Signal signal = signal(one, kinds.get(0), k, wanted);
    requireLevel(one, kinds.get(0), signal, wanted);
    return signal;
  }

  private Signal signal(Section one, String kind, SignalKeys k, Dimension wanted) {
    return switch (kind) {
      case "value" -> new Signal.Steady(si(one, "value", k.value(), wanted));
      case "sine" ->
          new Signal.Sine(
              si(one, "sine", k.sine(), wanted),
              one.value("frequency"),
              k.phase(),
              one.has("offset") ? si(one, "offset", k.offset(), wanted) : 0);
      case "pulses" -> pulses(one, k, wanted);
      default ->
          new Signal.Samples(
              protocol.samples().of(one, k.samples().orElseThrow(), k.column()),
              one.value("every"),
              si(one, "scale", one.quantity("scale"), wanted),
              k.between() == Between.HOLD);
    };
  }

  /** Samples times their scale, and a sine with its offset, reach no more than a constant. */
  private static void requireLevel(Section s, String key, Signal signal, Dimension wanted) {
    Measure level = (Measure) ExperimentKeys.find(ExperimentKeys.SIGNAL + ".value").kind();
    Range range = level.form(wanted).range();
    if (!range.contains(signal.largest())) {
      String largest = Quantity.format(signal.largest(), wanted);
      throw s.error(key, FileMessage.SIGNAL_TOO_LARGE, largest, range);
    }
  }

  private static Signal pulses(Section s, SignalKeys k, Dimension wanted) {
    double on = s.value("on");
    if (2 * k.ramp() > on) {
      String shortest = Quantity.format(on, Dimension.TIME);
      String half = Quantity.format(on / 2, Dimension.TIME);
      throw s.error("ramp", FileMessage.RAMP_TOO_LONG, s.text("ramp"), shortest, half);
    }
    return new Signal.Pulses(si(s, "pulses", k.pulses(), wanted), on, s.value("off"), k.ramp());
  }

  private static double si(Section s, String key, Optional<Quantity> given, Dimension wanted) {
    return si(s, key, given.orElseThrow(), wanted);
  }

  private static double si(Section s, String key, Quantity q, Dimension wanted) {
    if (q.value() != 0 && q.dimension() != wanted) {
      throw s.error(
          key,
          FileMessage.OTHER_QUANTITY,
          Quantity.format(q.value(), q.dimension()),
          q.dimension().description(),
          wanted.description(),
          wanted.example());
    }
    return q.value();
  }

  /** The map of a drive step, every contact with what it is given. */
  static YamlNode tree(Driven step) {
    YamlNode.Mapping volts = map();
    YamlNode.Mapping amperes = map();
    for (Source x : step.sources()) {
      switch (x.kind()) {
        case VOLTAGE -> volts = volts.with(x.contact(), tree(x.signal(), Dimension.VOLTAGE));
        case CURRENT -> amperes = amperes.with(x.contact(), tree(x.signal(), Dimension.CURRENT));
        case FLOAT -> volts = volts.with(x.contact(), scalar(FLOAT));
      }
    }
    return Binder.tree(
        "protocol.drive",
        new DriveKeys(
            OptionalDouble.of(step.time()),
            given(volts),
            given(amperes),
            DriveKeys.Others.ZERO,
            step.field()
                .map(f -> list(f.stream().map(x -> tree(x, Dimension.MAGNETIC_FIELD)).toList()))
                .map(DriveKeys.DrivenField::new),
            step.until(),
            step.part()));
  }

  private static Optional<YamlNode> given(YamlNode.Mapping map) {
    return map.entries().isEmpty() ? Optional.empty() : Optional.of(map);
  }

  private static YamlNode tree(Signal signal, Dimension d) {
    if (signal instanceof Signal.Steady x) {
      Measure kind = (Measure) ExperimentKeys.find(ExperimentKeys.SIGNAL + ".value").kind();
      return scalar(YamlValues.text(x.value(), kind.form(d)));
    }
    Optional<Signal.Sine> sine = as(Signal.Sine.class, signal);
    Optional<Signal.Pulses> pulses = as(Signal.Pulses.class, signal);
    Optional<Signal.Samples> samples = as(Signal.Samples.class, signal);
    return Binder.tree(
        ExperimentKeys.SIGNAL,
        new SignalKeys(
            Optional.empty(),
            sine.map(x -> new Quantity(x.amplitude(), d)),
            sine.stream().mapToDouble(Signal.Sine::frequency).findFirst(),
            sine.map(Signal.Sine::phase).orElse(0.0),
            sine.map(Signal.Sine::offset).filter(x -> x != 0).map(x -> new Quantity(x, d)),
            pulses.map(x -> new Quantity(x.height(), d)),
            pulses.stream().mapToDouble(Signal.Pulses::on).findFirst(),
            pulses.stream().mapToDouble(Signal.Pulses::off).findFirst(),
            pulses.map(Signal.Pulses::ramp).orElse(0.0),
            samples.map(x -> numbers(x.series())),
            Optional.empty(),
            samples.stream().mapToDouble(Signal.Samples::every).findFirst(),
            samples.map(x -> new Quantity(x.scale(), d)),
            samples.filter(x -> !x.isHeld()).isPresent() ? Between.LINEAR : Between.HOLD));
  }

  private static <T> Optional<T> as(Class<T> kind, Signal signal) {
    return Optional.of(signal).filter(kind::isInstance).map(kind::cast);
  }

  private static YamlNode numbers(Series series) {
    YamlNode.Numbers all = new YamlNode.Numbers(series);
    return series.size() <= SHORT ? all.list() : all;
  }
}
