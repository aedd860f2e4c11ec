package hopfilm.folder;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hopfilm.io.FieldException;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of JSON. A record becomes an object with a key for each component, energyJoule as
 * energy_joule; keys that a record does not have are passed over when it is read back, and those
 * that a file does not have are null, 0 or false.
 */
public final class JsonFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // a number that is missing in a list is not 0
          .withConfigOverride(
              double[].class, o -> o.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultVisibility(v -> v.withIsGetterVisibility(Visibility.NONE))
          .build();

  private JsonFile() {}

  /**
   * Writes a file, whole or not at all.
   *
   * @param content a record or a map
   */
  public static void write(Path file, Object content) throws IOException {
    WholeFile.writeSafely(file, text(content));
  }

  /** What is written of a record or a map. */
  public static String text(Object content) {
    return JSON.writeValueAsString(content) + "\n";
  }

  /**
   * Reads a file.
   *
   * @return empty if there is no such file, or if it is damaged or of something else
   */
  public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
    try {
      return whole(file, type);
    } catch (FieldException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a file that must be whole where it is there.
   *
   * @return empty if there is no such file
   * @throws FieldException if it is damaged or of something else
   */
  static <T> Optional<T> whole(Path file, Class<T> type) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Optional.ofNullable(JSON.readValue(Files.readString(file), type))
              .orElseThrow(() -> new FieldException(file, "is empty")));
    } catch (JacksonException e) {
      throw new FieldException(file, reason(e));
    } catch (CharacterCodingException e) {
      throw new FieldException(file, "is not text in UTF-8");
    }
  }

  /**
   * The object in a file.
   *
   * @throws FieldException if there is another kind of value in it, or no JSON
   */
  public static JsonNode tree(Path file) throws IOException {
    JsonNode node =
        whole(file, JsonNode.class).orElseThrow(() -> new FieldException(file, "is not there"));
    if (!node.isObject()) {
      throw new FieldException(file, "is damaged: it is not a JSON object");
    }
    return node;
  }

  /** Why JSON cannot be read, without words of Java. */
  public static String reason(JacksonException e) {
    if (e.getCause() instanceof IllegalArgumentException wrong && wrong.getMessage() != null) {
      return "is damaged: " + wrong.getMessage();
    }
    TokenStreamLocation place = e.getLocation();
    return place == null || place.getLineNr() < 1
        ? "is damaged: a value is missing, or of another kind"
        : "is damaged in line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  /**
   * Makes a record of JSON that was read before.
   *
   * @throws JacksonException if it is no object, or does not fit
   */
  public static <T> T as(JsonNode node, Class<T> type) {
    return JSON.treeToValue(node.asObject(), type);
  }

  /** The keys and values of a record, in their order. */
  public static Map<String, Object> values(Object content) {
    return JSON.convertValue(content, new TypeReference<LinkedHashMap<String, Object>>() {});
  }
}
