package hopfilm.live;

import hopfilm.live.LivePhase.Beginning;
import hopfilm.live.LivePhase.Broken;
import hopfilm.live.LivePhase.Calling;
import hopfilm.live.LivePhase.Closed;
import hopfilm.live.LivePhase.Ending;
import hopfilm.live.LivePhase.Interrupted;
import hopfilm.live.LivePhase.Leaving;
import hopfilm.live.LivePhase.Paused;
import hopfilm.live.LivePhase.Playing;
import hopfilm.live.LivePhase.Resting;
import hopfilm.live.LivePlan.Play;
import java.util.Optional;

/**
 * The phase of a live film: each command and each event of the film's thread is a method that
 * changes it. Guarded by the queue that has it.
 *
 * <pre>
 * Leaving ──open──> Beginning ──rest──> Resting ──begin──> Playing ──rest──> Resting
 * Playing ──stop──> Ending ──rest, at the next row──> Resting
 * Playing ──call──> Ending ──rest, at the next row──> Interrupted ──begin──> Playing (what is left of the step)
 * Resting, Interrupted ──answer──> Calling ──rest──> the phase before
 * Interrupted ──stop──> Resting
 * Beginning, Playing, Ending ──look, hold 0──> Paused ──hold, stop, call──> the phase that was held
 * any phase ──leave──> Leaving ──open──> Beginning           undo, reset, protocol, other electrodes
 * any phase ──fail───> Broken                                which leave takes back
 * any phase ──close──> Closed
 * </pre>
 *
 * {@code hold} is the number of rows until the film pauses; it outlasts the end of a step.
 */
final class LiveMachine {

  /** A hold of a film that does not pause. */
  static final int NEVER = -1;

  /** A hold of a film that pauses before its next time step. */
  static final int NOW = 0;

  private LivePhase phase;

  /** Rows of the table after which the film pauses. */
  private int hold = NEVER;

  LiveMachine(LiveScript first) {
    phase = new Leaving(new Resting(), new Beginning(first, -1));
  }

  LivePhase phase() {
    return phase;
  }

  /** Rows of the table after which the step at hand, or the rest of it, pauses. */
  int hold() {
    return phase instanceof Ending e ? e.later().orElse(hold) : hold;
  }

  // Commands.

  /** Pauses after so many rows; a step that was cut short for calls does when it goes on. */
  void hold(int rows) {
    if (phase instanceof Ending e && e.later().isPresent()) {
      phase = new Ending(e.play(), Optional.of(rows));
      return;
    }
    hold = rows;
    if (phase instanceof Paused p && rows != NOW) {
      phase = p.held();
    }
  }

  /** Ends the step at hand for good. */
  void stop() {
    hold = NEVER;
    phase = phase instanceof Paused p ? p.held() : phase;
    if (phase.playing().isPresent()) {
      phase = new Ending(phase.playing().get(), Optional.empty());
    } else if (phase instanceof Interrupted) {
      phase = new Resting();
    } else if (phase instanceof Calling) {
      phase = new Calling(new Resting());
    }
  }

  /** Ends the step at hand for a call; it goes on afterwards where asked. */
  void call(boolean goesOn) {
    int before = hold;
    if (phase.playing().isPresent() || phase instanceof Paused) {
      hold = NEVER;
      phase = phase instanceof Paused p ? p.held() : phase;
    }
    if (phase instanceof Playing p) {
      // whoever cut a step short before has said whether it goes on
      phase = new Ending(p.play(), goesOn ? Optional.of(before) : Optional.empty());
    }
  }

  /** What goes on after calls does so as another step. */
  void replaceRest(Play other) {
    Interrupted next = new Interrupted(other);
    phase = phase instanceof Calling ? new Calling(next) : next;
  }

  /** Leaves the film for another script. */
  void leave(Beginning next) {
    hold = NEVER;
    phase = new Leaving(phase instanceof Leaving l ? l.from() : phase, next);
  }

  void close() {
    phase = phase instanceof Closed ? phase : new Closed(phase);
  }

  // Events of the film's thread.

  /** Begins the script for which the film was left. */
  Beginning open() {
    Beginning next = ((Leaving) phase).next();
    phase = next;
    return next;
  }

  /** A step begins. */
  void begin(Play play) {
    phase = new Playing(play);
  }

  /** A call is answered. */
  void answer() {
    phase = new Calling(phase);
  }

  /** A row of the table was written. */
  void row() {
    if (isMoving() && hold > NOW) {
      hold--;
    }
  }

  /** Before a time step: pauses where that was asked, and says whether the film is held. */
  boolean look() {
    if (isMoving() && hold == NOW) {
      phase = new Paused(phase);
    }
    return phase instanceof Paused;
  }

  /**
   * The film is between two steps.
   *
   * @param rest what is left of a step that was cut short
   */
  void rest(Optional<Play> rest) {
    if (phase instanceof Leaving l) {
      phase = new Leaving(new Resting(), l.next());
    } else if (phase instanceof Closed) {
      phase = new Closed(new Resting());
    } else if (phase instanceof Calling c) {
      phase = c.then();
    } else {
      boolean goesOn = phase instanceof Ending e && e.later().isPresent() && rest.isPresent();
      hold = hold();
      phase = goesOn ? new Interrupted(rest.get()) : new Resting();
    }
  }

  /** The film cannot go on. */
  void fail(String reason) {
    if (phase instanceof Leaving l) {
      phase = new Leaving(new Broken(l.changing(), reason), l.next());
    } else if (!(phase instanceof Closed)) {
      // undo sends a film that failed on its way back there again
      phase =
          new Broken(
              phase instanceof Beginning b ? Optional.of(b.relax()) : phase.changing(), reason);
    }
  }

  // Questions.

  /** True if the film's thread has to look here before its next time step. */
  boolean isDue() {
    return isOver() || phase instanceof Paused || (isMoving() && hold == NOW);
  }

  private boolean isMoving() {
    return phase instanceof Playing
        || phase instanceof Ending
        || (phase instanceof Beginning b && !b.isReturning());
  }

  boolean isCutShort() {
    return phase instanceof Ending;
  }

  /** True if what the film's thread does is in vain. */
  boolean isOver() {
    return phase instanceof Leaving || phase instanceof Closed;
  }

  /** True if the film is on its way to a place where it was, or is to be left. */
  boolean isAway() {
    return phase instanceof Leaving || (phase instanceof Beginning b && b.isReturning());
  }
}
