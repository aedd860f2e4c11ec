package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.hopfield.Pattern;
import java.util.List;

/**
 * What a live film does at a moment.
 *
 * @param status whether it moves
 * @param phase in words: relax, train +-+-, idle
 * @param time simulated time [s]
 * @param stepStart when the present step began [s]; NaN without one
 * @param stepEnd when it will end [s]; NaN without a step or an end
 * @param speed simulated time in a second [s]; NaN unless it moves
 * @param steps time steps taken
 * @param protocolStep number of the present step of the protocol, from 1; 0 outside one
 * @param protocolSteps steps that the protocol has; 0 outside one
 * @param chapter number of the chapter, from 1
 * @param experiment film and contacts of the chapter, with what was done as its protocol
 * @param pattern what the next training puts on; null where the contacts take none
 * @param amplitude likewise [V or A]
 * @param undo what would be undone, in words; null if there is nothing
 * @param canProtocol whether the file's protocol can be carried out
 * @param message what the user should know: why it failed; null otherwise
 * @param warnings one line each
 */
public record LiveState(
    Status status,
    String phase,
    double time,
    double stepStart,
    double stepEnd,
    double speed,
    long steps,
    int protocolStep,
    int protocolSteps,
    int chapter,
    Experiment experiment,
    Pattern pattern,
    double amplitude,
    String undo,
    boolean canProtocol,
    String message,
    List<String> warnings) {

  /** Whether a film moves. */
  public enum Status {
    /** It moves. */
    RUNNING,
    /** Held between two time steps. */
    PAUSED,
    /** It waits for a command. */
    IDLE,
    /** What it computes cannot be trusted any more; it can be undone and read. */
    FAILED,
    /** It takes no more commands. */
    CLOSED
  }

  /** Copies the list. */
  public LiveState {
    warnings = List.copyOf(warnings);
  }
}
