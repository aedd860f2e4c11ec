package hopfilm.live;

import hopfilm.experiment.Step;
import hopfilm.live.LivePlan.Play;
import hopfilm.live.LiveState.Status;
import java.util.Optional;

/** What a live film does; {@link LiveMachine} has the ways from one phase to another. */
sealed interface LivePhase {

  default Status status() {
    return Status.RUNNING;
  }

  /** The step that is carried out. */
  default Optional<Play> playing() {
    return Optional.empty();
  }

  /** The same, also while the film is left and after it was closed. */
  default Optional<Play> shown() {
    return playing();
  }

  /** The step that changes the film, or broke it. */
  default Optional<Play> changing() {
    return playing();
  }

  /** What goes on after the calls that wait. */
  default Optional<Play> rest() {
    return Optional.empty();
  }

  /**
   * A chapter relaxes, or is brought to where it was; nothing cuts that short.
   *
   * @param known steps that were carried out before; negative for a film that begins
   */
  record Beginning(LiveScript script, int known) implements LivePhase {

    /** The way to the film that begins, as a step. */
    Play relax() {
      return new Play(new Step.Relax(script.experiment().initial().relaxTime(), 1));
    }

    boolean isReturning() {
      return known >= 0;
    }

    @Override
    public Optional<Play> changing() {
      return isReturning() ? Optional.empty() : Optional.of(relax());
    }
  }

  /** Between two steps. */
  record Resting() implements LivePhase {
    @Override
    public Status status() {
      return Status.IDLE;
    }
  }

  /** A step was cut short for calls; the rest of it comes after them. */
  record Interrupted(Play play) implements LivePhase {
    @Override
    public Optional<Play> rest() {
      return Optional.of(play);
    }
  }

  /**
   * A call is answered between two steps.
   *
   * @param then the phase that it was found in
   */
  record Calling(LivePhase then) implements LivePhase {
    @Override
    public Optional<Play> rest() {
      return then.rest();
    }
  }

  /** A step is carried out. */
  record Playing(Play play) implements LivePhase {
    @Override
    public Optional<Play> playing() {
      return Optional.of(play);
    }
  }

  /**
   * A step is carried out up to the next row.
   *
   * @param later rows after which the rest of it pauses; empty where it does not go on
   */
  record Ending(Play play, Optional<Integer> later) implements LivePhase {
    @Override
    public Optional<Play> playing() {
      return Optional.of(play);
    }
  }

  /**
   * Held between two time steps.
   *
   * @param held the phase that goes on afterwards
   */
  record Paused(LivePhase held) implements LivePhase {
    @Override
    public Status status() {
      return Status.PAUSED;
    }

    @Override
    public Optional<Play> playing() {
      return held.playing();
    }

    @Override
    public Optional<Play> changing() {
      return held.changing();
    }
  }

  /** It cannot go on, but be taken back. */
  record Broken(Optional<Play> changing, String reason) implements LivePhase {
    @Override
    public Status status() {
      return Status.FAILED;
    }
  }

  /** Another script is to be opened, and its thread has not left this one yet. */
  record Leaving(LivePhase from, Beginning next) implements LivePhase {
    @Override
    public Optional<Play> shown() {
      return from.shown();
    }

    @Override
    public Optional<Play> changing() {
      return from.changing();
    }
  }

  /** It takes no more commands, and its thread ends. */
  record Closed(LivePhase from) implements LivePhase {
    @Override
    public Status status() {
      return Status.CLOSED;
    }

    @Override
    public Optional<Play> shown() {
      return from.shown();
    }
  }
}
