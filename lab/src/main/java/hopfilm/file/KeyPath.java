package hopfilm.file;

import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.Nearest;
import hopfilm.input.Origin;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.Section;
import hopfilm.section.ElectrodesSection;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dotted key as {@code --set} and {@code sweep} name it: {@code film.cell}, {@code train.pattern}
 * (every train step), {@code train[2].pattern} (the second one), {@code electrodes[1].radius},
 * {@code film.mask[2].centre}, {@code field.value[3]} (the third component).
 *
 * @param text as written
 * @param parts from the top level down; the first is a section, a key of the top level, or the name
 *     of a protocol step
 */
public record KeyPath(String text, List<Part> parts) {

  /**
   * One part of the path.
   *
   * @param index which step or list item, counted from 1; 0 means every step, or the whole list
   */
  record Part(String name, int index) {
    private static final Pattern FORM = Pattern.compile("([^\\[\\]]+)(?:\\[(\\d{1,6})])?");
  }

  public static KeyPath parse(String text, Origin origin) {
    String key = text.startsWith("protocol.") ? text.substring("protocol.".length()) : text;
    List<Part> parts = new ArrayList<>();
    for (String part : key.split("\\.", -1)) {
      Matcher m = Part.FORM.matcher(part);
      if (!m.matches()) {
        throw ExperimentException.at(origin, "", FileMessage.NO_KEY, text);
      }
      int index = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
      if (m.group(2) != null && index == 0) {
        throw ExperimentException.at(origin, text, FileMessage.COUNTED_FROM_1);
      }
      parts.add(new Part(m.group(1), index));
    }
    KeyPath path = new KeyPath(text, List.copyOf(parts));
    path.requireKnown(origin);
    return path;
  }

  /** The same; an entry of a list that is called by its name has a number, as a message says. */
  static KeyPath parse(String key, Origin origin, YamlNode.Mapping root) {
    String[] parts = key.split("\\.", 3);
    YamlNode list = parts.length == 3 ? root.get(parts[0]) : null;
    List<YamlNode> items = list instanceof YamlNode.Sequence all ? all.items() : List.of();
    for (int k = 0; k < items.size(); k++) {
      if (items.get(k) instanceof YamlNode.Mapping entry
          && entry.get("name") instanceof YamlNode.Scalar name
          && name.text().equals(parts[1])) {
        String meant = "%s[%d].%s".formatted(parts[0], k + 1, parts[2]);
        throw ExperimentException.at(origin, key, FileMessage.ENTRY_BY_NUMBER, parts[0], meant);
      }
    }
    return parse(key, origin);
  }

  /** The section that a path, which may be misspelt, is about. */
  static String section(String text) {
    String head = text.split("[.\\[=]", 2)[0].strip();
    String meant = Nearest.to(head, heads()).orElse(head);
    return ExperimentKeys.children("protocol").contains(meant) ? "protocol" : meant;
  }

  /** What a path can begin with. */
  private static List<String> heads() {
    List<String> known = new ArrayList<>(ExperimentKeys.children(""));
    known.addAll(ExperimentKeys.children("protocol"));
    known.remove("sweep");
    return known;
  }

  private void requireKnown(Origin origin) {
    String head = head().name();
    if (!isStep()) {
      if (head.equals("sweep")) {
        throw ExperimentException.at(origin, text, FileMessage.SET_SWEEPS_BY_KEY);
      }
      if (head.equals("protocol") && parts.get(0).index() > 0) {
        throw ExperimentException.at(origin, text, FileMessage.STEP_BY_NAME);
      }
      List<String> known = heads();
      if (!known.contains(head)) {
        String rest = text.substring(Math.min(text.length(), text.indexOf(head) + head.length()));
        throw Section.unknown(
            origin, text, Nearest.to(head, known).map(near -> near + rest), known);
      }
    }
    String at = "";
    String shown = "";
    for (int depth = 0; depth < parts.size(); depth++) {
      Part part = parts.get(depth);
      if (depth > 0) {
        if (!ExperimentKeys.children(at + "[]").isEmpty()
            && ExperimentKeys.children(at).isEmpty()) {
          String entry = shown + "[1]." + parts.get(parts.size() - 1).name();
          throw ExperimentException.at(origin, text, FileMessage.ENTRY_BY_NUMBER, shown, entry);
        }
        if (ExperimentKeys.children(at).isEmpty() && !ExperimentKeys.isOfContacts(at)) {
          throw ExperimentException.at(
              origin,
              text,
              FileMessage.NO_KEYS_BELOW,
              shown,
              parts.subList(depth, parts.size()).stream()
                  .map(p -> "." + p.name())
                  .collect(Collectors.joining()));
        }
        Section.requireKnown(at, shown, part.name(), origin);
      }
      shown = Section.join(shown, part.name());
      at = declared(depth + 1);
      if (part.index() > 0
          && !(depth == 0 && isStep())
          && ExperimentKeys.children(at).isEmpty()
          && ExperimentKeys.find(at) == null) {
        throw ExperimentException.at(origin, text, FileMessage.NOT_A_LIST, shown, part.index());
      }
    }
  }

  private Part head() {
    return parts.get(0);
  }

  boolean isStep() {
    return ExperimentKeys.children("protocol").contains(head().name());
  }

  /** The place in {@link ExperimentKeys}. */
  public String declared() {
    return declared(parts.size());
  }

  private String declared(int depth) {
    String path =
        parts.subList(0, depth).stream()
            .map(p -> p.name() + (p.index() > 0 ? "[]" : ""))
            .collect(Collectors.joining("."));
    return isStep()
        ? "protocol."
            + head().name()
            + path.substring(head().name().length()).replaceFirst("^\\[]", "")
        : path;
  }

  /** Whether a list is a value of this key and not a sweep over it. */
  boolean takesList() {
    Key key = ExperimentKeys.find(declared());
    return key == null
        ? declared().equals("protocol") || declared().equals("electrodes")
        : key.kind().takesList();
  }

  /** Whether setting this key overrides what the other one would set. */
  public boolean covers(KeyPath other) {
    if (parts.size() > other.parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      Part mine = parts.get(i);
      Part its = other.parts.get(i);
      if (!mine.name().equals(its.name()) || (mine.index() != 0 && mine.index() != its.index())) {
        return false;
      }
    }
    return true;
  }

  /** Whether both can set the same place: one or the other may be of all steps or electrodes. */
  boolean overlaps(KeyPath other) {
    for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
      Part mine = parts.get(i);
      Part its = other.parts.get(i);
      boolean isOne = mine.index() == its.index() || mine.index() == 0 || its.index() == 0;
      if (!mine.name().equals(its.name()) || !isOne) {
        return false;
      }
    }
    return true;
  }

  /** How much it names: one that covers another names less. */
  int narrowness() {
    return parts.size() + (int) parts.stream().filter(p -> p.index() > 0).count();
  }

  /** The value of a key of the film; null where there is none, or it differs between electrodes. */
  YamlNode get(YamlNode.Mapping root) {
    List<YamlNode> found = List.of(root);
    for (Part part : parts) {
      found =
          found.stream()
              .flatMap(n -> n instanceof YamlNode.Sequence s ? s.items().stream() : Stream.of(n))
              .map(n -> n instanceof YamlNode.Mapping m ? m.get(part.name()) : null)
              .map(n -> part.index() == 0 ? n : entry(n, part.index()))
              .filter(Objects::nonNull)
              .distinct()
              .toList();
    }
    return found.size() == 1 ? found.get(0) : null;
  }

  private static YamlNode entry(YamlNode list, int number) {
    return list instanceof YamlNode.Sequence s && number <= s.items().size()
        ? s.items().get(number - 1)
        : null;
  }

  /** A copy of a normalised document with the value in this place. */
  YamlNode.Mapping set(YamlNode.Mapping root, YamlNode value) {
    return isStep() ? setStep(root, value) : setIn(root, 0, value);
  }

  /** Sets the part at this depth in the map that holds it. */
  private YamlNode.Mapping setIn(YamlNode.Mapping map, int depth, YamlNode value) {
    Part part = parts.get(depth);
    YamlNode old = map.get(part.name());
    boolean isOfEach = depth == 0 && part.index() == 0 && part.name().equals("electrodes");
    if (isOfEach && old instanceof YamlNode.Sequence list && parts.size() > 1) {
      return map.with(part.name(), ofEachElectrode(list, value));
    }
    if (part.index() == 0 || (depth == 0 && isStep())) {
      return map.with(part.name(), below(old, depth, value));
    }
    YamlNode all = old == null ? usual(depth) : old;
    if (!(all instanceof YamlNode.Sequence list) || part.index() > list.items().size()) {
      throw ExperimentException.at(
          value.origin(), text, FileMessage.NO_SUCH_ENTRY, part.name(), part.index());
    }
    List<YamlNode> items = new ArrayList<>(list.items());
    items.set(part.index() - 1, below(items.get(part.index() - 1), depth, value));
    return map.with(part.name(), new YamlNode.Sequence(items, list.origin()));
  }

  /** The default of the list whose component the last part names; null without one. */
  private YamlNode usual(int depth) {
    Key key = ExperimentKeys.find(declared(depth + 1).replaceFirst("\\[]$", ""));
    return key == null || key.byDefault() == null ? null : Yaml.byDefault(key.byDefault());
  }

  /** A key of the section, where the electrodes are a list: that of each, or another layout. */
  private YamlNode ofEachElectrode(YamlNode.Sequence list, YamlNode value) {
    String key = parts.get(1).name();
    if (List.of("layout", "grid", "wired", "rows").contains(key)) {
      return below(null, 0, value);
    }
    boolean isOfAll = ElectrodesSection.CONTACT.contains(key);
    boolean isOfDiscs =
        key.equals("radius")
            && list.items().stream().anyMatch(KeyPath::isDisc)
            && list.items().stream().noneMatch(KeyPath::hasPatches);
    if (!isOfAll && !isOfDiscs) {
      throw ExperimentException.at(value.origin(), text, FileMessage.ELECTRODES_ARE_LISTED, key);
    }
    List<YamlNode> items = new ArrayList<>();
    for (YamlNode item : list.items()) {
      items.add(
          item instanceof YamlNode.Mapping electrode && (isOfAll || isDisc(item))
              ? electrode.with(key, value)
              : item);
    }
    return new YamlNode.Sequence(items, list.origin());
  }

  private static boolean isDisc(YamlNode electrode) {
    return electrode instanceof YamlNode.Mapping m
        && m.get("shape") instanceof YamlNode.Scalar shape
        && shape.text().equals("disc");
  }

  private static boolean hasPatches(YamlNode electrode) {
    return electrode instanceof YamlNode.Mapping m && m.get("patches") != null;
  }

  private YamlNode below(YamlNode old, int depth, YamlNode value) {
    if (depth + 1 == parts.size()) {
      return value;
    }
    YamlNode.Mapping inner =
        old instanceof YamlNode.Mapping m ? m : YamlNode.Mapping.empty(value.origin());
    return setIn(inner, depth + 1, value);
  }

  private YamlNode.Mapping setStep(YamlNode.Mapping root, YamlNode value) {
    int[] seen = {0};
    int[] changed = {0};
    YamlNode protocol = setSteps(root.get("protocol"), value, seen, changed);
    if (changed[0] == 0) {
      String head = head().name();
      throw seen[0] == 0
          ? ExperimentException.at(value.origin(), text, FileMessage.NO_SUCH_STEP, head)
          : ExperimentException.at(
              value.origin(), text, FileMessage.NO_SUCH_STEP_NUMBER, head, seen[0]);
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
        if (kind.equals(head().name())) {
          seen[0]++;
          if (head().index() == 0 || head().index() == seen[0]) {
            changed[0]++;
            result = setIn(step, 0, value);
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
}
