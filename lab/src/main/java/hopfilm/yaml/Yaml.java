package hopfilm.yaml;

import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.input.Message;
import hopfilm.input.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML text into {@link YamlNode}s and writes their block style. */
public final class Yaml {

  /**
   * Another value of a key, as of {@code --set}.
   *
   * @param key with its sections, such as {@code film.cell}
   * @param reading of the value, which may be wrong
   * @param origin where it was written, for messages
   */
  public record Setting(String key, Supplier<YamlNode> reading, Origin origin) {

    public Setting(String key, YamlNode value, Origin origin) {
      this(key, () -> value, origin);
    }

    /** A setting of the command line; its key is empty where there is none. */
    static Setting of(String text) {
      Origin origin = new Origin("--set " + Excerpt.of(text), 0);
      int equals = Math.max(0, text.indexOf('='));
      String key = text.substring(0, equals).strip();
      return new Setting(key, () -> value(key, text.substring(equals + 1).strip(), origin), origin);
    }

    private static YamlNode value(String key, String text, Origin origin) {
      if (text.isEmpty()) {
        throw ExperimentException.at(origin, key, FileMessage.NO_VALUE);
      }
      return parseValue(text, origin);
    }

    /** Settings of the command line in their order. */
    public static List<Setting> all(List<String> texts) {
      return texts.stream().map(Setting::of).toList();
    }
  }

  /** Max bytes of a file: the reader takes up to fifty for each of them. */
  public static final int LONGEST = 4_000_000;

  private static final YAMLFactory FACTORY = new YAMLFactory();

  /**
   * Characters that are read at a time: a value copies what was read of it as often as it grows.
   */
  private static final int LARGE = 1 << 16;

  private static final YAMLFactory LARGE_FACTORY =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder().setBufferSize(LARGE).setCodePointLimit(LONGEST).build())
          .build();

  private static final Map<String, YamlNode> DEFAULTS = new ConcurrentHashMap<>();

  private static final Pattern PLACE = Pattern.compile("line (\\d+), column");

  private static final Pattern BAD_START =
      Pattern.compile("found character '(.*)' that cannot start any token.*");

  /** Jackson names the setting behind a limit, which means nothing to a user. */
  private static final Pattern SETTING = Pattern.compile(", from `[^`]*`");

  private final IntFunction<Origin> origins;
  private final Faults faults;

  private Yaml(IntFunction<Origin> origins, Faults faults) {
    this.origins = origins;
    this.faults = faults;
  }

  /**
   * Reads one document from a file's text.
   *
   * @param faults hear of keys that are given twice
   */
  public static YamlNode parse(String text, String source, Faults faults) {
    Origin[] last = {new Origin(source, 1)};
    return new Yaml(
            line -> {
              if (last[0].line() != line) {
                last[0] = new Origin(source, line); // one for all values of a line
              }
              return last[0];
            },
            faults)
        .parse(text);
  }

  /** Reads the value of a {@code --set}. */
  public static YamlNode parseValue(String text, Origin origin) {
    Faults faults = new Faults();
    YamlNode value = new Yaml(line -> origin, faults).parse(text);
    faults.end();
    return value;
  }

  /** The node of a default, which is read once: each experiment has a hundred of them. */
  public static YamlNode byDefault(String text) {
    return DEFAULTS.computeIfAbsent(text, t -> parseValue(t, Origin.DEFAULT));
  }

  private YamlNode parse(String text) {
    YAMLFactory factory = text.length() < LARGE ? FACTORY : LARGE_FACTORY;
    try (YAMLParser parser = (YAMLParser) factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return YamlNode.Mapping.empty(origins.apply(1));
      }
      YamlNode root = node(parser, null);
      if (parser.nextToken() != null) {
        throw ExperimentException.at(
            origins.apply(parser.currentTokenLocation().getLineNr()),
            "",
            FileMessage.SECOND_DOCUMENT);
      }
      return root;
    } catch (JacksonException e) {
      throw invalid(e, text);
    }
  }

  /** What SnakeYAML says: "while parsing a ...", where that begins, "expected ...", where. */
  private ExperimentException invalid(JacksonException e, String text) {
    String message = e.getOriginalMessage();
    List<MatchResult> places = PLACE.matcher(message).results().toList();
    String problem =
        message
            .lines()
            .filter(l -> !l.isBlank() && !Character.isWhitespace(l.charAt(0)))
            .reduce("", (before, l) -> l);
    int line = places.isEmpty() ? 0 : number(places.get(places.size() - 1));
    if (places.size() > 1 && message.matches("(?s)while (parsing a flow|scanning a quoted).*")) {
      return notClosed(message, number(places.get(0)), line, text);
    }
    if (places.size() > 1 && problem.startsWith("expected <block end>")) {
      boolean isList = message.startsWith("while parsing a block collection");
      return at(line, FileMessage.NOT_IN_BLOCK, isList ? "list" : "map", number(places.get(0)));
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return at(line, FileMessage.NO_COLON_HERE);
    }
    if (problem.startsWith("Expected a property name")) {
      return at(line, FileMessage.KEY_IS_NO_WORD);
    }
    if (problem.startsWith("expected '<document start>'")) {
      return at(line, FileMessage.VALUE_BEFORE_KEYS);
    }
    Matcher start = BAD_START.matcher(problem);
    if (start.matches()) {
      boolean isTab = start.group(1).contains("TAB");
      return isTab ? at(line, FileMessage.TAB) : at(line, FileMessage.BAD_START, start.group(1));
    }
    return at(line, FileMessage.NOT_YAML, Excerpt.of(SETTING.matcher(problem).replaceAll(""), 120));
  }

  private ExperimentException notClosed(String message, int from, int to, String text) {
    String before =
        message.contains("<stream end>") || message.contains("end of stream")
            ? "the end"
            : to > from ? "line " + to : "the line ends";
    String line = text.lines().skip(from - 1L).findFirst().orElse("");
    boolean hasAllQuotes = line.chars().filter(c -> c == '"').count() % 2 == 0;
    if (hasAllQuotes && message.startsWith("while parsing a flow sequence")) {
      return at(from, FileMessage.NOT_CLOSED, "list", "[", before, "]");
    }
    if (hasAllQuotes && message.startsWith("while parsing a flow mapping")) {
      return at(from, FileMessage.NOT_CLOSED, "map", "{", before, "}");
    }
    String quote = line.contains("\"") || !line.contains("'") ? "\"" : "'";
    return at(from, FileMessage.NOT_CLOSED, "text", quote, before, quote);
  }

  private static int number(MatchResult place) {
    return Integer.parseInt(place.group(1));
  }

  private ExperimentException at(int line, Message message, Object... values) {
    return ExperimentException.at(origins.apply(line), "", message, values);
  }

  /**
   * @param above where the key is whose value this is, which is where a list or map belongs; null
   *     for what has no key
   */
  private YamlNode node(YAMLParser p, Origin above) {
    Origin here = origins.apply(p.currentTokenLocation().getLineNr());
    if (p.isCurrentAlias() || p.getObjectId() != null) {
      throw ExperimentException.at(here, "", FileMessage.ANCHOR);
    }
    if (p.getTypeId() != null) {
      throw ExperimentException.at(here, "", FileMessage.TAG);
    }
    Origin whole = above == null ? here : above;
    JsonToken token = p.currentToken();
    return switch (token) {
      case START_ARRAY -> {
        List<YamlNode> items = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(p, null));
        }
        yield new YamlNode.Sequence(items, whole);
      }
      case START_OBJECT -> {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Origin> keys = new LinkedHashMap<>();
        while (p.nextToken() != JsonToken.END_OBJECT) {
          String key = p.currentName();
          Origin at = origins.apply(p.currentTokenLocation().getLineNr());
          p.nextToken();
          YamlNode value = node(p, at);
          if (entries.putIfAbsent(key, value) == null) {
            keys.put(key, at);
          } else {
            faults.add(
                ExperimentException.at(at, key, FileMessage.GIVEN_TWICE, keys.get(key).line()));
          }
        }
        yield new YamlNode.Mapping(entries, keys, whole);
      }
      case VALUE_NULL -> new YamlNode.Scalar("", here);
      default -> new YamlNode.Scalar(p.getString().strip(), here);
    };
  }

  /** Block style down to maps and lists of scalars, which take one line. */
  public static String write(YamlNode.Mapping root) {
    StringBuilder out = new StringBuilder();
    block(root, 0, out);
    return out.toString();
  }

  private static void block(YamlNode.Mapping map, int indent, StringBuilder out) {
    map.entries()
        .forEach(
            (key, value) -> {
              out.append(" ".repeat(indent)).append(YamlNode.Scalar.quoted(key)).append(':');
              if (value instanceof YamlNode.Mapping m && indent == 0 && !m.entries().isEmpty()) {
                out.append('\n');
                block(m, indent + 2, out);
              } else if (value instanceof YamlNode.Sequence s
                  && s.items().stream().anyMatch(YamlNode.Mapping.class::isInstance)) {
                out.append('\n');
                for (YamlNode item : s.items()) {
                  out.append(" ".repeat(indent)).append(entry(item));
                }
              } else {
                out.append(' ').append(value.flow()).append('\n');
              }
            });
  }

  /** A line of a list: {@code train: {...}} without the braces of the outer map. */
  public static String entry(YamlNode item) {
    if (item instanceof YamlNode.Mapping map && map.entries().size() == 1) {
      Map.Entry<String, YamlNode> e = map.entries().entrySet().iterator().next();
      return "  - " + YamlNode.Scalar.quoted(e.getKey()) + ": " + e.getValue().flow() + "\n";
    }
    return "  - " + item.flow() + "\n";
  }
}
