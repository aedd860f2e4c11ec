package hopfilm.file;

import static hopfilm.file.YamlValues.map;
import static hopfilm.file.YamlValues.scalar;

import hopfilm.experiment.NetworkSpec;
import hopfilm.hopfield.WeightKind;
import java.util.List;

/** The rules of the section {@code network}, whose reference may be that of another run. */
final class NetworkSection {

  private static final String REFERENCE = "reference";
  private static final List<String> OF_THE_RUN = List.of("mazes", "scaling");

  private NetworkSection() {}

  /**
   * Reads it.
   *
   * @param runs that references may come from
   * @param electrodes their names; null if they are not known
   */
  static NetworkSpec read(Section s, ReferenceRuns runs, List<String> electrodes) {
    boolean isResistance = s.constant("weights", WeightKind.class) == WeightKind.RESISTANCE;
    String own = isResistance ? "current" : "voltage";
    Section given = s;
    ReferenceRuns.Found found = null;
    if (s.node(REFERENCE) instanceof YamlNode.Mapping map) {
      OF_THE_RUN.forEach(key -> s.refuse(key, FileMessage.REFERENCE_RUN_SAYS, key));
      found = runs.of(map, s.constant("weights", WeightKind.class), electrodes);
      given = s.without(REFERENCE);
    }
    NetworkSpec network = Binder.read(NetworkSpec.class, given);
    s.refuse(
        isResistance ? "voltage" : "current",
        FileMessage.OTHER_INPUTS,
        s.text("weights"),
        own + "s",
        own);
    return found == null ? network : network.with(found.kind(), found.scaling(), found.given());
  }

  static YamlNode tree(NetworkSpec n) {
    YamlNode.Mapping tree = Binder.tree("network", n);
    return n.given()
        .map(g -> tree.with(REFERENCE, map().with("file", scalar(g.run()))))
        .map(t -> t.without("mazes").without("scaling"))
        .orElse(tree);
  }
}
