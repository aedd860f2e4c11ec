package hopfilm.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * {@code status.json} of a run, a sweep or an optimisation. What a file does not say is null.
 *
 * @param status running, done, stopped or failed
 * @param start when and by whom it was begun, or gone on with
 * @param checkpoint the latest of this session
 */
public record StatusRecord(
    String status,
    @JsonUnwrapped Start start,
    @JsonUnwrapped Checkpoint checkpoint,
    @JsonUnwrapped End end) {

  /** A process is at it, or was killed. */
  public static final String RUNNING = "running";

  /** It came to its end. */
  public static final String DONE = "done";

  /** It ended by an error. */
  public static final String FAILED = "failed";

  /**
   * When and by whom it was begun, or gone on with.
   *
   * @param since date and time
   * @param process its number
   * @param version of the program
   * @param inputs hash of all that decides what is computed
   * @param only share of a sweep, such as 2/4; null for all of it
   */
  public record Start(
      String since,
      long process,
      String host,
      String version,
      String inputs,
      @JsonInclude(Include.NON_NULL) String only) {}

  /**
   * The latest checkpoint.
   *
   * @param checkpoint date and time; null before the first
   * @param checkpointTime simulated time [s]
   */
  @JsonInclude(Include.NON_NULL)
  public record Checkpoint(String checkpoint, Double checkpointTime) {

    /** None so far. */
    public static final Checkpoint NONE = new Checkpoint(null, null);
  }

  /**
   * How it ended.
   *
   * @param reason why it failed or was stopped
   * @param resume the command that goes on with it
   * @param ended date and time; null while it is running
   */
  @JsonInclude(Include.NON_NULL)
  public record End(String reason, String resume, String ended) {

    /** Not yet. */
    public static final End NONE = new End(null, null, null);
  }

  /** One that begins. */
  public static StatusRecord begun(Start start) {
    return new StatusRecord(RUNNING, start, Checkpoint.NONE, End.NONE);
  }

  /** The same after a checkpoint. */
  public StatusRecord with(Checkpoint next) {
    return new StatusRecord(status, start, next, end);
  }

  /** The same at its end. */
  public StatusRecord ended(String how, End next) {
    return new StatusRecord(how, start, checkpoint, next);
  }

  /** Whether it says what a status has to. */
  boolean isSound() {
    return status != null && start != null && start.since() != null && start.inputs() != null;
  }

  /** Says whether it came to its end. */
  public boolean isDone() {
    return DONE.equals(status);
  }

  /** Says whether it ended by an error. */
  public boolean hasFailed() {
    return FAILED.equals(status);
  }

  /** Says whether it was of these inputs. */
  public boolean isOf(String inputs) {
    return inputs.equals(start.inputs());
  }
}
