package hopfilm.key;

import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.yaml.YamlNode;
import java.util.List;

/**
 * What is wrong with each key by itself, whatever the others are: unknown keys, and values that are
 * not of the kind and range that the key declares. For files that could not be read, of which only
 * the first error of each section is known.
 */
public final class KeyFaults {

  private static final String PROTOCOL = "protocol";

  private final Faults faults;

  private KeyFaults(Faults faults) {
    this.faults = faults;
  }

  /** Adds the errors of all keys to those that are known. */
  public static void find(YamlNode.Mapping root, Faults faults) {
    new KeyFaults(faults).map("", "", root);
  }

  private void map(String path, String shown, YamlNode.Mapping map) {
    List<String> known = ExperimentKeys.children(path);
    for (String key : map.entries().keySet()) {
      look(() -> Section.requireKnown(path, shown, key, map.originOf(key)));
    }
    YamlNode.Mapping rest = map.only(known);
    Section s = new Section(path, shown, rest, map.origin());
    rest.entries()
        .forEach(
            (key, value) -> {
              String below = Section.join(path, key);
              if (key.equals(PROTOCOL) || below.equals("protocol.repeat.steps")) {
                steps(value);
              } else {
                value(s, key, below, s.shown(key), value);
              }
            });
  }

  private void value(Section s, String key, String path, String shown, YamlNode value) {
    String entry = path + "[]";
    if (value instanceof YamlNode.Mapping map && !ExperimentKeys.children(path).isEmpty()) {
      map(path, shown, map);
    } else if (value instanceof YamlNode.Sequence list
        && !ExperimentKeys.children(entry).isEmpty()) {
      for (int k = 0; k < list.items().size(); k++) {
        if (list.items().get(k) instanceof YamlNode.Mapping map) {
          map(entry, shown + "[" + (k + 1) + "]", map);
        }
      }
    } else if (!(value instanceof YamlNode.Mapping) && ExperimentKeys.find(path) != null) {
      look(() -> s.vet(key));
    }
  }

  private void steps(YamlNode steps) {
    List<YamlNode> items = steps instanceof YamlNode.Sequence list ? list.items() : List.of();
    for (YamlNode item : items) {
      if (item instanceof YamlNode.Mapping step && step.entries().size() == 1) {
        step.entries()
            .forEach(
                (kind, value) -> {
                  if (value instanceof YamlNode.Mapping map
                      && ExperimentKeys.children(PROTOCOL).contains(kind)) {
                    map(Section.join(PROTOCOL, kind), kind, map);
                  }
                });
      }
    }
  }

  private void look(Runnable reading) {
    try {
      reading.run();
    } catch (ExperimentException e) {
      faults.addFirst(e);
    }
  }
}
