package hopfilm.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.run.SmallFilm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a run from its folder alone. */
class FinishedRunTest {

  @TempDir Path folder;

  /** The last measure is at the end of the run, the first once the film is relaxed. */
  @Test
  void timesOfMeasuresAreThoseOfTheirTextures() throws Exception {
    Path run = folder.resolve("run");
    SmallFilm.run(run);
    FinishedRun read = new FinishedRun(run, SmallFilm.experiment());
    assertThat(read.time("untrained")).isCloseTo(read.start(), within(1e-18));
    assertThat(read.time("trained")).isCloseTo(read.experiment().duration(), within(1e-18));
    assertThatThrownBy(() -> read.time("other")).hasMessageContaining("no texture of its measure");
  }
}
