package hopfilm.folder;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
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
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readValue(Files.readString(file), type));
    } catch (JacksonException | CharacterCodingException e) {
      return Optional.empty();
    }
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
