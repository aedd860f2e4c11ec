package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The language of a machine changes neither what the program says nor how folders are named. */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocaleTest {

  private static final String ARABIC =
      "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab";
  private static final String GERMAN = "-Duser.language=de -Duser.country=DE";
  private static final String ENGLISH = "-Duser.language=en -Duser.country=US";

  @TempDir Path folder;
  private Path film;

  @BeforeEach
  void aFilm() throws IOException {
    film =
        Files.writeString(
            folder.resolve("film.yaml"),
            """
            film: {size: [64 nm, 48 nm], cell: 4 nm, thickness: 50 nm}
            electrodes: {layout: sides-x}
            initial: {texture: uniform}
            protocol: [{train: {voltages: [1 mV, 0 V], time: 1 ps}}]
            sweep: {initial.seed: 1..2}
            output: {formats: [], report: off}
            """);
  }

  private String said(String language, String... arguments) throws Exception {
    Path said = folder.resolve("said");
    RealProgram program = RealProgram.start(Map.of("JAVA_TOOL_OPTIONS", language), said, arguments);
    assertThat(program.status()).as(program.said()).isZero();
    return program
        .said()
        .lines()
        .filter(line -> !line.startsWith("Picked up ") && !line.startsWith("WARNING: "))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void checkSaysTheSameInAllLanguages() throws Exception {
    String english = said(ENGLISH, "check", film.toString());
    assertThat(english).containsPattern("D = 1[.]\\d+ Dc");
    for (String other : List.of(ARABIC, GERMAN)) {
      assertThat(said(other, "check", film.toString())).isEqualTo(english);
    }
  }

  @Test
  void foldersOfASweepHaveLatinDigits() throws Exception {
    Path out = folder.resolve("out");
    said(ARABIC, "run", film.toString(), "--out", out.toString());
    assertThat(out.resolve("001_initial.seed=1/summary.json")).isNotEmptyFile();
    assertThat(out.resolve("002_initial.seed=2/summary.json"))
        .content()
        .doesNotContainPattern("[\u0660-\u0669]");
  }
}
