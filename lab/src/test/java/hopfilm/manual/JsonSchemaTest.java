package hopfilm.manual;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hopfilm.file.Corpus;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema against all good files of the repository, and all that must be refused. */
class JsonSchemaTest {

  /** What a schema can see: keys, words, numbers, units and lists where they stand. */
  private static final Set<Message> SEEN =
      Set.of(
          FileMessage.UNKNOWN_KEY,
          FileMessage.UNKNOWN_KEY_NEAR,
          FileMessage.UNKNOWN_STEP,
          FileMessage.UNKNOWN_STEP_NEAR,
          FileMessage.NO_SUCH_WORD,
          FileMessage.NO_SUCH_WORD_NEAR,
          FileMessage.KEYS_EXPECTED,
          FileMessage.NOT_WHOLE,
          FileMessage.HOW_MANY,
          FileMessage.NO_LIST);

  @TempDir Path folder;

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(JsonSchema.text());

  private List<String> faults(String yaml) {
    JsonNode tree = YAMLMapper.shared().readTree(yaml);
    return schema.validate(tree).stream().map(Object::toString).toList();
  }

  @Test
  void goodFilesAreGood() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String place : List.of("../examples", "../app/src/test/resources/hopfilm/cli")) {
      try (Stream<Path> all = Files.list(Path.of(place))) {
        all.filter(f -> f.toString().endsWith(".yaml")).forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      assertThat(faults(Files.readString(file))).as(file.toString()).isEmpty();
    }
    for (String section : KeyManual.sections()) {
      KeyExamples.of(section).ifPresent(e -> assertThat(faults(e)).as(section).isEmpty());
    }
  }

  /** What {@code check} writes has all its values spelled out. */
  @Test
  void writtenFilesAreGood() {
    String yaml = ExperimentFile.write(ExperimentFile.defaults());
    assertThat(faults(yaml)).isEmpty();
  }

  @Test
  void wrongFilesAreRefusedAsFarAsASchemaSees() {
    int refused = 0;
    int all = 0;
    List<String> missed = new ArrayList<>();
    for (Corpus.Case c : Corpus.files()) {
      boolean isRefused;
      try {
        isRefused = !faults(c.yaml()).isEmpty();
      } catch (JacksonException e) {
        continue; // no YAML at all
      }
      all++;
      refused += isRefused ? 1 : 0;
      ExperimentException e = c.read(folder);
      boolean inSweep = c.yaml().contains("sweep:") || c.yaml().contains("optimise:");
      if (!isRefused && !inSweep && SEEN.contains(e.reason().orElseThrow())) {
        missed.add(c.yaml() + e.getMessage());
      }
    }
    assertThat(missed).isEmpty();
    // the others are wrong by a range, by an expression, by what values mean together, or by what
    // is
    // in a file
    assertThat(refused).isGreaterThan(all / 5);
  }
}
