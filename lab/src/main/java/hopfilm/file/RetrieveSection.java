package hopfilm.file;

import static hopfilm.file.YamlValues.list;
import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.numbers;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.Step;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.Retrieval.UpdateRule;
import hopfilm.input.Excerpt;
import hopfilm.input.Message;
import java.util.Arrays;
import java.util.List;

/** A retrieve step, read and written. */
final class RetrieveSection {

  /** Of all starts of a retrieval together: 2^20 patterns of 20 electrodes, and some more. */
  private static final int MOST_SIGNS = 30_000_000;

  private final Section s;
  private final ProtocolContext protocol;

  private RetrieveSection(Section s, ProtocolContext protocol) {
    this.s = s;
    this.protocol = protocol;
  }

  /** Reads a retrieve step, which needs a measure before it, and what the reference needs. */
  static Step.Retrieve read(Section s, ProtocolContext protocol) {
    return new RetrieveSection(s, protocol).read();
  }

  private Step.Retrieve read() {
    Reference reference = protocol.reference();
    if (!protocol.isMeasured()) {
      throw s.error("", Message.NO_MEASURE_BEFORE);
    }
    if (!protocol.isTrained()
        && (reference == Reference.UNTRAINED || reference == Reference.UNTRAINED_SCALED)) {
      throw s.error("", Message.NO_TRAIN_BEFORE, YamlValues.word(reference).text());
    }
    UpdateRule update = s.constant("update", UpdateRule.class);
    if (update != UpdateRule.GRADED) {
      s.refuse("gain", Message.ONLY_GRADED_HAS_GAIN);
    }
    if (update != UpdateRule.ASYNCHRONOUS) {
      s.refuse("order", Message.ONLY_ASYNCHRONOUS_HAS_ORDER);
    }
    double gain = s.has("gain") ? s.value("gain") : protocol.gain(s.value("gain"));
    return new Step.Retrieve(starts(), update, gain, s.choice("order").equals("random"));
  }

  private Step.Starts starts() {
    boolean isNoisy = s.node("from") instanceof YamlNode.Scalar from && from.text().equals("noisy");
    if (!isNoisy) {
      s.refuse("copies", Message.ONLY_NOISY_HAS, "copies");
      s.refuse("flips", Message.ONLY_NOISY_HAS, "flips");
      s.refuse("flipped", Message.ONLY_NOISY_HAS, "flipped");
    }
    if (s.node("from") instanceof YamlNode.Sequence list) {
      if (list.items().isEmpty()) {
        throw s.error("from", Message.EMPTY_LIST);
      }
      return new Step.Listed(
          list.items().stream().map(p -> protocol.pattern(s, "from", p)).toList());
    }
    if (isNoisy) {
      if (protocol.patterns() == 0) {
        throw s.error("from", Message.NOTHING_FOR_NOISY);
      }
      return noisy();
    }
    String from = s.text("from");
    if (from.equals("all")) {
      if (protocol.electrodes() > Pattern.MAX_LISTED) {
        throw s.error("from", Message.TOO_MANY_PATTERNS, protocol.electrodes(), Pattern.MAX_LISTED);
      }
      return new Step.AllPatterns();
    }
    if (from.matches("[+-]+")) {
      return new Step.Listed(List.of(protocol.pattern(s, "from", s.node("from"))));
    }
    throw s.error("from", Message.NO_STARTS, Excerpt.of(from), protocol.example());
  }

  private Step.Starts noisy() {
    List<Double> fractions = List.of();
    if (s.has("flipped")) {
      s.refuse("flips", Message.FLIPPED_GIVEN);
      fractions = Arrays.stream(s.values("flipped")).boxed().toList();
      if (fractions.isEmpty()) {
        throw s.error("flipped", Message.EMPTY_LIST);
      }
    }
    int flips = (int) s.whole("flips");
    if (flips > protocol.electrodes()) {
      throw s.error("flips", Message.TOO_MANY_FLIPS, flips, protocol.electrodes());
    }
    int copies = (int) s.whole("copies");
    double starts = (double) copies * protocol.patterns() * Math.max(1, fractions.size());
    if (starts * protocol.electrodes() > MOST_SIGNS) {
      throw s.error(
          "copies",
          Message.TOO_MANY_STARTS,
          starts,
          protocol.electrodes(),
          MOST_SIGNS / protocol.electrodes());
    }
    return fractions.isEmpty()
        ? new Step.Noisy(copies, flips)
        : new Step.Flipped(copies, fractions);
  }

  /** The map of a retrieve step. */
  static YamlNode tree(Step.Retrieve r) {
    YamlNode.Mapping map = map();
    if (r.starts() instanceof Step.Listed l) {
      map = map.with("from", list(l.patterns().stream().map(p -> scalar(p.text())).toList()));
    } else if (r.starts() instanceof Step.Noisy n) {
      map =
          map.with("from", scalar("noisy"))
              .with("copies", scalar(Integer.toString(n.copies())))
              .with("flips", scalar(Integer.toString(n.flips())));
    } else if (r.starts() instanceof Step.Flipped f) {
      map =
          map.with("from", scalar("noisy"))
              .with("copies", scalar(Integer.toString(f.copies())))
              .with(
                  "flipped",
                  numbers(
                      "protocol.retrieve.flipped",
                      f.fractions().stream().mapToDouble(Double::doubleValue).toArray()));
    } else {
      map = map.with("from", scalar("all"));
    }
    map = map.with("update", word(r.update()));
    if (r.update() == UpdateRule.GRADED) {
      map = map.with("gain", number("protocol.retrieve.gain", r.gain()));
    } else if (r.update() == UpdateRule.ASYNCHRONOUS) {
      map = map.with("order", scalar(r.randomOrder() ? "random" : "fixed"));
    }
    return map;
  }
}
