package hopfilm.study;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dotted key as {@code --set} and {@code sweep} name it: {@code film.cell}, {@code train.pattern}
 * (every train step), {@code train[2].pattern} (the second one), {@code electrodes[1].radius}.
 *
 * @param text as written
 * @param head first part: a section, a key of the top level, or the name of a protocol step
 * @param index which step or electrode, counted from 1; 0 means every one
 * @param rest the further parts
 */
record KeyPath(String text, String head, int index, List<String> rest) {

  private static final Pattern HEAD = Pattern.compile("([^\\[\\]]+)(?:\\[(\\d{1,6})])?");

  static KeyPath parse(String text, Origin origin) {
    String key = text.startsWith("protocol.") ? text.substring("protocol.".length()) : text;
    List<String> parts = List.of(key.split("\\.", -1));
    Matcher m = HEAD.matcher(parts.get(0));
    if (!m.matches()) {
      throw ExperimentException.at(origin, text, "no key; write for example film.cell");
    }
    String head = m.group(1);
    int index = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
    KeyPath path = new KeyPath(text, head, index, parts.subList(1, parts.size()));
    if (m.group(2) != null && (index == 0 || (!path.isStep() && !head.equals("electrodes")))) {
      throw ExperimentException.at(
          origin,
          text,
          index == 0
              ? "steps and electrodes are counted from 1"
              : head + " is not a list; leave out [" + index + "]");
    }
    path.requireKnown(origin);
    return path;
  }

  private void requireKnown(Origin origin) {
    String shown = "";
    String at;
    if (isStep()) {
      at = "protocol." + head;
      shown = head;
    } else {
      List<String> known = new ArrayList<>(ExperimentKeys.children(""));
      known.addAll(ExperimentKeys.children("protocol"));
      if (ExperimentKeys.isLater(head)) {
        Section.requireKnown("", "", head, origin);
      }
      if (!known.contains(head) || head.equals("sweep")) {
        throw ExperimentException.at(origin, text, "unknown key" + Nearest.hint(head, known));
      }
      at = index > 0 ? "electrodes[]" : head;
      shown = head;
    }
    for (String part : rest) {
      if (ExperimentKeys.children(at).isEmpty()) {
        throw ExperimentException.at(origin, text, shown + " is a value and has no keys below it");
      }
      Section.requireKnown(at, shown, part, origin);
      at = at + "." + part;
      shown = shown + "." + part;
    }
  }

  boolean isStep() {
    return ExperimentKeys.children("protocol").contains(head);
  }

  /** The place in {@link ExperimentKeys}. */
  String declared() {
    String first = isStep() ? "protocol." + head : index > 0 ? "electrodes[]" : head;
    return rest.isEmpty() ? first : first + "." + String.join(".", rest);
  }

  /** Whether a list is a value of this key and not a sweep over it. */
  boolean takesList() {
    Key key = ExperimentKeys.find(declared());
    return key == null
        ? declared().equals("protocol") || declared().equals("electrodes")
        : key.kind().takesList();
  }

  /** Whether setting this key overrides what the other one would set. */
  boolean covers(KeyPath other) {
    boolean sameHead = head.equals(other.head) && (index == 0 || index == other.index);
    return sameHead
        && rest.size() <= other.rest.size()
        && other.rest.subList(0, rest.size()).equals(rest);
  }

  /** A copy of a normalised document with the value in this place. */
  YamlNode.Mapping set(YamlNode.Mapping root, YamlNode value) {
    if (isStep()) {
      return setStep(root, value);
    }
    if (index > 0) {
      return setElectrode(root, value);
    }
    return setIn(root, 0, head, value);
  }

  private YamlNode.Mapping setIn(YamlNode.Mapping map, int depth, String key, YamlNode value) {
    if (depth == rest.size()) {
      return map.with(key, value);
    }
    YamlNode below = map.get(key);
    YamlNode.Mapping inner =
        below instanceof YamlNode.Mapping m ? m : YamlNode.Mapping.empty(value.origin());
    return map.with(key, setIn(inner, depth + 1, rest.get(depth), value));
  }

  private YamlNode.Mapping setStep(YamlNode.Mapping root, YamlNode value) {
    int[] seen = {0};
    int[] changed = {0};
    YamlNode protocol = setSteps(root.get("protocol"), value, seen, changed);
    if (changed[0] == 0) {
      throw ExperimentException.at(
          value.origin(),
          text,
          seen[0] == 0
              ? "the protocol has no " + head + " step"
              : "the protocol has %d %s step%s".formatted(seen[0], head, seen[0] == 1 ? "" : "s"));
    }
    return root.with("protocol", protocol);
  }

  private YamlNode setSteps(YamlNode steps, YamlNode value, int[] seen, int[] changed) {
    if (!(steps instanceof YamlNode.Sequence list)) {
      return steps;
    }
    List<YamlNode> items = new ArrayList<>();
    for (YamlNode item : list.items()) {
      YamlNode result = item;
      if (item instanceof YamlNode.Mapping step && step.entries().size() == 1) {
        String kind = step.entries().keySet().iterator().next();
        if (kind.equals(head)) {
          seen[0]++;
          if (index == 0 || index == seen[0]) {
            changed[0]++;
            result = setIn(step, 0, head, value);
          }
        }
        if (kind.equals("repeat")
            && result instanceof YamlNode.Mapping outer
            && outer.get("repeat") instanceof YamlNode.Mapping repeat
            && repeat.get("steps") != null) {
          YamlNode inner = setSteps(repeat.get("steps"), value, seen, changed);
          result = outer.with("repeat", repeat.with("steps", inner));
        }
      }
      items.add(result);
    }
    return new YamlNode.Sequence(items, list.origin());
  }

  private YamlNode.Mapping setElectrode(YamlNode.Mapping root, YamlNode value) {
    if (!(root.get("electrodes") instanceof YamlNode.Sequence list)
        || index > list.items().size()
        || rest.isEmpty()
        || !(list.items().get(index - 1) instanceof YamlNode.Mapping electrode)) {
      throw ExperimentException.at(
          value.origin(), text, "the file has no list of electrodes with an entry " + index);
    }
    List<YamlNode> items = new ArrayList<>(list.items());
    items.set(index - 1, setIn(electrode, 1, rest.get(0), value));
    return root.with("electrodes", new YamlNode.Sequence(items, list.origin()));
  }
}
