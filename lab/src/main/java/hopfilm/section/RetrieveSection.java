package hopfilm.section;

import static hopfilm.key.YamlValues.list;
import static hopfilm.key.YamlValues.scalar;

import hopfilm.experiment.Starts;
import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.input.Excerpt;
import hopfilm.input.FileMessage;
import hopfilm.input.Spelling;
import hopfilm.key.Binder;
import hopfilm.key.ExperimentKeys.RetrieveKeys;
import hopfilm.key.Section;
import hopfilm.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A retrieve step, read and written. */
final class RetrieveSection {

  /** Of all starts of a retrieval together: 2^20 patterns of 20 electrodes, and some more. */
  private static final int MAX_SIGNS = 30_000_000;

  private final Section s;
  private final RetrieveKeys given;
  private final ProtocolContext protocol;

  private RetrieveSection(Section s, ProtocolContext protocol) {
    this.s = s;
    this.given = Binder.read(RetrieveKeys.class, s);
    this.protocol = protocol;
  }

  /** Reads a retrieve step, which needs a measure before it, and what the reference needs. */
  static Step.Retrieve read(Section s, ProtocolContext protocol) {
    return new RetrieveSection(s, protocol).read();
  }

  private Step.Retrieve read() {
    Reference reference = protocol.reference();
    if (!protocol.isMeasured()) {
      throw s.error("", FileMessage.NO_MEASURE_BEFORE);
    }
    if (!protocol.isTrained()
        && (reference == Reference.UNTRAINED || reference == Reference.UNTRAINED_SCALED)) {
      throw s.error("", FileMessage.NO_TRAIN_BEFORE, Spelling.of(reference));
    }
    double gain = given.gain().orElseGet(() -> protocol.gain(s.value("gain")));
    return new Step.Retrieve(starts(), given.update(), gain, given.isRandom());
  }

  private Starts starts() {
    boolean isNoisy = given.from() instanceof YamlNode.Scalar from && from.text().equals("noisy");
    if (!isNoisy) {
      for (String key : List.of("copies", "flips", "flipped")) {
        s.refuse(key, FileMessage.ONLY_NOISY_HAS, key);
      }
    }
    if (given.from() instanceof YamlNode.Sequence list) {
      if (list.items().isEmpty()) {
        throw s.error("from", FileMessage.EMPTY_LIST);
      }
      return new Starts.Listed(
          list.items().stream().map(p -> protocol.pattern(s, "from", p)).toList());
    }
    if (isNoisy) {
      if (protocol.patterns() == 0) {
        throw s.error("from", FileMessage.NOTHING_FOR_NOISY);
      }
      return noisy();
    }
    String from = s.text("from");
    if (from.equals("all")) {
      if (protocol.electrodes() > Pattern.MAX_LISTED) {
        throw s.error(
            "from", FileMessage.TOO_MANY_PATTERNS, protocol.electrodes(), Pattern.MAX_LISTED);
      }
      return new Starts.AllPatterns();
    }
    if (from.matches("[+-]+")) {
      return new Starts.Listed(List.of(protocol.pattern(s, "from", s.node("from"))));
    }
    throw s.error("from", FileMessage.NO_STARTS, Excerpt.of(from), protocol.example());
  }

  private Starts noisy() {
    List<Double> fractions = given.flipped().orElse(List.of());
    if (s.has("flipped")) {
      s.refuse("flips", FileMessage.FLIPPED_GIVEN);
      if (fractions.isEmpty()) {
        throw s.error("flipped", FileMessage.EMPTY_LIST);
      }
    }
    int flips = given.flips().orElseGet(() -> (int) s.whole("flips"));
    if (flips > protocol.electrodes()) {
      throw s.error("flips", FileMessage.TOO_MANY_FLIPS, flips, protocol.electrodes());
    }
    int copies = given.copies().orElseGet(() -> (int) s.whole("copies"));
    double starts = (double) copies * protocol.patterns() * Math.max(1, fractions.size());
    if (starts * protocol.electrodes() > MAX_SIGNS) {
      throw s.error(
          "copies",
          FileMessage.TOO_MANY_STARTS,
          starts,
          protocol.electrodes(),
          MAX_SIGNS / protocol.electrodes());
    }
    return fractions.isEmpty()
        ? new Starts.Noisy(copies, flips)
        : new Starts.Flipped(copies, fractions);
  }

  /** The map of a retrieve step. */
  static YamlNode tree(Step.Retrieve r) {
    Optional<Starts.Noisy> noisy =
        Optional.of(r.starts())
            .filter(Starts.Noisy.class::isInstance)
            .map(Starts.Noisy.class::cast);
    Optional<Starts.Flipped> flipped =
        Optional.of(r.starts())
            .filter(Starts.Flipped.class::isInstance)
            .map(Starts.Flipped.class::cast);
    YamlNode from =
        r.starts() instanceof Starts.Listed l
            ? list(l.patterns().stream().map(p -> scalar(p.text())).toList())
            : scalar(r.starts() instanceof Starts.AllPatterns ? "all" : "noisy");
    return Binder.tree(
        "protocol.retrieve",
        new RetrieveKeys(
            from,
            r.update(),
            OptionalDouble.of(r.gain()),
            r.randomOrder(),
            noisy.map(Starts.Noisy::copies).or(() -> flipped.map(Starts.Flipped::copies)),
            noisy.map(Starts.Noisy::flips),
            flipped.map(Starts.Flipped::fractions)));
  }
}
