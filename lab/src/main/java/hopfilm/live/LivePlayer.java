package hopfilm.live;

import hopfilm.dynamics.InstabilityException;
import hopfilm.film.BrokenRunException;
import hopfilm.film.FilmMoment;
import hopfilm.film.TableRow;
import hopfilm.input.Failure;
import hopfilm.io.FileTree;
import hopfilm.live.LivePhase.Beginning;
import hopfilm.live.LivePlan.Play;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.StoppedException;
import hopfilm.protocol.TwoListeners;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The thread of a live film: carries out what its {@link LiveQueue} says, chapter after chapter.
 */
final class LivePlayer implements Runnable {

  private final LiveQueue queue;
  private final LiveStatus status;
  private final LiveMemory memory;
  private final Path scratch;
  private final double shortest;
  private final Parallel parallel;
  private final LiveListener listener;
  private final Supplier<LiveState> state;
  private final LiveReplay.Steering steering = new Steering();
  private final RunListener relay;

  /**
   * @param scratch is removed at the end
   * @param shortest what is left of a step that was cut short goes on if it is longer [s]
   */
  LivePlayer(
      LiveQueue queue,
      LiveStatus status,
      LiveMemory memory,
      Path scratch,
      double shortest,
      Parallel parallel,
      LiveListener listener,
      Supplier<LiveState> state) {
    this.queue = queue;
    this.status = status;
    this.memory = memory;
    this.scratch = scratch;
    this.shortest = shortest;
    this.parallel = parallel;
    this.listener = listener;
    this.relay = new TwoListeners(new Heard(), listener);
    this.state = state;
  }

  /** The life of the film. */
  @Override
  public void run() {
    Throwable failure = null;
    while (true) {
      try {
        if (failure != null) {
          fail(failure);
          failure = null;
        }
        if (!playNext()) {
          break;
        }
      } catch (Throwable e) {
        // the thread goes on whatever broke the film, which may be taken back; where there was no
        // memory even to say so, that is tried again
        failure = e;
      }
    }
    parallel.close();
    try {
      FileTree.remove(scratch);
    } catch (IOException e) {
      // a scratch folder that stays harms nobody
    }
    listener.changed();
  }

  /** Plays the next script; false if the film is closed. */
  private boolean playNext() throws IOException {
    Optional<LiveQueue.Opened> next = queue.nextScript();
    if (next.isEmpty()) {
      return false;
    }
    listener.chapter(state.get());
    Beginning beginning = next.get().beginning();
    try (LiveChapter chapter =
        new LiveChapter(beginning.script(), next.get().mark(), parallel, relay, steering)) {
      follow(chapter, beginning);
    } catch (StoppedException e) {
      // another script was opened, or the film is closed
    }
    return true;
  }

  private void follow(LiveChapter chapter, Beginning beginning) throws IOException {
    synchronized (queue) {
      status.film(chapter);
      status.begins(beginning.relax(), "relax", 0);
    }
    if (chapter.isNew()) {
      // the random start, so that there is a film to be seen while it relaxes
      listener.shown(FilmMoment.of(chapter.film(), false));
    }
    Optional<LiveScript.Reached> reached = chapter.begin();
    listener.read(chapter.look());
    Optional<Play> rest = Optional.empty();
    while (true) {
      List<Path> obsolete;
      synchronized (queue) {
        reached.ifPresent(chapter.script()::add);
        memory.prune(chapter.script());
        obsolete = queue.isLeaving() ? List.of() : memory.obsolete(chapter.script());
        queue.rests(rest);
      }
      for (Path path : obsolete) {
        FileTree.remove(path);
      }
      listener.shown(FilmMoment.of(chapter.film(), false));
      listener.changed();
      double start = chapter.runner().time();
      reached = Optional.empty();
      rest = Optional.empty();
      LivePlan next = queue.take(start);
      if (next instanceof LivePlan.Call call) {
        status.phase(call.name());
        listener.changed();
        answer(chapter, call);
      } else if (next instanceof Play play) {
        listener.changed();
        reached = Optional.of(chapter.carryOut(play.step()));
        listener.read(chapter.look());
        double took = chapter.runner().time() - start;
        boolean goesOn = chapter.isCutShort() && play.step().duration() - took > shortest;
        rest = goesOn ? Optional.of(play.rest(took)) : Optional.empty();
      }
    }
  }

  private static void answer(LiveChapter chapter, LivePlan.Call call) {
    try {
      call.answer().complete(call.work().of(chapter));
    } catch (StoppedException e) {
      call.answer().completeExceptionally(e);
      throw e;
    } catch (Throwable e) {
      // the film goes on, whatever happened to a folder that it was saved in
      call.answer().completeExceptionally(e);
    }
  }

  private void fail(Throwable e) {
    boolean isPhysics = e instanceof InstabilityException || e instanceof BrokenRunException;
    String reason = Failure.reason(e);
    queue.broke(reason, isPhysics ? reason : "the film broke down: " + reason);
    listener.changed();
  }

  /** Answers the runner between two time steps. */
  private final class Steering implements LiveReplay.Steering {
    @Override
    public boolean isInterrupted() {
      status.moved();
      return queue.isDue();
    }

    @Override
    public void hold() {
      if (queue.look()) {
        status.restartSpeed();
        listener.shown(status.moment());
        listener.read(status.look());
        listener.changed();
        queue.awaitRelease();
        status.restartSpeed();
      }
      listener.changed();
    }

    @Override
    public boolean isCutShort() {
      return queue.isCutShort();
    }
  }

  /** Keeps what the run tells of the film's state. */
  private final class Heard implements RunListener {
    @Override
    public void row(TableRow row) {
      queue.row();
    }

    @Override
    public void progress(Progress progress) {
      status.phase(progress.phase());
    }

    @Override
    public void warning(String message) {
      status.warn(message);
    }
  }
}
