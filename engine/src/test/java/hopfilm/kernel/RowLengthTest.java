package hopfilm.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The loops over rows are short enough to be compiled. */
class RowLengthTest {

  /**
   * HotSpot never compiles longer methods (HugeMethodLimit): they would be some 50 times slower.
   */
  private static final int MAX_BYTES = 8000;

  @Test
  void loopsAreShortEnoughForTheCompiler() throws Exception {
    Pattern returns = Pattern.compile("^ *(\\d+): return$", Pattern.MULTILINE);
    Path root = Path.of(RowLoop.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Path> classes;
    try (Stream<Path> all = Files.list(root.resolve("hopfilm/kernel/generated"))) {
      classes = all.filter(f -> f.toString().endsWith("Rows.class")).toList();
    }
    assertThat(classes).hasSize(4);
    for (Path file : classes) {
      StringWriter text = new StringWriter();
      PrintWriter out = new PrintWriter(text);
      ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
      assertThat(javap.run(out, out, "-c", "-p", file.toString())).isZero();
      Matcher end = returns.matcher(text.toString());
      int loops = 0;
      while (end.find()) {
        assertThat(Integer.parseInt(end.group(1))).as(file.toString()).isLessThan(MAX_BYTES);
        loops++;
      }
      assertThat(loops).isGreaterThan(8);
    }
  }
}
