package hopfilm.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes of files changed at random; {@code -Dhopfilm.fuzz=1000000} tries so many of each kind. */
@Tag("samples")
@Execution(ExecutionMode.CONCURRENT)
class ReaderFuzzTest {

  private static final int INPUTS =
      Integer.getInteger("hopfilm.fuzz", Boolean.getBoolean("hopfilm.slow") ? 10_000 : 1000);

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
