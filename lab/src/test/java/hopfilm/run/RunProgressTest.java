package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a film is, as told while it moves. */
class RunProgressTest {

  @TempDir Path folder;

  /** The table has a row at the start and none before the end of a run of a microsecond. */
  @Test
  void isToldBetweenTheRowsOfTheTable() throws IOException {
    List<RunListener.Progress> between = new ArrayList<>();
    RunControl control = RunControl.unlimited();
    RunListener listener =
        new RunListener() {
          @Override
          public void progress(Progress p) {
            if (p.time() > 0) {
              between.add(p);
              control.stop("it was told");
            }
          }
        };
    RunResult result =
        ExperimentRunner.run(
            SmallFilm.experiment("output.table=1 us", "train.time=1 us"),
            folder,
            1,
            listener,
            control);
    assertThat(result.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(between).hasSize(1);
    assertThat(between.get(0).time()).isLessThan(1e-6);
    assertThat(between.get(0).phase()).isIn("relax", "train +-+-");
  }
}
