package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema State of {@code docs/openapi.yaml} against the record and the messages of states. */
class OpenApiTest {

  private static final Map<Class<?>, String> TYPES =
      Map.of(
          String.class, "string",
          boolean.class, "boolean",
          int.class, "integer",
          long.class, "integer",
          Integer.class, "integer",
          double.class, "number",
          Double.class, "number");

  /** A film with an electrode of each shape. */
  private static final String SHAPES =
      """
      name: shapes
      film: {size: [160 nm, 160 nm], cell: 4 nm}
      electrodes:
        - {name: a, shape: disc, centre: [20 nm, 20 nm], radius: 20 nm}
        - {name: b, shape: rectangle, centre: [140 nm, 20 nm], size: [40 nm, 40 nm]}
        - {name: c, shape: polygon, points: [[120 nm, 160 nm], [160 nm, 160 nm], [160 nm, 120 nm]]}
        - name: d
          patches:
            - {shape: disc, centre: [20 nm, 140 nm], radius: 20 nm}
            - {shape: disc, centre: [80 nm, 80 nm], radius: 20 nm, sign: -}
      protocol: [{rest: 1 ns}]
      """;

  private final JsonNode schemas = read().at("/components/schemas");

  private static JsonNode read() {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("/hopfilm/openapi.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A key of a message.
   *
   * @param type of its value
   * @param isOptional whether it is left out where it has no value
   */
  private record Key(Type type, boolean isOptional) {}

  @Test
  void keysAndTypesAreThoseOfTheRecord() {
    record("State", schemas.path("State"), StateMessage.class);
  }

  /** A list of schemas in the order of the records; camel case is the old name of a field. */
  @Test
  void commandsTakeTheFieldsOfTheSchema() {
    List<JsonNode> written = schemas.path("Command").path("oneOf").valueStream().toList();
    assertThat(written)
        .extracting(s -> s.path("description").asString())
        .containsExactlyElementsOf(Command.ALL.stream().map(Command::word).toList());
    for (int k = 0; k < written.size(); k++) {
      JsonNode schema = written.get(k);
      Class<?> command = Command.ALL.get(k);
      Map<String, Type> taken = new LinkedHashMap<>();
      RecordComponent[] components = command.getRecordComponents();
      for (int c = 0; c < components.length; c++) {
        taken.put(Json.fields(command).get(c), components[c].getGenericType());
        taken.put(components[c].getName(), components[c].getGenericType());
      }
      JsonNode fields = schema.path("properties");
      assertThat(fields.at("/command/enum/0")).isEqualTo(schema.path("description"));
      assertThat(fields.propertyNames()).hasSize(1 + taken.size()).containsAll(taken.keySet());
      taken.forEach((name, type) -> field(fields.path(name), type));
      assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }
  }

  private void field(JsonNode written, Type type) {
    JsonNode schema = resolved(written);
    if (type instanceof ParameterizedType list) {
      assertThat(schema.path("type").asString()).isEqualTo("array");
      if (list.getActualTypeArguments()[0] != JsonNode.class) {
        field(schema.path("items"), list.getActualTypeArguments()[0]);
      }
    } else if (type == Json.Amount.class) {
      boolean isFraction = schema.path("type").asString("").equals("number");
      assertThat(isFraction || schema.equals(schemas.path("Quantity"))).isTrue();
    } else if (type != JsonNode.class) {
      assertThat(schema.path("type").asString())
          .isEqualTo(type == Long.class ? "integer" : TYPES.getOrDefault(type, "string"));
    }
  }

  private void record(String where, JsonNode schema, Class<?> type) {
    Map<String, Key> keys = new LinkedHashMap<>();
    keys(type, keys);
    assertThat(schema.path("properties").propertyNames())
        .as("properties of " + where)
        .containsExactlyInAnyOrderElementsOf(keys.keySet());
    assertThat(schema.path("required").valueStream().map(JsonNode::asString))
        .as("required of " + where)
        .containsExactlyInAnyOrderElementsOf(
            keys.keySet().stream().filter(k -> !keys.get(k).isOptional()).toList());
    keys.forEach(
        (name, key) -> value(where + "." + name, schema.path("properties").path(name), key));
  }

  /** Keys of a record, and of those that stand in it without braces. */
  private static void keys(Class<?> type, Map<String, Key> into) {
    boolean isSparse = type.isAnnotationPresent(JsonInclude.class);
    for (RecordComponent c : type.getRecordComponents()) {
      if (c.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        keys(c.getType(), into);
      } else {
        JsonProperty other = c.getAccessor().getAnnotation(JsonProperty.class);
        String name = other == null ? c.getName() : other.value();
        into.put(name, new Key(c.getGenericType(), isSparse && isMore(name)));
      }
    }
    for (Method old : type.getDeclaredMethods()) {
      if (old.isAnnotationPresent(JsonProperty.class)) {
        into.putIfAbsent(
            old.getAnnotation(JsonProperty.class).value(), new Key(old.getReturnType(), false));
      }
    }
  }

  /** Every outline has a shape. */
  private static boolean isMore(String name) {
    return !name.equals("shape");
  }

  private void value(String where, JsonNode written, Key key) {
    JsonNode schema = resolved(written);
    if (key.type() instanceof ParameterizedType list) {
      assertThat(schema.path("type").asString("")).as(where).isEqualTo("array");
      Type item = list.getActualTypeArguments()[0];
      value(where + "[]", schema.path("items"), new Key(item, true));
      return;
    }
    Class<?> type = (Class<?>) key.type();
    assertThat(schema.path("type").asString(""))
        .as(where)
        .isEqualTo(TYPES.getOrDefault(type, "object"));
    if (type.isRecord()) {
      record(where, schema, type);
    } else if (type != String.class) {
      // a number that need not be there is null, unless its key is left out
      assertThat(schema.path("nullable").asBoolean(false))
          .as(where + " is nullable")
          .isEqualTo(!type.isPrimitive() && !key.isOptional());
    }
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref")
        ? schemas.path(schema.path("$ref").asString().replaceFirst(".*/", ""))
        : schema;
  }

  @Test
  void statesAreAsTheSchemaSays() {
    Experiment e = ExperimentFile.parse(SHAPES, "shapes", List.of());
    WatchedScreen screen = new WatchedScreen("f1", e);
    JsonNode running = JsonMapper.shared().readTree(Json.text(screen.state()));
    conforms("running", running, schemas.path("State"));
    assertThat(running.path("electrodes").valueStream().map(x -> x.path("shape").asString()))
        .containsExactly("disc", "rectangle", "polygon", "disc");
    assertThat(running.at("/electrodes/3/patches/1/sign").asString()).isEqualTo("-");
    assertThat(running.path("electrodes").path(0).has("patches")).isFalse();
    screen.ended("failed", "it broke");
    JsonNode failed = JsonMapper.shared().readTree(Json.text(screen.state()));
    conforms("failed", failed, schemas.path("State"));
    assertThat(failed.path("message").asString()).isEqualTo("it broke");
    assertThat(failed.path("number").asLong()).isGreaterThan(running.path("number").asLong());
  }

  /** A square of 25 nm^2 cells, 40 x 40 of them, with a hole of 8 x 6. */
  @Test
  void theVolumeOfAFilmIsThatOfItsCells() {
    String film =
        """
        name: hole
        film:
          size: [200 nm, 200 nm]
          cell: 5 nm
          thickness: 10 nm
          mask: [{shape: rectangle, centre: [100 nm, 100 nm], size: [40 nm, 30 nm]}]
        electrodes: {radius: 20 nm}
        protocol: [{rest: 1 ns}]
        """;
    Experiment e = ExperimentFile.parse(film, "hole", List.of());
    JsonNode state = JsonMapper.shared().readTree(Json.text(new WatchedScreen("f1", e).state()));
    assertThat(state.at("/film/volume").asDouble())
        .isCloseTo((40 * 40 - 8 * 6) * 25e-18 * 10e-9, withinPercentage(1e-9));
  }

  private void conforms(String where, JsonNode value, JsonNode written) {
    JsonNode schema = resolved(written);
    if (value.isNull()) {
      assertThat(schema.path("nullable").asBoolean(false)).as(where + " is null").isTrue();
      return;
    }
    boolean fits =
        switch (schema.path("type").asString("")) {
          case "string" -> value.isString();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "array" -> value.isArray();
          default -> value.isObject();
        };
    assertThat(fits).as("%s: %s is %s", where, value, schema).isTrue();
    if (schema.has("enum")) {
      assertThat(schema.path("enum").valueStream()).as(where).contains(value);
    }
    value
        .valueStream()
        .filter(x -> value.isArray())
        .forEach(x -> conforms(where, x, schema.path("items")));
    if (value.isObject()) {
      assertThat(new TreeSet<>(value.propertyNames()))
          .as(where)
          .containsAll(schema.path("required").valueStream().map(JsonNode::asString).toList());
      value
          .properties()
          .forEach(
              p -> {
                assertThat(schema.path("properties").has(p.getKey()))
                    .as(where + "." + p.getKey())
                    .isTrue();
                conforms(
                    where + "." + p.getKey(),
                    p.getValue(),
                    schema.path("properties").path(p.getKey()));
              });
    }
  }
}
