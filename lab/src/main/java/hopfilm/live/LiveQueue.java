package hopfilm.live;

import hopfilm.experiment.Step;
import hopfilm.protocol.StoppedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The work of a live film: the script to be opened, the steps and calls that wait, the step that is
 * carried out, and whether it is held or cut short. All is guarded by the film's lock, which {@link
 * #await} gives up and every change wakes; only {@link #isInterrupted} is read without.
 */
final class LiveQueue {

  /** Commands that may wait. */
  static final int MOST = 16;

  /** A script to be opened, and how many of its steps are known; negative: it begins. */
  record NextScript(LiveScript script, int known) {}

  /** Something to be done with the whole film once it is where it was sent back to. */
  private record Return(Runnable deed, CompletableFuture<Object> answer) {
    void carryOut() {
      try {
        deed.run();
        answer.complete(null);
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
      }
    }
  }

  private final Object lock;
  private final LiveStatus status;
  private final List<LivePlan> plan = new ArrayList<>();
  private final Deque<Return> returns = new ArrayDeque<>();
  private NextScript opening;
  private boolean isClosed;
  private boolean isPaused;
  private boolean isCut;
  private boolean isBeginning;
  private boolean isReturning;
  private int rowsToPause;
  private LivePlan.Play playing;
  private LivePlan.Play unfinished;
  private LivePlan.Play broken;

  private volatile boolean isInterrupted = true;

  LiveQueue(Object lock, LiveStatus status, LiveScript first, List<LivePlan> then) {
    this.lock = lock;
    this.status = status;
    this.opening = new NextScript(first, -1);
    plan.addAll(then);
    status.chapter(first);
  }

  /** True if the film's thread has to look here before its next time step. */
  boolean isInterrupted() {
    return isInterrupted;
  }

  // Called by threads that give commands.

  /** The step that is carried out; null if none is. */
  LivePlan.Play playing() {
    return playing;
  }

  /** The step that changes the film now, or broke it. */
  LivePlan.Play changing() {
    return broken == null ? playing : broken;
  }

  /** True if nothing is done and nothing planned. */
  boolean isFree() {
    return playing == null && plan.isEmpty();
  }

  /** The room for a command that is given now, and that leaves what is planned or not. */
  LiveRoom room(boolean withPlan) {
    List<LivePlan> ahead = new ArrayList<>(withPlan ? plan : List.of());
    Collections.addAll(ahead, playing, playing, unfinished); // a call cuts the step at hand in two
    LiveScript now = status.script();
    return opening == null
        ? LiveRoom.of(now, now.done().size(), status.lasted(), ahead)
        : LiveRoom.of(opening.script, Math.max(0, opening.known), 0, withPlan ? plan : List.of());
  }

  /** Refuses commands to a film that can take none. */
  void needSound() {
    needOpen();
    if (status.hasFailed()) {
      throw LiveCommandException.unfit("the film broke down; undo, or reset it");
    }
  }

  private void needOpen() {
    if (isClosed) {
      throw closed();
    }
  }

  private static LiveCommandException closed() {
    return LiveCommandException.unfit("the film is closed");
  }

  /** Does this after all that waits. */
  void add(LivePlan next) {
    plan.add(next);
    interrupt();
  }

  /** Ends the step and what was planned; calls for which somebody waits stay. */
  void endAll() {
    plan.removeIf(p -> !(p instanceof LivePlan.Call) && !isAutomatic(p));
    unfinished = null;
    endStep();
  }

  private static boolean isAutomatic(LivePlan p) {
    return p instanceof LivePlan.Play play && play.step() instanceof Step.Measure && play.of() == 0;
  }

  private void endStep() {
    isCut = playing != null;
    isPaused = false;
    rowsToPause = 0;
  }

  /** A training without an end goes on as another one. */
  void retrain(Supplier<LivePlan.Play> training) {
    if (isEndlessTraining(playing)) {
      needSound();
      LivePlan.Play next = training.get();
      boolean wasPaused = isPaused || (goOn() != null && goOn().isPaused());
      endAll();
      add(next);
      rowsToPause = wasPaused ? 1 : 0;
    } else if (isEndlessTraining(unfinished)) {
      unfinished = training.get();
    }
  }

  private static boolean isEndlessTraining(LivePlan.Play play) {
    return play != null && play.isEndless() && play.step() instanceof Step.Train;
  }

  /** Holds the film between two time steps; where calls wait for its next row, after them. */
  void pause() {
    if (goOn() != null && !isBeginning) {
      plan.set(calls(), new LivePlan.GoOn(true));
    } else if (playing != null) {
      isPaused = true;
      interrupt();
    }
  }

  /** Goes on, and pauses after so many rows of the table; 0 does not. */
  void resume(int rows) {
    if (goOn() != null) {
      plan.set(calls(), new LivePlan.GoOn(false));
    }
    rowsToPause = rows;
    isPaused = false;
    interrupt();
  }

  /**
   * Does a call as soon as the step is cut short, after the calls that wait already; the step goes
   * on afterwards where asked.
   */
  void call(LivePlan.Call call, boolean goesOn, int planned) {
    needRoom(planned);
    if (playing != null) {
      // whoever cut the step short before has said whether it goes on
      if (goesOn && !isCut) {
        plan.add(calls(), new LivePlan.GoOn(isPaused));
      }
      endStep();
    }
    plan.add(calls(), call);
    interrupt();
  }

  /** Calls that come first. */
  private int calls() {
    int k = 0;
    while (k < plan.size() && plan.get(k) instanceof LivePlan.Call) {
      k++;
    }
    return k;
  }

  /** How the step that was cut short goes on after these; null if it does not. */
  private LivePlan.GoOn goOn() {
    int k = calls();
    return k < plan.size() && plan.get(k) instanceof LivePlan.GoOn next ? next : null;
  }

  private void needRoom(int planned) {
    if (plan.size() + returns.size() >= MOST + planned) {
      throw LiveCommandException.unfit(
          "%d commands wait for this film; wait until they are done", MOST);
    }
  }

  /** Leaves all that is done and planned for another script; what is asked for later follows. */
  void open(LiveScript script, int known, Collection<LivePlan> then) {
    needOpen();
    forgetCalls("the film was taken back before");
    plan.clear();
    plan.addAll(then);
    opening = new NextScript(script, known);
    isPaused = false;
    interrupt();
  }

  /**
   * Does this at once, or as soon as the film is where the last command sent it back to.
   *
   * @return completed when it is done
   */
  CompletableFuture<Object> whenSettled(Runnable deed, int planned) {
    needOpen();
    if (isSettled() && returns.isEmpty()) {
      deed.run();
      return CompletableFuture.completedFuture(null);
    }
    needRoom(planned);
    CompletableFuture<Object> answer = new CompletableFuture<>();
    returns.addLast(new Return(deed, answer));
    return answer;
  }

  /** True if another script is to be opened. */
  boolean isLeaving() {
    return opening != null;
  }

  private boolean isSettled() {
    return opening == null && !isReturning;
  }

  /** Does what waited for the film to settle, up to what sends it away again. */
  void settled() {
    while (isSettled() && !returns.isEmpty()) {
      returns.removeFirst().carryOut();
    }
  }

  void close() {
    isClosed = true;
    interrupt();
  }

  /** Makes the film's thread look here. */
  void interrupt() {
    isInterrupted = isPaused || opening != null || isClosed;
    if (!plan.isEmpty() || opening != null) {
      status.busy();
    }
    lock.notifyAll();
  }

  void await() {
    try {
      lock.wait();
    } catch (InterruptedException e) {
      isClosed = true;
    }
  }

  // Called by the film's thread.

  /** Waits for a script to open; null when the film is closed. */
  NextScript nextScript() {
    while (opening == null && !isClosed) {
      await();
    }
    NextScript next = opening;
    opening = null;
    if (isClosed) {
      forgetCalls("the film was closed");
      returns.forEach(r -> r.answer.completeExceptionally(closed()));
      status.closed();
      return null;
    }
    playing = null;
    unfinished = null;
    broken = null;
    isCut = false;
    isPaused = false;
    rowsToPause = 0;
    interrupt();
    isReturning = next.known >= 0;
    status.chapter(next.script);
    settled();
    return next;
  }

  private void forgetCalls(String why) {
    for (LivePlan p : plan) {
      if (p instanceof LivePlan.Call call) {
        call.answer().completeExceptionally(LiveCommandException.unfit(why));
      }
    }
  }

  /** A chapter relaxes, or is brought to where it was; nothing cuts that short. */
  void begins(LivePlan.Play first) {
    isBeginning = true;
    playing = first;
    status.begins(playing, "relax", 0);
  }

  /** The film is between two steps. */
  void rests() {
    playing = null;
    isBeginning = false;
    isReturning = false;
    isCut = false;
    settled();
    status.waits(!plan.isEmpty() || opening != null);
  }

  /** Waits for what comes next. */
  LivePlan take() {
    while (plan.isEmpty() && opening == null && !isClosed) {
      await();
    }
    requireSame();
    return plan.remove(0);
  }

  /** Ends what the film's thread does where it is to open another script. */
  void requireSame() {
    if (opening != null || isClosed) {
      throw new StoppedException("another script");
    }
  }

  /** A step begins; null if it was to go on with one that is not there any more. */
  LivePlan.Play start(LivePlan next, double time) {
    LivePlan.Play play;
    if (next instanceof LivePlan.GoOn goOn) {
      if (unfinished == null) {
        return null;
      }
      play = unfinished;
      isPaused = goOn.isPaused();
      interrupt();
    } else {
      play = (LivePlan.Play) next;
    }
    unfinished = null;
    playing = play;
    status.begins(playing, null, time);
    return play;
  }

  /** A step has ended; what is left of one that was cut short may go on. */
  void ended(LivePlan.Play play, double left, double shortest) {
    unfinished = isCut && left > shortest ? play.rest(left) : null;
  }

  /** The step broke the film. */
  void broke(String reason) {
    if (opening == null) {
      forgetCalls(reason);
      plan.clear();
    }
    broken = playing;
    playing = null;
    isReturning = false;
  }

  boolean isPaused() {
    return isPaused;
  }

  boolean isCutShort() {
    return isCut && !isBeginning;
  }

  /** A row of the table was written. */
  void row() {
    if (rowsToPause > 0 && --rowsToPause == 0) {
      pause();
    }
  }
}
