package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/howto/other-languages.md, run as they stand in examples. */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Order(6)
class OtherLanguagesTest {

  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\?token=\\w{32}");
  private static final String NUMBER = "(-?[0-9][-+.0-9eE]*)";

  @TempDir Path folder;
  private PageCode page;

  @BeforeEach
  void read() throws IOException {
    page = PageCode.of("howto/other-languages.md");
    page.write("film.yaml", folder);
  }

  private static double number(String text, String before) {
    Matcher m = Pattern.compile(Pattern.quote(before) + " ?" + NUMBER).matcher(text);
    assertThat(m.find()).as("%s in %s", before, text).isTrue();
    return Double.parseDouble(m.group(1));
  }

  @Test
  void pythonReadsARunFolder() throws Exception {
    PageCode.requirePython();
    page.shell(folder);
    String said = PageCode.python(PageCode.example("read_run.py", folder), "small");
    // the same products, summed in another order
    double stated = number(said, "summary.json:");
    assertThat(stated).isNegative();
    assertThat(number(said, "E' of +-+-")).isCloseTo(stated, within(1e-12 * Math.abs(stated)));
    assertThat(said).contains("cells (48, 48, 1)");
    // rounding of a square root
    assertThat(number(said, "largest | |m| - 1 |")).isLessThan(1e-15);
    assertThat(number(said, "conductance n1-n2 from")).isNegative();
  }

  @Test
  void pythonDrivesTheServer() throws Exception {
    PageCode.requirePython();
    Path said = folder.resolve("said");
    RealProgram server =
        RealProgram.start(
            said, "serve", "--port", "0", "--runs", folder.resolve("runs").toString());
    try {
      String address = null;
      while (address == null && server.process.isAlive()) {
        Matcher m = ADDRESS.matcher(server.said());
        address = m.find() ? m.group() : null;
        Thread.sleep(20);
      }
      String printed = PageCode.python(PageCode.example("train.py", folder), address);
      assertThat(printed)
          .containsPattern("lowest \\+[+-]{3}\nrecalled [+-]{4}\nsaved from-python-001");
      assertThat(printed.lines().filter(l -> l.endsWith(" W"))).hasSize(8);
      assertThat(folder.resolve("runs/from-python-001/summary.json")).isNotEmptyFile();
    } finally {
      server.process.destroy();
    }
    assertThat(server.status()).isZero();
  }

  @Tag("slow")
  @Test
  void jShellDrivesTheLibraryInTwentyLines() throws Exception {
    Path script = PageCode.example("learn.jsh", folder);
    assertThat(Files.readAllLines(script)).hasSizeLessThanOrEqualTo(20);
    Path jshell = Path.of(System.getProperty("java.home"), "bin", "jshell");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(jshell.toString(), "--class-path", RealProgram.classPath()));
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("-R--add-modules=jdk.incubator.vector", script.toString()));
    String said = PageCode.call(folder, command);
    // which it is hangs on rounding, as all in a maze from noise
    assertThat(said).containsPattern("lowest \\+[+-]{3}").doesNotContain("Error", "Exception");
    assertThat(said.lines().filter(l -> l.endsWith(" W"))).hasSize(8);
  }
}
