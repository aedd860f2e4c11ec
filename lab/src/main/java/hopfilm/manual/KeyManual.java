package hopfilm.manual;

import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Nearest;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind;
import hopfilm.key.UsualRange;
import hopfilm.section.StepForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;

/**
 * The manual of the experiment file, written from {@link ExperimentKeys}: the page
 * docs/reference/experiment-file.md, and what {@code hopfilm help KEY} prints.
 */
public final class KeyManual {

  private static final String INTRODUCTION =
      """
      # The experiment file

      An experiment is a YAML file. Keys that it leaves out take the defaults below; `hopfilm check FILE` prints all values. Unknown keys are rejected.
      A key with a dot is nested: `relax.time` stands for `relax: {time: 10 ns}`. Numbers carry a unit with any prefix: `4 nm`, `150 %`.
      Values outside the *usual* range cause a warning. A row such as `points` to `contours` stands for these keys of the linked section.

      `--set film.cell='2 nm'` sets a key on the command line. `--set train.voltage='40 mV'` sets all train steps, `--set train[2].voltage='40 mV'` the
      second one, and `--set field.value[3]='50 mT'` one component. The later of two settings of a key counts. A list `[a, b]`, or a range `1..5` of integers without a unit, makes a sweep.

      `hopfilm help KEY` prints an entry of this page. Editors complete and check keys if a file begins with
      `# yaml-language-server: $schema=experiment.schema.json` ([schema](../experiment.schema.json)).

      ## Kinds of values

      """;

  private static final String DRAWING = "[Draw a device](../howto/draw-a-device.md)";
  private static final String SIGNALS = "[Drive with signals](../howto/drive-with-signals.md)";

  /**
   * Keys that several sections have, told once.
   *
   * @param title of their own section
   * @param keys by their names in that section
   */
  private record Shared(String title, Map<String, Key> keys) {
    /** Keys of a section that begin with one of these, or all. */
    static Shared of(String title, String section, String... starts) {
      Map<String, Key> keys = new LinkedHashMap<>();
      for (Key key : groups().get(section)) {
        String name = relative(section, key);
        if (starts.length == 0 || Arrays.stream(starts).anyMatch(name::startsWith)) {
          keys.put(name, key);
        }
      }
      return new Shared(title, keys);
    }

    /** Whether a key is one of them, in a section or in a list within it. */
    boolean has(String name, Key key) {
      Key mine = keys.get(name.substring(list(name).length()));
      return mine != null
          && mine.meaning().equals(key.meaning())
          && mine.kind().equals(key.kind())
          && (key.byDefault() == null || key.byDefault().equals(mine.byDefault()));
    }

    /** The list within a section that a key belongs to, {@code mask[].}; empty for none. */
    static String list(String name) {
      return name.substring(0, name.indexOf("[].") < 0 ? 0 : name.indexOf("[].") + 3);
    }

    /** The row in their place. */
    String row(List<String> names) {
      List<String> heads =
          names.stream().map(n -> n.replaceFirst("\\..*", ".*")).distinct().toList();
      String text =
          heads.size() > 3
              ? "`%s` to `%s`".formatted(heads.get(0), heads.get(heads.size() - 1))
              : heads.stream().map(h -> "`" + h + "`").collect(Collectors.joining(", "));
      String link = "[%s](#%s)".formatted(title, title.replace(":", "").replace(' ', '-'));
      return TableWords.bars(text, link, "", "");
    }
  }

  /** Pages that have the example of a section; help prints it. */
  private static final Map<String, String> GUIDES =
      Map.ofEntries(
          Map.entry(ExperimentKeys.PARTS, DRAWING),
          Map.entry("film", DRAWING),
          Map.entry(
              "electrodes[]", "[Wire contacts](../howto/store-several-patterns.md#wire-contacts)"),
          Map.entry("device", DRAWING),
          Map.entry("protocol.measure", "[Measure retention](../howto/measure-retention.md)"),
          Map.entry("protocol.write", "[Store many pictures](../howto/store-many-pictures.md)"),
          Map.entry("protocol.drive", SIGNALS),
          Map.entry(ExperimentKeys.SIGNAL, SIGNALS),
          Map.entry("output", SIGNALS),
          Map.entry("optimise", "[Sweep, map, optimise](../howto/sweep-map-optimise.md)"),
          Map.entry("fit", "[Fit your film](../howto/fit-your-film.md)"),
          Map.entry("heat", "[Keep it cool](../howto/keep-it-cool.md)"),
          Map.entry("protocol.train", "[Train reliably](../howto/train-reliably.md)"),
          Map.entry("expect[]", "[State a claim](../howto/state-a-claim.md)"));

  /** A default in words, at the end of a meaning. */
  private static final Pattern DEFAULT = Pattern.compile("(.*) \\(default: (.+)\\)");

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

  /** The page docs/reference/experiment-file.md. */
  public static String markdown() {
    Shared shapes = Shared.of(title(ExperimentKeys.PARTS), ExperimentKeys.PARTS);
    Shared steps =
        Shared.of("step keys", "protocol.relax", "temperature", "field.", "until.", "part");
    Shared fields = Shared.of(title("protocol.field"), "protocol.field", "shape", "frequency");
    Shared material = Shared.of("material", "material", "Ms", "A", "Ku", "axis");
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append(TableWords.kinds());
    groups()
        .forEach(
            (section, keys) -> {
              if (section.equals("protocol.relax")) {
                table(page, steps.title, steps.keys.values(), section, List.of());
              }
              List<Shared> elsewhere =
                  Stream.of(shapes, steps, fields, material)
                      .filter(s -> !s.title.equals(title(section)))
                      .filter(s -> !s.equals(steps) || section.startsWith("protocol"))
                      .filter(s -> !s.equals(fields) || section.startsWith("protocol"))
                      .toList();
              table(page, title(section), keys, section, elsewhere);
              if (GUIDES.containsKey(section)) {
                page.append("\n%s has examples.\n".formatted(GUIDES.get(section)));
              } else {
                KeyExamples.of(section)
                    .ifPresent(e -> page.append("\n```yaml\n").append(e).append("```\n"));
              }
            });
    return page.toString();
  }

  private static void table(
      StringBuilder page, String title, Collection<Key> keys, String section, List<Shared> shared) {
    page.append("\n## ").append(title).append("\n\n");
    page.append("|key |allowed |default |meaning |\n|---|---|---|---|\n");
    Map<Map.Entry<Shared, String>, List<String>> left = new LinkedHashMap<>();
    for (Key key : keys) {
      String name = relative(section, key);
      Optional<Shared> one = shared.stream().filter(s -> s.has(name, key)).findFirst();
      if (one.isPresent()) {
        left.computeIfAbsent(Map.entry(one.get(), Shared.list(name)), s -> new ArrayList<>())
            .add(name);
      } else {
        page.append(row(section, key));
      }
    }
    left.forEach((one, names) -> page.append(one.getKey().row(names)));
  }

  private static String row(String section, Key key) {
    String usual =
        UsualRange.of(key.path()).map(u -> "; usual " + TableWords.oneUnit(u.text())).orElse("");
    String value = key.byDefault() == null ? "" : "`" + key.byDefault() + "`";
    String meaning = key.meaning();
    Matcher inWords = DEFAULT.matcher(meaning);
    if (key.byDefault() == null && inWords.matches()) {
      meaning = inWords.group(1);
      value = inWords.group(2);
    }
    return TableWords.bars(
        "`" + relative(section, key) + "`",
        TableWords.brief(key.kind().allowed()) + usual,
        value,
        meaning);
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
    return switch (section) {
      case "" -> "Keys without a section";
      case "electrodes[]" -> "electrodes[]: a list of electrodes";
      case "regions[]" -> "regions[]: parts of the film";
      case "expect[]" -> "expect[]: known values";
      case ExperimentKeys.PARTS -> "shapes";
      case ExperimentKeys.SIGNAL -> "signals of a drive step";
      default -> section.replaceFirst("^protocol\\.", "protocol: ");
    };
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
}
