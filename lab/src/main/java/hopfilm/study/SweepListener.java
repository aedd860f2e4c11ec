package hopfilm.study;

/** Hears how a sweep goes; called from the threads of its workers, one at a time. */
public interface SweepListener {

  /** Says nothing. */
  SweepListener NONE = new SweepListener() {};

  /** A run has come to some time. */
  default void progress(SweepRun run, RunListener.Progress progress) {}

  /** A run has ended. */
  default void finished(SweepRecord record, int done, int total) {}
}
