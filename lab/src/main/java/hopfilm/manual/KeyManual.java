package hopfilm.manual;

import hopfilm.file.ExperimentKeys;
import hopfilm.file.Key;
import hopfilm.file.KeyKind;
import hopfilm.file.StepForm;
import hopfilm.file.UsualRange;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.WordUtils;

/**
 * The manual of the experiment file, written from {@link ExperimentKeys}: the page
 * docs/experiment-file.md, and what {@code hopfilm help KEY} prints.
 */
public final class KeyManual {

  private static final String INTRODUCTION =
      """
      # The experiment file

      Written by `hopfilm help --markdown > docs/experiment-file.md` from the keys that the program knows. `hopfilm help KEY`
      shows one of them, `hopfilm help SECTION` a section.

      An experiment is a YAML file. Every key has the default below where the file leaves it out; `hopfilm check FILE` shows the
      file with all values filled in. Numbers carry their unit, with any prefix: `4 nm`, `0.15 uOhm m`, `150 %`. Unknown keys are
      refused. `usual` is a range of magnitudes outside of which a value is allowed, but warned of.

      Any key can be set on the command line, `--set film.cell='2 nm'`; steps of the protocol without `protocol.`, as
      `--set train.voltage='40 mV'` (all train steps) or `--set train[2].voltage='40 mV'` (the second), and so can one component of
      a list of numbers, `--set field.value[3]='50 mT'`. A list `[a, b]` or a range `1..5` makes a sweep.

      `hopfilm new` prints a file to begin with. Editors complete and check keys by the JSON Schema
      [experiment.schema.json](experiment.schema.json) (`hopfilm help --schema`): begin a file with
      `# yaml-language-server: $schema=experiment.schema.json`. It sees keys, words and units, not what they mean together; `check` does.
      """;

  /** Of a page of plain text [characters]. */
  private static final int WIDTH = 100;

  /** Keys that only some kinds of training have. */
  private static final List<Map.Entry<String, List<String>>> TRAINING =
      List.of(
          Map.entry(
              "several patterns",
              List.of("patterns", "slot", "order", "drive", "show", "flips", "gain")),
          Map.entry("until: verified", List.of("margin", "clearance", "hold")));

  private KeyManual() {}

  /**
   * Names of the sections, in the order of the file; that of the keys without a section is empty.
   */
  public static List<String> sections() {
    return List.copyOf(groups().keySet());
  }

  /** The page docs/experiment-file.md. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    groups()
        .forEach(
            (section, keys) -> {
              page.append("\n## ").append(title(section)).append("\n\n");
              page.append("| key | unit | allowed | default | meaning |\n|---|---|---|---|---|\n");
              keys.forEach(k -> page.append(row(section, k)));
              KeyExamples.of(section)
                  .ifPresent(e -> page.append("\n```yaml\n").append(e).append("```\n"));
            });
    return page.toString();
  }

  private static String row(String section, Key key) {
    String usual = UsualRange.of(key.path()).map(u -> "; usual " + u.text()).orElse("");
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            relative(section, key),
            cell(unit(key.kind())),
            cell(key.kind().allowed() + usual),
            key.byDefault() == null ? "" : "`" + cell(key.byDefault()) + "`",
            cell(key.meaning()));
  }

  /**
   * The entry of a key or section, as plain text.
   *
   * @param topic a section, the full name of a key, or its end if no other key ends so
   * @throws ExperimentException if there is no such key, or several
   */
  public static String entry(String topic) {
    Map<String, List<Key>> groups = groups();
    if (!topic.isEmpty() && groups.containsKey(topic)) {
      return section(topic, groups.get(topic));
    }
    if (topic.equals("protocol")) {
      return steps();
    }
    Key exact = ExperimentKeys.find(topic);
    if (exact != null) {
      return entry(exact);
    }
    List<Key> ending =
        ExperimentKeys.all().stream()
            // whose entries have the names of material
            .filter(k -> k.path().endsWith("." + topic) && !k.path().startsWith("regions[]"))
            .toList();
    if (ending.size() == 1) {
      return entry(ending.get(0));
    }
    if (ending.size() > 1) {
      throw ExperimentException.of(
          "help " + topic,
          ManualMessage.OPTION_HELP_SEVERAL,
          String.join(", ", ending.stream().map(Key::path).toList()));
    }
    if (groups.containsKey("protocol." + topic)) {
      return section("protocol." + topic, groups.get("protocol." + topic));
    }
    throw unknown(topic);
  }

  private static ExperimentException unknown(String topic) {
    Set<String> known = new LinkedHashSet<>(sections());
    known.remove("");
    ExperimentKeys.all()
        .forEach(
            k -> {
              known.add(k.path());
              known.add(k.name());
            });
    String place = "help " + Excerpt.of(topic);
    return Nearest.to(topic, known)
        .map(near -> ExperimentException.of(place, ManualMessage.OPTION_HELP_UNKNOWN_NEAR, near))
        .orElseGet(() -> ExperimentException.of(place, ManualMessage.OPTION_HELP_UNKNOWN));
  }

  private static String entry(Key key) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("unit", unit(key.kind()));
    lines.put("allowed", key.kind().allowed());
    lines.put("usual", UsualRange.of(key.path()).map(UsualRange::text).orElse(""));
    lines.put("default", key.byDefault() == null ? "none" : key.byDefault());
    if (key.byDefault() != null && !key.path().contains("[]")) {
      String path = key.path().replaceFirst("^protocol\\.", "");
      lines.put("set by", "--set %s='%s'".formatted(path, key.byDefault()));
    }
    lines.values().removeIf(String::isEmpty);
    String meaning = WordUtils.wrap(key.meaning(), WIDTH - 2, "\n  ", false);
    return key.path() + "\n  " + meaning + "\n" + columns(lines);
  }

  private static String section(String section, List<Key> keys) {
    StringBuilder text = new StringBuilder(title(section) + "\n");
    if (section.equals("protocol.train")) {
      List<Key> always = new ArrayList<>(keys);
      StringBuilder rest = new StringBuilder();
      TRAINING.forEach(
          kind -> {
            List<Key> its = keys.stream().filter(k -> kind.getValue().contains(k.name())).toList();
            always.removeAll(its);
            rest.append(" ").append(kind.getKey()).append("\n").append(lines(section, its));
          });
      text.append(" always\n").append(lines(section, always)).append(rest);
    } else {
      text.append(lines(section, keys));
    }
    KeyExamples.of(section).ifPresent(e -> text.append("\n").append(e.indent(2)));
    return text.toString();
  }

  private static String lines(String section, List<Key> keys) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (Key key : keys) {
      String value = key.byDefault() == null ? "" : " (default " + key.byDefault() + ")";
      lines.put(relative(section, key), key.meaning() + value);
    }
    return columns(lines);
  }

  /** The steps of a protocol, a line each. */
  private static String steps() {
    Map<String, String> steps = new LinkedHashMap<>();
    Arrays.stream(StepForm.values()).forEach(s -> steps.put(s.text(), s.about()));
    return "protocol: a list of steps\n"
        + columns(steps)
        + "\nhopfilm help STEP explains the keys of a step, such as hopfilm help train.\n";
  }

  /** All sections with their keys, as plain text. */
  public static String list() {
    Map<String, String> sections = new LinkedHashMap<>();
    groups()
        .forEach(
            (section, keys) ->
                sections.put(
                    section.isEmpty() ? "(none)" : section,
                    String.join(", ", keys.stream().map(k -> relative(section, k)).toList())));
    return "Sections of the experiment file and their keys\n"
        + columns(sections)
        + "\nhopfilm help SECTION and hopfilm help KEY explain them.\n";
  }

  /** Names and what they mean, in two columns. */
  private static String columns(Map<String, String> rows) {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    String indent = "\n" + " ".repeat(width + 4);
    StringBuilder text = new StringBuilder();
    rows.forEach(
        (name, meaning) ->
            text.append(("  %-" + width + "s  ").formatted(name))
                .append(WordUtils.wrap(meaning, WIDTH - width - 4, indent, false))
                .append('\n'));
    return text.toString();
  }

  /** Keys by section; each step of the protocol is one. */
  private static Map<String, List<Key>> groups() {
    Map<String, List<Key>> groups = new LinkedHashMap<>();
    groups.put("", new ArrayList<>());
    for (Key key : ExperimentKeys.all()) {
      groups.computeIfAbsent(group(key.path()), g -> new ArrayList<>()).add(key);
    }
    return groups;
  }

  private static String group(String path) {
    String[] parts = path.split("\\.");
    if (parts.length == 1) {
      return "";
    }
    return parts[0].equals("protocol") ? parts[0] + "." + parts[1] : parts[0];
  }

  private static String relative(String section, Key key) {
    return section.isEmpty() ? key.path() : key.path().substring(section.length() + 1);
  }

  private static String title(String section) {
    if (section.isEmpty()) {
      return "Keys without a section";
    }
    return section.startsWith("protocol.")
        ? "protocol: " + section.substring("protocol.".length())
        : section.equals("electrodes[]")
            ? "electrodes[]: an electrode of a list"
            : section.equals("regions[]")
                ? "regions[]: a part of the film with a material of its own"
                : section.equals(ExperimentKeys.PARTS)
                    ? "parts[]: a shape within a shape of electrodes or film"
                    : section.equals(ExperimentKeys.SIGNAL)
                        ? "signals[]: a value in time, at a contact or of a field in a drive step"
                        : section;
  }

  private static String unit(KeyKind kind) {
    if (kind instanceof KeyKind.Measures m) {
      return unit(m.element());
    }
    if (kind instanceof KeyKind.Measure m) {
      List<String> units = m.forms().stream().map(KeyKind.Form::unit).distinct().toList();
      return String.join(" or ", units);
    }
    return "";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
