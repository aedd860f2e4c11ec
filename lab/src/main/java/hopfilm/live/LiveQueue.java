package hopfilm.live;

import hopfilm.experiment.Step;
import hopfilm.live.LivePhase.Beginning;
import hopfilm.live.LivePhase.Broken;
import hopfilm.live.LivePhase.Closed;
import hopfilm.live.LivePhase.Leaving;
import hopfilm.live.LivePhase.Resting;
import hopfilm.live.LivePlan.Call;
import hopfilm.live.LivePlan.Play;
import hopfilm.protocol.StoppedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The work of a live film: its phase, the steps and calls that wait, and what is to be done once it
 * is back from a place. Commands change them at once, whatever the film's thread does, and that
 * thread looks here between two time steps. The monitor of the queue guards all that both see.
 */
final class LiveQueue {

  /** Commands that may wait. */
  static final int MAX = 16;

  /** An action to run after the film was sent to another place. */
  private record Deferred(Runnable deed, CompletableFuture<Object> answer) {
    void carryOut() {
      try {
        deed.run();
        answer.complete(null);
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    }
  }

  private final LiveStatus status;
  private final int room;
  private final LiveMachine machine;
  private final List<LivePlan> plan = new ArrayList<>();
  private final Deque<Deferred> deferred = new ArrayDeque<>();
  private volatile boolean isDue = true;

  /**
   * @param room steps and calls that may wait
   */
  LiveQueue(LiveStatus status, LiveScript first, List<LivePlan> then, int room) {
    this.status = status;
    this.room = room;
    this.machine = new LiveMachine(first);
    plan.addAll(then);
    status.chapter(first);
  }

  /** True if the film's thread has to look here before its next time step. */
  boolean isDue() {
    return isDue;
  }

  synchronized LivePhase phase() {
    return machine.phase();
  }

  /** The state of the film; one between two steps of a plan moves. */
  synchronized LiveState.Status state() {
    boolean isBusy = machine.phase() instanceof Resting && !plan.isEmpty();
    return isBusy ? LiveState.Status.RUNNING : machine.phase().status();
  }

  private void changed() {
    isDue = machine.isDue();
    notifyAll();
  }

  // Called by threads that give commands.

  /** True if the film will rest as soon as its thread is where it was sent. */
  synchronized boolean isFree() {
    LivePhase now = machine.phase();
    boolean isStill = now.changing().isEmpty() && now.rest().isEmpty();
    return plan.isEmpty() && (isStill || machine.isAway());
  }

  /** The room for a command that is given now, and that leaves what is planned or not. */
  synchronized LiveRoom room(boolean withPlan) {
    List<LivePlan> ahead = new ArrayList<>(withPlan ? plan : List.of());
    LivePhase phase = machine.phase();
    if (phase instanceof Leaving l) {
      return LiveRoom.of(l.next().script(), Math.max(0, l.next().known()), 0, ahead);
    }
    // a call cuts the step at hand in two
    phase.playing().ifPresent(p -> ahead.addAll(List.of(p, p)));
    phase.rest().ifPresent(ahead::add);
    LiveScript now = status.script();
    return LiveRoom.of(now, now.done().size(), status.lasted(), ahead);
  }

  /** Refuses commands to a film that can take none. */
  synchronized void needSound() {
    needOpen();
    if (machine.phase() instanceof Broken) {
      throw LiveCommandException.unfit("the film broke down; undo, or reset it");
    }
  }

  private void needOpen() {
    if (machine.phase() instanceof Closed) {
      throw closed();
    }
  }

  private static LiveCommandException closed() {
    return LiveCommandException.unfit("the film is closed");
  }

  /** Does this after all that waits. */
  synchronized void add(LivePlan next) {
    plan.add(next);
    changed();
  }

  /** Ends the step and what was planned; calls for which somebody waits stay. */
  synchronized void stop() {
    plan.removeIf(p -> !(p instanceof Call) && !isAutomatic(p));
    machine.stop();
    changed();
  }

  private static boolean isAutomatic(LivePlan p) {
    return p instanceof Play play && play.step() instanceof Step.Measure && play.of() == 0;
  }

  /** A training without an end goes on as another one. */
  synchronized void retrain(Supplier<Play> training) {
    if (machine.phase().playing().filter(LiveQueue::isEndlessTraining).isPresent()) {
      needSound();
      Play next = training.get();
      boolean wasPaused = machine.hold() == LiveMachine.NOW;
      stop();
      machine.hold(wasPaused ? 1 : LiveMachine.NEVER);
      add(next);
    } else if (machine.phase().rest().filter(LiveQueue::isEndlessTraining).isPresent()) {
      machine.replaceRest(training.get());
    }
  }

  private static boolean isEndlessTraining(Play play) {
    return play.isEndless() && play.step() instanceof Step.Train;
  }

  /** Goes on, and pauses after so many rows of the table. */
  synchronized void hold(int rows) {
    machine.hold(rows);
    changed();
  }

  /**
   * Does a call as soon as the step is cut short, after the calls that wait already; the step goes
   * on afterwards where asked.
   */
  synchronized void call(Call call, boolean goesOn) {
    needRoom();
    machine.call(goesOn);
    int k = 0;
    while (k < plan.size() && plan.get(k) instanceof Call) {
      k++;
    }
    plan.add(k, call);
    changed();
  }

  private void needRoom() {
    if (plan.size() + deferred.size() >= room) {
      throw LiveCommandException.unfit(
          "%d commands wait for this film; wait until they are done", MAX);
    }
  }

  /** Leaves all that is done and planned for another script; what is asked for later follows. */
  synchronized void open(LiveScript script, int known, Collection<LivePlan> then) {
    needOpen();
    forgetCalls("the film was taken back before");
    plan.clear();
    plan.addAll(then);
    machine.leave(new Beginning(script, known));
    changed();
  }

  private void forgetCalls(String why) {
    for (LivePlan p : plan) {
      if (p instanceof Call call) {
        call.answer().completeExceptionally(LiveCommandException.unfit(why));
      }
    }
  }

  /**
   * Does this at once, or as soon as the film is where the last command sent it.
   *
   * @return completed when it is done
   */
  synchronized CompletableFuture<Object> whenSettled(Runnable deed) {
    needOpen();
    if (!machine.isAway() && deferred.isEmpty()) {
      deed.run();
      return CompletableFuture.completedFuture(null);
    }
    needRoom();
    CompletableFuture<Object> answer = new CompletableFuture<>();
    deferred.addLast(new Deferred(deed, answer));
    return answer;
  }

  /** Does what waited for the film, up to what sends it away again. */
  private void settle() {
    while (!machine.isAway() && !deferred.isEmpty()) {
      deferred.removeFirst().carryOut();
    }
  }

  synchronized void close() {
    machine.close();
    changed();
  }

  // Called by the film's thread.

  private void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      machine.close();
    }
  }

  /**
   * A script that is opened.
   *
   * @param mark of the place to which the film is brought back; empty where it begins
   */
  record Opened(Beginning beginning, Optional<LiveReplay.Mark> mark) {}

  /** Waits for a script to open; empty when the film is closed. */
  synchronized Optional<Opened> nextScript() {
    while (!machine.isOver()) {
      await();
    }
    if (machine.phase() instanceof Closed) {
      forgetCalls("the film was closed");
      deferred.forEach(d -> d.answer.completeExceptionally(closed()));
      status.closed();
      return Optional.empty();
    }
    Beginning next = machine.open();
    Opened opened = new Opened(next, next.script().cut(next.known()));
    status.chapter(next.script());
    settle();
    changed();
    return Optional.of(opened);
  }

  /** The film is between two steps, and on no way any more. */
  synchronized void rests(Optional<Play> rest) {
    machine.rest(rest);
    settle();
    status.waits(state() != LiveState.Status.IDLE);
    changed();
  }

  /** True if another script is to be opened. */
  synchronized boolean isLeaving() {
    return machine.phase() instanceof Leaving;
  }

  /** Waits for what comes next, which then begins. */
  synchronized LivePlan take(double time) {
    while (plan.isEmpty() && machine.phase().rest().isEmpty() && !machine.isOver()) {
      await();
    }
    requireSame();
    boolean isCall = !plan.isEmpty() && plan.get(0) instanceof Call;
    LivePlan next =
        isCall || machine.phase().rest().isEmpty() ? plan.remove(0) : machine.phase().rest().get();
    if (next instanceof Play play) {
      machine.begin(play);
      status.begins(play, LiveStatus.words(play.step()), time);
    } else {
      machine.answer();
    }
    changed();
    return next;
  }

  /** Ends what the film's thread does where it is to open another script. */
  synchronized void requireSame() {
    if (machine.isOver()) {
      throw new StoppedException("another script");
    }
  }

  /** The step broke the film. */
  synchronized void broke(String reason, String message) {
    if (!isLeaving()) {
      forgetCalls(reason);
      plan.clear();
    }
    machine.fail(message);
    status.failed();
    settle();
    changed();
  }

  /** Says before a time step whether the film is held. */
  synchronized boolean look() {
    requireSame();
    boolean isHeld = machine.look();
    changed();
    return isHeld;
  }

  /** Waits until the film is held no more. */
  synchronized void awaitRelease() {
    while (look()) {
      await();
    }
  }

  synchronized boolean isCutShort() {
    return machine.isCutShort();
  }

  /** A row of the table was written. */
  synchronized void row() {
    machine.row();
    changed();
  }
}
