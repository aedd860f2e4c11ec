package hopfilm.result;

import hopfilm.input.Spelling;

/** How a run ended. */
public enum RunStatus {
  DONE,
  FAILED,
  /** By a signal or a time limit, with a checkpoint. */
  STOPPED;

  /** As in files. */
  public String text() {
    return Spelling.of(this);
  }
}
