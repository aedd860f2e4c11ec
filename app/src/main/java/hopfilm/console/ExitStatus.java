package hopfilm.console;

/** Exit statuses of the program, as scripts see them. */
public final class ExitStatus {

  /** All is well. */
  public static final int DONE = 0;

  /** The run failed. */
  public static final int FAILED = 1;

  /** The user's input is wrong. */
  public static final int WRONG_INPUT = 2;

  /** Stopped by its time limit, as by the signal TERM. */
  public static final int TIME_LIMIT = 143;

  private ExitStatus() {}
}
