package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.number;
import static hopfilm.file.YamlValues.optional;
import static hopfilm.file.YamlValues.scalar;
import static hopfilm.file.YamlValues.word;

import hopfilm.experiment.NetworkSpec;
import hopfilm.hopfield.Reference;
import hopfilm.hopfield.SelfTerm;
import hopfilm.hopfield.WeightKind;
import hopfilm.input.Message;
import java.util.List;

/** The section {@code network}, read and written. */
final class NetworkSection {

  private NetworkSection() {}

  /**
   * Reads it.
   *
   * @param runs that references may come from
   * @param electrodes their names; null if they are not known
   */
  static NetworkSpec read(Section s, ReferenceRuns runs, List<String> electrodes) {
    WeightKind weights = s.constant("weights", WeightKind.class);
    ReferenceRuns.Found found = null;
    if (s.node("reference") instanceof YamlNode.Mapping map) {
      s.refuse("mazes", Message.REFERENCE_RUN_SAYS, "mazes");
      s.refuse("scaling", Message.REFERENCE_RUN_SAYS, "scaling");
      found = runs.of(map, weights, electrodes);
    }
    Reference reference = found == null ? s.constant("reference", Reference.class) : found.kind();
    if (found == null && reference != Reference.UNTRAINED_MEAN) {
      s.refuse("mazes", Message.ONLY_MEAN_HAS_MAZES);
    }
    if (found == null && reference != Reference.SCALED && reference != Reference.UNTRAINED_SCALED) {
      s.refuse("scaling", Message.ONLY_SCALED_HAS_SCALING);
    }
    boolean isResistance = weights == WeightKind.RESISTANCE;
    String other = isResistance ? "voltage" : "current";
    String own = isResistance ? "current" : "voltage";
    s.refuse(other, Message.OTHER_INPUTS, s.text("weights"), own + "s", own);
    return new NetworkSpec(
        reference,
        s.constant("self_term", SelfTerm.class),
        weights,
        s.optional(own),
        (int) s.whole("mazes"),
        found == null ? s.value("scaling") : found.scaling(),
        found == null ? null : found.given());
  }

  static YamlNode tree(NetworkSpec n) {
    YamlNode reference =
        n.given() == null ? word(n.reference()) : map().with("file", scalar(n.given().run()));
    YamlNode.Mapping map = map().with("reference", reference).with("self_term", word(n.selfTerm()));
    boolean isResistance = n.weights() == WeightKind.RESISTANCE;
    if (isResistance) {
      map = map.with("weights", word(n.weights()));
    }
    map = optional(map, "network", isResistance ? "current" : "voltage", n.amplitude());
    if (n.given() != null) {
      return map; // mazes and scaling are those of the other run
    }
    if (n.reference() == Reference.UNTRAINED_MEAN) {
      map = map.with("mazes", scalar(Integer.toString(n.mazes())));
    }
    if (n.scaling() != 1) {
      map = map.with("scaling", number("network.scaling", n.scaling()));
    }
    return map;
  }
}
