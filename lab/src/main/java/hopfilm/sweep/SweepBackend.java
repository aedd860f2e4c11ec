package hopfilm.sweep;

import hopfilm.experiment.SweepRun;
import hopfilm.result.SweepRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Where the runs of a sweep are carried out. */
public interface SweepBackend {

  /**
   * Carries out the runs, each into its folder below that of the sweep, and hands over what came
   * out as it comes, in any order but one at a time. A run that fails is handed over too.
   */
  void run(
      List<SweepRun> runs, Path folder, SweepListener listener, Consumer<SweepRecord> finished);

  /** All runs have ended and their results are written: adds forms of them that only it knows. */
  default void finished(SweepResult result) throws IOException {}
}
