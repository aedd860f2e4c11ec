package hopfilm.autocode;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.kernel.RowLoop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generated loops are those of the template, and short enough to be compiled. */
class KernelRowsTest {

  private static final Path GENERATED = Path.of("..").resolve(KernelRows.FOLDER);

  /**
   * HotSpot never compiles longer methods (HugeMethodLimit): they would be some 50 times slower.
   */
  private static final int LONGEST = 8000;

  @Test
  void filesAreWhatTheTemplateWrites() throws IOException {
    Map<String, String> files = KernelRows.files();
    for (Map.Entry<String, String> file : files.entrySet()) {
      List<String> is = Files.readAllLines(GENERATED.resolve(file.getKey()));
      assertThat(is)
          .as(
              "%s: ./mvnw -Pgenerate -pl engine process-test-classes spotless:apply writes it",
              file.getKey())
          .isEqualTo(file.getValue().lines().toList());
    }
    Set<String> found;
    try (Stream<Path> all = Files.list(GENERATED)) {
      found = all.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    }
    Set<String> expected = new TreeSet<>(files.keySet());
    expected.add("package-info.java");
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void loopsAreShortEnoughForTheCompiler() throws Exception {
    Pattern returns = Pattern.compile("^ *(\\d+): return$", Pattern.MULTILINE);
    Path root = Path.of(RowLoop.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    for (String file : KernelRows.files().keySet()) {
      StringWriter text = new StringWriter();
      PrintWriter out = new PrintWriter(text);
      String name = "hopfilm.kernel.generated." + file.replace(".java", "");
      ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
      assertThat(javap.run(out, out, "-c", "-p", "-cp", root.toString(), name)).isZero();
      Matcher end = returns.matcher(text.toString());
      int loops = 0;
      while (end.find()) {
        assertThat(Integer.parseInt(end.group(1))).as(name).isLessThan(LONGEST);
        loops++;
      }
      assertThat(loops).isGreaterThan(8);
    }
  }
}
