package hopfilm.file;

import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.input.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML text into {@link YamlNode}s and writes their block style. */
final class Yaml {

  private static final YAMLFactory FACTORY = new YAMLFactory();

  /**
   * Characters that are read at a time: a value copies what was read of it as often as it grows.
   */
  private static final int LARGE = 1 << 16;

  private static final YAMLFactory LARGE_FACTORY =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder()
                  .setBufferSize(LARGE)
                  .setCodePointLimit(ExperimentFile.LONGEST)
                  .build())
          .build();

  private static final Pattern LINE = Pattern.compile("line (\\d+), column");

  private Yaml() {}

  /** Reads one document from a file's text. */
  static YamlNode parse(String text, String source) {
    Origin[] last = {new Origin(source, 1)};
    return parse(
        text,
        source,
        line -> {
          if (last[0].line() != line) {
            last[0] = new Origin(source, line); // one for all values of a line
          }
          return last[0];
        });
  }

  /** Reads the value of a {@code --set}. */
  static YamlNode parseValue(String text, Origin origin) {
    return parse(text, origin.toString(), line -> origin);
  }

  private static YamlNode parse(String text, String source, Function<Integer, Origin> origins) {
    YAMLFactory factory = text.length() < LARGE ? FACTORY : LARGE_FACTORY;
    try (YAMLParser parser = (YAMLParser) factory.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return YamlNode.Mapping.empty(origins.apply(1));
      }
      YamlNode root = node(parser, origins, null);
      if (parser.nextToken() != null) {
        throw ExperimentException.at(
            origins.apply(parser.currentTokenLocation().getLineNr()), "", Message.SECOND_DOCUMENT);
      }
      return root;
    } catch (JacksonException e) {
      throw invalid(e, source, origins);
    }
  }

  /** Jackson names the setting behind a limit, which is nothing for a user. */
  private static final Pattern SETTING = Pattern.compile(", from `[^`]*`");

  /** SnakeYAML says "while ...", where, "found ...", where: the last two are what a user needs. */
  private static ExperimentException invalid(
      JacksonException e, String source, Function<Integer, Origin> origins) {
    String message = e.getOriginalMessage();
    String reason =
        message
            .lines()
            .filter(l -> !l.isBlank() && !Character.isWhitespace(l.charAt(0)))
            .reduce("", (before, l) -> l);
    reason = Excerpt.of(SETTING.matcher(reason).replaceAll(""), 120);
    Matcher m = LINE.matcher(message);
    int line = 0;
    while (m.find()) {
      line = Integer.parseInt(m.group(1));
      if (reason.contains("end of stream")) {
        // what is not closed begins at the first place; the end of the file helps nobody
        reason = message.lines().findFirst().orElse("") + ", " + reason;
        break;
      }
    }
    return ExperimentException.at(
        line > 0 ? origins.apply(line) : new Origin(source, 0), "", Message.NOT_YAML, reason);
  }

  /**
   * @param above where the key is whose value this is, which is where a list or map belongs; null
   *     for what has no key
   */
  private static YamlNode node(YAMLParser p, Function<Integer, Origin> origins, Origin above) {
    Origin here = origins.apply(p.currentTokenLocation().getLineNr());
    if (p.isCurrentAlias() || p.getObjectId() != null) {
      throw ExperimentException.at(here, "", Message.ANCHOR);
    }
    if (p.getTypeId() != null) {
      throw ExperimentException.at(here, "", Message.TAG);
    }
    Origin whole = above == null ? here : above;
    JsonToken token = p.currentToken();
    return switch (token) {
      case START_ARRAY -> {
        List<YamlNode> items = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(p, origins, null));
        }
        yield new YamlNode.Sequence(items, whole);
      }
      case START_OBJECT -> {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Origin> keys = new LinkedHashMap<>();
        while (p.nextToken() != JsonToken.END_OBJECT) {
          String key = p.currentName();
          Origin at = origins.apply(p.currentTokenLocation().getLineNr());
          if (entries.containsKey(key)) {
            throw ExperimentException.at(at, key, Message.GIVEN_TWICE, keys.get(key).line());
          }
          p.nextToken();
          entries.put(key, node(p, origins, at));
          keys.put(key, at);
        }
        yield new YamlNode.Mapping(entries, keys, whole);
      }
      case VALUE_NULL -> new YamlNode.Scalar("", here);
      default -> new YamlNode.Scalar(p.getString().strip(), here);
    };
  }

  /** Block style down to maps and lists of scalars, which take one line. */
  static String write(YamlNode.Mapping root) {
    StringBuilder out = new StringBuilder();
    block(root, 0, out);
    return out.toString();
  }

  private static void block(YamlNode.Mapping map, int indent, StringBuilder out) {
    map.entries()
        .forEach(
            (key, value) -> {
              out.append(" ".repeat(indent)).append(YamlText.quoted(key)).append(':');
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
  static String entry(YamlNode item) {
    if (item instanceof YamlNode.Mapping map && map.entries().size() == 1) {
      Map.Entry<String, YamlNode> e = map.entries().entrySet().iterator().next();
      return "  - " + YamlText.quoted(e.getKey()) + ": " + e.getValue().flow() + "\n";
    }
    return "  - " + item.flow() + "\n";
  }
}
