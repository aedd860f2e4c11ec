package hopfilm.live;

import static hopfilm.live.LiveMachine.NEVER;
import static hopfilm.live.LiveMachine.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Step;
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
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every arrow between the phases of a live film, without a film and without a thread. */
class LiveMachineTest {

  private static final Play PLAY = new Play(new Step.Rest(1e-9));
  private static final Play REST = new Play(new Step.Rest(0.4e-9));
  private static final Optional<Play> NOTHING = Optional.empty();

  @TempDir Path folder;

  private LiveScript script;
  private LiveMachine machine;

  @BeforeEach
  void begin() throws IOException {
    script = LiveScript.begin(1, SmallFilm.experiment(), List.of(), folder);
    machine = new LiveMachine(script);
  }

  private void is(LivePhase phase, boolean isDue) {
    assertThat(machine.phase()).isEqualTo(phase);
    assertThat(machine.isDue()).isEqualTo(isDue);
  }

  private void rest() {
    machine.open();
    machine.rest(NOTHING);
  }

  private void play() {
    rest();
    machine.begin(PLAY);
  }

  private void pause() {
    machine.hold(NOW);
    assertThat(machine.look()).isTrue();
  }

  @Test
  void aFilmBeginsRestsPlaysAndRests() {
    is(new Leaving(new Resting(), new Beginning(script, -1)), true);
    machine.open();
    is(new Beginning(script, -1), false);
    machine.rest(NOTHING);
    is(new Resting(), false);
    machine.begin(PLAY);
    is(new Playing(PLAY), false);
    machine.rest(NOTHING);
    is(new Resting(), false);
  }

  @Test
  void pauseHoldsBeforeTheNextTimeStepAndResumeGoesOn() {
    play();
    assertThat(machine.look()).isFalse();
    machine.hold(NOW);
    is(new Playing(PLAY), true);
    assertThat(machine.look()).isTrue();
    is(new Paused(new Playing(PLAY)), true);
    machine.hold(NEVER);
    is(new Playing(PLAY), false);
  }

  @Test
  void aFilmThatRelaxesIsHeldToo() {
    machine.open();
    pause();
    is(new Paused(new Beginning(script, -1)), true);
    machine.stop();
    is(new Beginning(script, -1), false);
  }

  /** Rows are counted from one step to the next. */
  @Test
  void rowsAreCountedDownToThePause() {
    play();
    machine.hold(2);
    machine.row();
    machine.rest(NOTHING);
    machine.begin(REST);
    is(new Playing(REST), false);
    machine.row();
    assertThat(machine.look()).isTrue();
  }

  /** A command that comes between two steps of a protocol was lost in version 0.2. */
  @Test
  void aPauseBetweenTwoStepsHoldsTheNextOne() {
    rest();
    machine.hold(NOW);
    is(new Resting(), false);
    machine.begin(PLAY);
    assertThat(machine.look()).isTrue();
  }

  @Test
  void stopEndsTheStepAtTheNextRowAndNothingOfItGoesOn() {
    play();
    machine.stop();
    is(new Ending(PLAY, Optional.empty()), false);
    assertThat(machine.isCutShort()).isTrue();
    machine.rest(Optional.of(REST));
    is(new Resting(), false);
  }

  @Test
  void stopEndsAPausedStep() {
    play();
    pause();
    machine.stop();
    is(new Ending(PLAY, Optional.empty()), false);
  }

  @Test
  void aStepThatEndsCanBeHeld() {
    play();
    machine.stop();
    pause();
    is(new Paused(new Ending(PLAY, Optional.empty())), true);
    machine.call(true);
    is(new Ending(PLAY, Optional.empty()), false);
  }

  @Test
  void aCallCutsTheStepShortAndTheRestGoesOn() {
    play();
    machine.call(true);
    is(new Ending(PLAY, Optional.of(NEVER)), false);
    machine.rest(Optional.of(REST));
    is(new Interrupted(REST), false);
    machine.answer();
    is(new Calling(new Interrupted(REST)), false);
    machine.rest(NOTHING);
    is(new Interrupted(REST), false);
    machine.begin(REST);
    is(new Playing(REST), false);
  }

  /** What is asked of it while it ends, and while calls are answered, is asked of the rest. */
  @Test
  void theRestGoesOnAsTheStepWasFoundOrAsWasAskedSince() {
    play();
    pause();
    machine.call(true);
    is(new Ending(PLAY, Optional.of(NOW)), false);
    machine.hold(NEVER);
    is(new Ending(PLAY, Optional.of(NEVER)), false);
    machine.hold(NOW);
    assertThat(machine.look()).isFalse();
    machine.rest(Optional.of(REST));
    machine.answer();
    assertThat(machine.look()).isFalse();
    machine.rest(NOTHING);
    machine.begin(REST);
    is(new Playing(REST), true);
    assertThat(machine.look()).isTrue();
  }

  /** Rows that were still to come before a pause were forgotten in version 0.2. */
  @Test
  void rowsToAPauseOutlastACall() {
    play();
    machine.hold(2);
    machine.row();
    machine.call(true);
    machine.row();
    machine.rest(Optional.of(REST));
    machine.begin(REST);
    is(new Playing(REST), false);
    machine.row();
    assertThat(machine.look()).isTrue();
  }

  @Test
  void aStepThatEndsForGoodIsNotCalledBack() {
    play();
    machine.stop();
    machine.call(true);
    is(new Ending(PLAY, Optional.empty()), false);
  }

  @Test
  void stopForgetsWhatWouldGoOn() {
    play();
    machine.call(true);
    machine.stop();
    is(new Ending(PLAY, Optional.empty()), false);
    machine.begin(PLAY);
    machine.call(true);
    machine.rest(Optional.of(REST));
    machine.answer();
    machine.stop();
    is(new Calling(new Resting()), false);
    machine.rest(NOTHING);
    is(new Resting(), false);
  }

  @Test
  void whatGoesOnMayBeAnotherStep() {
    play();
    machine.call(true);
    machine.rest(Optional.of(REST));
    machine.replaceRest(PLAY);
    is(new Interrupted(PLAY), false);
    machine.answer();
    machine.replaceRest(REST);
    is(new Calling(new Interrupted(REST)), false);
  }

  /** Undo, reset, protocol: whatever is under way is in vain, and is shown until it is left. */
  @Test
  void anotherScriptLeavesEveryPhase() {
    play();
    pause();
    Beginning back = new Beginning(script, 0);
    machine.leave(back);
    is(new Leaving(new Paused(new Playing(PLAY)), back), true);
    assertThat(machine.phase().shown()).contains(PLAY);
    assertThat(machine.isOver()).isTrue();
    assertThat(machine.isAway()).isTrue();
    machine.rest(NOTHING);
    is(new Leaving(new Resting(), back), true);
    assertThat(machine.open()).isEqualTo(back);
    assertThat(machine.isOver()).isFalse();
    assertThat(machine.isAway()).isTrue();
    machine.rest(NOTHING);
    assertThat(machine.isAway()).isFalse();
  }

  /** The steps up to a place are answered from memory, which a pause must not hold up. */
  @Test
  void aFilmOnItsWayBackIsHeldWhenItIsThere() {
    play();
    machine.leave(new Beginning(script, 0));
    machine.hold(NOW);
    machine.open();
    is(new Beginning(script, 0), false);
    machine.rest(NOTHING);
    machine.begin(PLAY);
    assertThat(machine.look()).isTrue();
  }

  @Test
  void aBrokenFilmCanOnlyBeLeft() {
    play();
    machine.fail("it broke");
    is(new Broken(Optional.of(PLAY), "it broke"), false);
    assertThat(machine.phase().changing()).contains(PLAY);
    machine.leave(new Beginning(script, 0));
    is(new Leaving(new Broken(Optional.of(PLAY), "it broke"), new Beginning(script, 0)), true);
  }

  @Test
  void aFilmThatBreaksWhileItIsLeftIsLeft() {
    play();
    machine.leave(new Beginning(script, 0));
    machine.fail("it broke");
    assertThat(machine.open()).isEqualTo(new Beginning(script, 0));
  }

  @Test
  void aClosedFilmStaysClosed() {
    play();
    machine.close();
    is(new Closed(new Playing(PLAY)), true);
    assertThat(machine.phase().shown()).contains(PLAY);
    machine.fail("it broke");
    machine.close();
    is(new Closed(new Playing(PLAY)), true);
    machine.rest(NOTHING);
    is(new Closed(new Resting()), true);
  }
}
