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
    keys.put(
        "experiment", "a file beside the page, or the keys of an experiment; ${name} is filled");
    keys.put("KEY: value", "another value of a key of the experiment, as with --set");
    keys.put("vary", "keys or names with a list or range of values: a film for each combination");
    keys.put("let", "names with expressions of what varies");
    keys.put("kinds", "names of kinds of films, each with what differs");
    keys.put("only", "full, for a kind that a quick reproduction leaves out");
    keys.put("keep", "snapshots, for readings of textures");
    keys.put("{full: ..., quick: ...}", "a value that a quick reproduction has otherwise");
    return keys;
  }

  /** A part of the reference. */
  public record Part(String title, Sheet<?> sheet) {}

  /** All of it. */
  public static List<Part> parts() {
    return List.of(
        new Part("Keys of a page", keys("key", ClaimPage.KEYS)),
        new Part("In films and kinds", keys("key", OF_FILMS)),
        new Part("Functions, everywhere", entries(Vocabulary.of(Functions.class).entries())),
        new Part("Readings of a film, in read", entries(own(FilmReadings.class))),
        new Part(
            "Statistics of columns, in criteria and tables", entries(own(BankStatistics.class))));
  }

  private static Sheet<?> keys(String head, Map<String, String> keys) {
    return new Sheet<>(List.copyOf(keys.entrySet()))
        .add(head, Form.TEXT, Map.Entry::getKey)
        .add("meaning", Form.TEXT, Map.Entry::getValue);
  }

  /** Entries of a class without the functions that all expressions have. */
  private static List<Vocabulary.Entry> own(Class<?> of) {
    List<Vocabulary.Entry> own = new ArrayList<>(Vocabulary.of(of).entries());
    own.removeAll(Vocabulary.of(Functions.class).entries());
    return own;
  }

  private static Sheet<?> entries(List<Vocabulary.Entry> entries) {
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
