package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.hopfield.Pattern;
import java.util.List;

/**
 * The state of a live film at a moment.
 *
 * @param phase in words: relax, train +-+-, idle
 * @param clock its time, and that of the present step
 * @param place where it is in what was asked of it
 * @param experiment film and contacts of the chapter, with what was done as its protocol
 * @param next what the next training puts on
 * @param undo what would be undone, in words; null if there is nothing
 * @param notes for the user
 */
public record LiveState(
    Status status,
    String phase,
    Clock clock,
    Place place,
    Experiment experiment,
    Next next,
    String undo,
    Notes notes) {

  /** The states of a film. */
  public enum Status {
    /** It moves. */
    RUNNING,
    /** Held between two time steps. */
    PAUSED,
    /** It waits for a command. */
    IDLE,
    /** Its numbers cannot be trusted any more; the last step can be undone, the film read. */
    FAILED,
    /** It takes no more commands. */
    CLOSED
  }

  /**
   * The time of a film.
   *
   * @param time simulated time [s]
   * @param stepStart when the present step began [s]; NaN without one
   * @param stepEnd when it will end [s]; NaN without a step or an end
   * @param speed simulated time in a second [s]; NaN unless it moves
   * @param steps time steps taken
   */
  public record Clock(double time, double stepStart, double stepEnd, double speed, long steps) {

    /** Share of the present step that is done at a time [s]; NaN without a step or an end. */
    public double progress(double now) {
      return stepEnd > stepStart
          ? Math.min(1, (now - stepStart) / (stepEnd - stepStart))
          : Double.NaN;
    }

    /** Wall time from a time [s] to the end of the present step [s]; NaN where that is unknown. */
    public double secondsLeft(double now) {
      return speed > 0 ? Math.max(0, (stepEnd - now) / speed) : Double.NaN;
    }
  }

  /**
   * Where a film is in what was asked of it.
   *
   * @param chapter number of the chapter, from 1
   * @param step number of the present step of the protocol, from 1; 0 outside one
   * @param steps steps that the protocol has; 0 outside one
   * @param canProtocol whether the file's protocol can be carried out
   */
  public record Place(int chapter, int step, int steps, boolean canProtocol) {}

  /**
   * Pattern and amplitude of the next training.
   *
   * @param pattern null where the contacts take none
   * @param amplitude of the pattern [V or A]
   */
  public record Next(Pattern pattern, double amplitude) {}

  /**
   * Notes for the user.
   *
   * @param message why the film failed; null otherwise
   * @param warnings one line each
   */
  public record Notes(String message, List<String> warnings) {
    public Notes {
      warnings = List.copyOf(warnings);
    }
  }
}
