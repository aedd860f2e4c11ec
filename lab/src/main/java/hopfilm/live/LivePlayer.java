package hopfilm.live;

import hopfilm.dynamics.InstabilityException;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.BrokenRunException;
import hopfilm.film.FilmMoment;
import hopfilm.film.FilmRow;
import hopfilm.input.Failure;
import hopfilm.io.FileTree;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.StoppedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The thread of a live film: carries out what its {@link LiveQueue} says, chapter after chapter.
 */
final class LivePlayer implements Runnable {

  private final Object lock;
  private final LiveQueue queue;
  private final LiveStatus status;
  private final LiveMemory memory;
  private final Path scratch;
  private final double shortest;
  private final Parallel parallel;
  private final LiveListener listener;
  private final Supplier<LiveState> state;
  private final LiveGuide.Steering steering = new Steering();
  private final RunListener relay = new Relay();

  /**
   * @param scratch is removed at the end
   * @param shortest what is left of a step that was cut short goes on if it is longer [s]
   */
  LivePlayer(
      Object lock,
      LiveQueue queue,
      LiveStatus status,
      LiveMemory memory,
      Path scratch,
      double shortest,
      Parallel parallel,
      LiveListener listener,
      Supplier<LiveState> state) {
    this.lock = lock;
    this.queue = queue;
    this.status = status;
    this.memory = memory;
    this.scratch = scratch;
    this.shortest = shortest;
    this.parallel = parallel;
    this.listener = listener;
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
    LiveQueue.NextScript next;
    synchronized (lock) {
      next = queue.nextScript();
    }
    if (next == null) {
      return false;
    }
    listener.chapter(state.get());
    try (LiveChapter chapter =
        new LiveChapter(next.script(), next.known(), parallel, relay, steering)) {
      follow(chapter);
    } catch (StoppedException e) {
      // another script was opened, or the film is closed
    }
    return true;
  }

  private void follow(LiveChapter chapter) throws IOException {
    Experiment e = chapter.script().experiment();
    synchronized (lock) {
      status.film(chapter);
      queue.begins(new LivePlan.Play(new Step.Relax(e.initial().relaxTime(), 1)));
    }
    if (chapter.isNew()) {
      // the random start, so that there is a film to be seen while it relaxes
      listener.shown(FilmMoment.of(chapter.film(), false));
    }
    chapter.begin();
    listener.read(chapter.look());
    while (true) {
      List<Path> obsolete;
      synchronized (lock) {
        memory.prune(chapter.script());
        obsolete = queue.isLeaving() ? List.of() : memory.obsolete(chapter.script(), scratch);
        queue.rests();
      }
      for (Path path : obsolete) {
        FileTree.remove(path);
      }
      listener.shown(FilmMoment.of(chapter.film(), false));
      listener.changed();
      LivePlan next;
      synchronized (lock) {
        next = queue.take();
      }
      carryOut(chapter, next);
    }
  }

  private void carryOut(LiveChapter chapter, LivePlan next) throws IOException {
    if (next instanceof LivePlan.Call call) {
      status.phase(call.name());
      listener.changed();
      answer(chapter, call);
      return;
    }
    double start = chapter.walk().time();
    LivePlan.Play play;
    synchronized (lock) {
      play = queue.start(next, start);
    }
    if (play == null) {
      return;
    }
    listener.changed();
    chapter.carryOut(play.step());
    double left = play.step().duration() - (chapter.walk().time() - start);
    synchronized (lock) {
      queue.ended(play, left, shortest);
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
    synchronized (lock) {
      queue.broke(reason);
      status.failed(isPhysics ? reason : "the film broke down: " + reason);
      queue.settled();
    }
    listener.changed();
  }

  /** Answers the walk between two time steps. */
  private final class Steering implements LiveGuide.Steering {
    @Override
    public boolean isInterrupted() {
      status.moved();
      return queue.isInterrupted();
    }

    @Override
    public void hold() {
      boolean isShown = false;
      while (true) {
        synchronized (lock) {
          queue.requireSame();
          status.paused(queue.isPaused());
          if (!queue.isPaused()) {
            break;
          }
          if (isShown) {
            queue.await();
            continue;
          }
        }
        isShown = true;
        listener.shown(status.moment());
        listener.changed();
      }
      listener.changed();
    }

    @Override
    public boolean isCutShort() {
      synchronized (lock) {
        return queue.isCutShort();
      }
    }
  }

  /** Passes on to the listener what the run tells. */
  private final class Relay implements RunListener {
    @Override
    public void table(List<double[]> rows) {
      listener.table(rows);
    }

    @Override
    public void trains(double time, double amplitude) {
      listener.trains(time, amplitude);
    }

    @Override
    public void trained(boolean isVerified) {
      listener.trained(isVerified);
    }

    @Override
    public void row(FilmRow row) {
      synchronized (lock) {
        queue.row();
      }
      listener.row(row);
    }

    @Override
    public void progress(Progress progress) {
      status.phase(progress.phase());
    }

    @Override
    public void warning(String message) {
      status.warn(message);
      listener.warning(message);
    }

    @Override
    public boolean wantsFrame() {
      return listener.wantsFrame();
    }

    @Override
    public void frame(FilmMoment film) {
      listener.frame(film);
    }
  }
}
