package hopfilm.sweep;

import hopfilm.experiment.SweepRun;
import hopfilm.protocol.RunListener;
import hopfilm.result.SweepRecord;

/** Hears how a sweep goes; called from the threads of its workers, one at a time. */
public interface SweepListener {

  /** Says nothing. */
  SweepListener NONE = new SweepListener() {};

  /** A run was done before and is not carried out again. */
  default void doneBefore(SweepRun run) {}

  /** A run has come to some time. */
  default void progress(SweepRun run, RunListener.Progress progress) {}

  /** Something of a run to be told at once. */
  default void note(SweepRun run, String message) {}

  /** A run has ended. */
  default void finished(SweepRecord record, int done, int total) {}
}
