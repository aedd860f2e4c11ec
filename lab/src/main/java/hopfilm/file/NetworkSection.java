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

/** The section {@code network}, read and written. */
final class NetworkSection {

  private NetworkSection() {}

  static NetworkSpec read(Section s) {
    Reference reference = s.constant("reference", Reference.class);
    if (reference != Reference.UNTRAINED_MEAN) {
      s.refuse("mazes", Message.ONLY_MEAN_HAS_MAZES);
    }
    if (reference != Reference.SCALED && reference != Reference.UNTRAINED_SCALED) {
      s.refuse("scaling", Message.ONLY_SCALED_HAS_SCALING);
    }
    WeightKind weights = s.constant("weights", WeightKind.class);
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
        s.value("scaling"));
  }

  static YamlNode tree(NetworkSpec n) {
    YamlNode.Mapping map =
        map().with("reference", word(n.reference())).with("self_term", word(n.selfTerm()));
    boolean isResistance = n.weights() == WeightKind.RESISTANCE;
    if (isResistance) {
      map = map.with("weights", word(n.weights()));
    }
    map = optional(map, "network", isResistance ? "current" : "voltage", n.amplitude());
    if (n.reference() == Reference.UNTRAINED_MEAN) {
      map = map.with("mazes", scalar(Integer.toString(n.mazes())));
    }
    if (n.scaling() != 1) {
      map = map.with("scaling", number("network.scaling", n.scaling()));
    }
    return map;
  }
}
