package hopfilm.claimpage;

import hopfilm.expression.Functions;
import hopfilm.expression.Vocabulary;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.reading.FilmReadings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The reference of pages: keys, readings and functions, a template, and a schema for editors. */
public final class ClaimManual {

  /** Keys of a kind of films beside those of an experiment. */
  private static final Map<String, String> OF_FILMS = ofFilms();

  private ClaimManual() {}

  private static Map<String, String> ofFilms() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("experiment", "a file beside the page, or keys; ${name} is filled");
    keys.put("KEY: value", "another value of a key, as with --set");
    keys.put("vary", "keys or names with lists or ranges: a film for each combination");
    keys.put("let", "names with expressions of what varies");
    keys.put("kinds", "kinds of films, each with its keys");
    keys.put("only", "full, for a kind left out with --quick");
    keys.put("keep", "snapshots, for readings with the note (snapshots)");
    keys.put("{full: ..., quick: ...}", "another value with --quick");
    return keys;
  }

  /** A part of the reference. */
  public record Part(String title, Sheet<?> sheet) {}

  /** Words of expressions, by the title of their part. */
  private static Map<String, List<Vocabulary.Entry>> words() {
    List<Vocabulary.Entry> common = Vocabulary.of(Functions.class).entries();
    Map<String, List<Vocabulary.Entry>> words = new LinkedHashMap<>();
    words.put("Functions of numbers and texts", common);
    words.put("Readings of a film, in read", entries(FilmReadings.class, common));
    words.put(
        "Statistics of columns, in criteria and tables", entries(BankStatistics.class, common));
    return words;
  }

  private static List<Vocabulary.Entry> entries(Class<?> of, List<Vocabulary.Entry> without) {
    return Vocabulary.of(of).entries().stream().filter(e -> !without.contains(e)).toList();
  }

  private static List<Part> keys() {
    return List.of(
        new Part("Keys of a page", keys("key", ClaimPage.KEYS)),
        new Part("In films and kinds", keys("key", OF_FILMS)));
  }

  /** All of it, for a terminal. */
  public static List<Part> parts() {
    List<Part> parts = new ArrayList<>(keys());
    words().forEach((title, entries) -> parts.add(new Part(title, sheet(entries))));
    return parts;
  }

  /** For docs/reference/claims.md: the keys, and the names of words, which help explains. */
  public static String markdown() {
    StringBuilder text = new StringBuilder();
    keys().forEach(p -> text.append("## %s\n\n%s\n".formatted(p.title(), p.sheet().markdown())));
    words()
        .forEach(
            (title, entries) -> {
              text.append("## %s\n\n".formatted(title));
              entries.forEach(e -> text.append("    %s\n".formatted(e.form())));
              text.append('\n');
            });
    return text.toString();
  }

  private static Sheet<?> keys(String head, Map<String, String> keys) {
    return new Sheet<>(List.copyOf(keys.entrySet()))
        .add(head, Form.TEXT, Map.Entry::getKey)
        .add("meaning", Form.TEXT, Map.Entry::getValue);
  }

  private static Sheet<?> sheet(List<Vocabulary.Entry> entries) {
    return new Sheet<>(entries)
        .add("name", Form.TEXT, Vocabulary.Entry::form)
        .add("unit", Form.TEXT, Vocabulary.Entry::unit)
        .add("meaning", Form.TEXT, Vocabulary.Entry::meaning);
  }

  /** A page to begin with. */
  public static String template() {
    try {
      return PageFiles.ofProgram("template.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON Schema of a page. */
  public static String schema() {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> criterion =
        object(
            new TreeMap<>(Map.of("that", text, "holds", text)), // in one order
            List.of("that", "holds"));
    Map<String, Object> properties = new LinkedHashMap<>();
    ClaimPage.KEYS.forEach(
        (key, meaning) -> {
          Map<String, Object> value = new LinkedHashMap<>();
          value.put("description", meaning);
          switch (key) {
            case "claim", "source", "note" -> value.put("type", "string");
            case "beyond" -> value.put("enum", List.of("the paper"));
            case "table" -> value.put("enum", List.of("films"));
            case "tables", "charts" -> value.put("type", "array");
            case "criteria" -> {
              value.put("type", "object");
              value.put("additionalProperties", criterion);
            }
            default -> value.put("type", "object");
          }
          properties.put(key, value);
        });
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Hopfilm claim");
    schema.putAll(object(properties, List.of("claim", "source", "films", "criteria")));
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(schema)
        + "\n";
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> needed) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", needed);
    object.put("additionalProperties", false);
    return object;
  }
}
