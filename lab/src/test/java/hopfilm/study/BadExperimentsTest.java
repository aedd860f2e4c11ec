package hopfilm.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadExperimentsTest {

  static Stream<Arguments> corpus() throws IOException {
    String text;
    try (var in = BadExperimentsTest.class.getResourceAsStream("bad-experiments.txt")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Arguments> cases = new ArrayList<>();
    for (String block : text.split("(?m)^expect: ")) {
      if (!block.startsWith("#")) {
        int end = block.indexOf('\n');
        cases.add(Arguments.of(block.substring(0, end), block.substring(end + 1)));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void saysWhatIsWrongInOneLine(String expected, String yaml, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), yaml);
    ExperimentException e =
        catchThrowableOfType(ExperimentException.class, () -> ExperimentFile.read(file, List.of()));
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).hasLineCount(1).contains("bad.yaml");
    for (String part : expected.split("\\|")) {
      assertThat(e.getMessage()).contains(part.strip());
    }
  }

  @Test
  void namesAFileThatIsNotThere(@TempDir Path folder) {
    ExperimentException e =
        catchThrowableOfType(
            ExperimentException.class,
            () -> ExperimentFile.read(folder.resolve("no.yaml"), List.of()));
    assertThat(e).hasMessageContaining("no.yaml: there is no such file");
  }

  @Test
  void refusesAFileThatIsNoText(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    ExperimentException e =
        catchThrowableOfType(ExperimentException.class, () -> ExperimentFile.read(file, List.of()));
    assertThat(e).hasMessageContaining("no text in UTF-8");
  }
}
