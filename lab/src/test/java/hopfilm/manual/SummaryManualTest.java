package hopfilm.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What documents, schema and Python package say of summary.json is what its records say. {@code
 * -Dhopfilm.summary=write} writes the three files again.
 */
class SummaryManualTest {

  private static void compare(String file, String text) throws IOException {
    Path path = Path.of("..", file);
    if ("write".equals(System.getProperty("hopfilm.summary"))) {
      Files.writeString(path, text);
    }
    assertThat(path).hasContent(text);
  }

  @Test
  void thePageIsThatOfTheRecords() throws IOException {
    compare("docs/reference/summary.md", SummaryManual.markdown());
    assertThat(SummaryManual.markdown())
        .contains("| `conductance` | S | G, N x N |")
        .contains("| `operating_points.{}.power` | W | Joule heat |")
        .contains("| `retrieval[].from.{}.steps` |", "| `training[].false_passes` |")
        .contains("| `minimum_sampled` |", "| `V0` | V, A |", "| `heat.T_max` | K |");
  }

  @Test
  void theSchemaIsThatOfTheRecords() throws IOException {
    compare("docs/summary.schema.json", SummaryManual.schema());
  }

  @Test
  void thePythonPackageSaysTheSame() throws IOException {
    compare("python/hopfilm/_fields.py", SummaryManual.python());
  }
}
