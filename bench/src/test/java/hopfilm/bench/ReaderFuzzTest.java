package hopfilm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReaderFuzzTest {

  private static final int INPUTS = 20_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyChangedFileIsReadOrRefused(ReaderFuzz.Kind kind) throws IOException {
    ReaderFuzz.Outcome outcome = new ReaderFuzz(kind, folder).run(0, INPUTS);
    assertThat(outcome.defects()).isEmpty();
    // that the changes are not harmless; that the unchanged file is read was seen before them
    assertThat(outcome.refused()).isGreaterThan(INPUTS / 5L);
  }
}
