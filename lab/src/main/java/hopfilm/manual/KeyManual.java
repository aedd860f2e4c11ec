package hopfilm.manual;

import hopfilm.file.ExperimentKeys;
import hopfilm.file.Key;
import hopfilm.file.KeyKind;
import hopfilm.file.UsualRange;
import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
      `--set train.voltage='40 mV'` (all train steps) or `--set train[2].voltage='40 mV'` (the second). A list `[a, b]` or a range
      `1..5` makes a sweep.

      `hopfilm new` prints a file to begin with. Editors complete and check keys by the JSON Schema
      [experiment.schema.json](experiment.schema.json) (`hopfilm help --schema`): begin a file with
      `# yaml-language-server: $schema=experiment.schema.json`. It sees keys, words and units, not what they mean together; `check` does.
      """;

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
      StringBuilder all = new StringBuilder();
      groups.forEach(
          (name, keys) -> {
            if (name.startsWith("protocol.")) {
              all.append(all.isEmpty() ? "" : "\n").append(section(name, keys));
            }
          });
      return all.toString();
    }
    Key exact = ExperimentKeys.find(topic);
    if (exact != null) {
      return entry(exact);
    }
    List<Key> ending =
        ExperimentKeys.ALL.stream().filter(k -> k.path().endsWith("." + topic)).toList();
    if (ending.size() == 1) {
      return entry(ending.get(0));
    }
    if (ending.size() > 1) {
      throw ExperimentException.of(
          "help " + topic,
          Message.OPTION_HELP_SEVERAL,
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
    List<String> names = List.copyOf(known);
    ExperimentKeys.ALL.forEach(
        k -> {
          known.add(k.path());
          known.add(k.name());
        });
    String place = "help " + Excerpt.of(topic);
    return Nearest.to(topic, known)
        .map(near -> ExperimentException.of(place, Message.OPTION_HELP_UNKNOWN_NEAR, near))
        .orElseGet(
            () ->
                ExperimentException.of(
                    place, Message.OPTION_HELP_UNKNOWN, String.join(", ", names)));
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
    StringBuilder text = new StringBuilder(key.path() + "\n  " + key.meaning() + "\n");
    lines.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            text.append("  %-8s  %s\n".formatted(name, value));
          }
        });
    return text.toString();
  }

  private static String section(String section, List<Key> keys) {
    List<String> names = keys.stream().map(k -> relative(section, k)).toList();
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder(title(section) + "\n");
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      String value = key.byDefault() == null ? "" : " (default " + key.byDefault() + ")";
      text.append(("  %-" + width + "s  %s%s\n").formatted(names.get(i), key.meaning(), value));
    }
    KeyExamples.of(section).ifPresent(e -> text.append("\n").append(e.indent(2)));
    return text.toString();
  }

  /** Keys by section; each step of the protocol is one. */
  private static Map<String, List<Key>> groups() {
    Map<String, List<Key>> groups = new LinkedHashMap<>();
    groups.put("", new ArrayList<>());
    for (Key key : ExperimentKeys.ALL) {
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
            : section.equals(ExperimentKeys.PARTS)
                ? "parts[]: a shape within a shape of electrodes or film"
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

  /** The keys of a section in one line, for lists of sections. */
  public static Optional<String> summary(String section) {
    return Optional.ofNullable(groups().get(section))
        .map(keys -> String.join(", ", keys.stream().map(k -> relative(section, k)).toList()));
  }
}
