package hopfilm.sweep;

import hopfilm.experiment.Share;
import hopfilm.file.Study;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that one worker has done, for the tests of one class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OwnSweep {

  static final Study SWEEP =
      SmallFilm.study(
          "train.pattern=[+-+-, +--+]",
          "initial.seed=1..2",
          "film.size=[128 nm, 80 nm]",
          "output.report=failed");

  /** The sweep by one worker. */
  Path one;

  @TempDir Path folder;

  @BeforeAll
  void sweepByOne(@TempDir Path own) throws IOException {
    one = own;
    Sweep.run(SWEEP, one, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
  }
}
