package hopfilm.reproduce;

import hopfilm.reading.FinishedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of runs, {@code DIR/runs}. A run is there once it is complete: it is carried out
 * elsewhere and moved in.
 */
public record FinishedRuns(Path folder) {

  /** True if the run is there, with all that is needed of it. */
  public boolean has(PlannedRun run) throws IOException {
    return KeptFiles.suffice(folder.resolve(run.folderName()), run);
  }

  /** A run that is there. */
  public FinishedRun get(PlannedRun run) throws IOException {
    return new FinishedRun(folder.resolve(run.folderName()), run.experiment());
  }

  /** Several, in their order. */
  public List<FinishedRun> get(List<PlannedRun> runs) throws IOException {
    List<FinishedRun> all = new ArrayList<>();
    for (PlannedRun run : runs) {
      all.add(get(run));
    }
    return all;
  }
}
