package hopfilm.reproduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The finished films of a study.
 *
 * @param effort how much was run
 */
public record Trial(Effort effort, FinishedRuns finished) {

  /** The films of a plan, in its order. */
  public List<FinishedRun> films(Plan plan) {
    try {
      return finished.get(plan.runs(effort));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** True if fewer films and points are taken. */
  public boolean isQuick() {
    return effort.isQuick();
  }
}
