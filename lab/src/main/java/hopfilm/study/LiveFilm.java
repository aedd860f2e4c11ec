package hopfilm.study;

import hopfilm.dynamics.InstabilityException;
import hopfilm.hopfield.Pattern;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.solver.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * A film that is steered while it learns. It walks through steps as a run does, with the same
 * engine to the same bits, but they are given one by one; what was done is an experiment again
 * ({@link #experiment}), and can be taken back.
 *
 * <p>The film moves in a thread of its own. Commands may come from any thread and return at once;
 * they take effect between two steps of the protocol, for which a step is cut short at the next row
 * of the table. Only {@link #pause} holds the film within a step.
 */
public final class LiveFilm implements AutoCloseable {

  /** Hears of the film, in the film's thread. */
  public interface Listener extends RunListener {
    /** Something of the state changed. */
    default void changed() {}

    /** The film at rest between two steps, or paused. */
    default void shown(FilmMoment film) {}

    /** A chapter begins, or another one is gone back to. */
    default void chapter(LiveState state) {}

    /** The film at the start of a chapter, or where it was gone back to; no row of the table. */
    default void read(FilmRow row) {}
  }

  /** The longest step without an end of its own [s]. */
  public static final double LONGEST = 1e-6;

  /** Commands that may wait. */
  public static final int QUEUE = 16;

  /** A script to be opened: how many of its steps are known (negative: it begins), what follows. */
  private record Turn(LiveScript script, int known, List<LivePlan> plan) {}

  private final Object lock = new Object();
  private final Experiment file;
  private final Path scratch;
  private final Parallel parallel;
  private final Listener listener;
  private final Thread thread;
  private final LiveStatus status = new LiveStatus();
  private final LiveMemory memory = new LiveMemory();

  // guarded by the lock
  private final Deque<LivePlan> plan = new ArrayDeque<>();
  private Turn turn;
  private boolean isClosed;
  private boolean isPaused;
  private boolean isCut;
  private boolean isBeginning;
  private boolean isReturning;
  private int rowsToPause;
  private LivePlan.Play playing;
  private LivePlan.Play unfinished;
  private LivePlan.Play broken;
  private LiveKnobs knobs;
  private int folders;
  private int chapters = 1;

  private volatile boolean isInterrupted;

  /**
   * Begins with the relaxation of the film.
   *
   * @param file an experiment without a sweep, vetted
   * @param withProtocol whether its protocol is carried out; otherwise the film then waits
   * @param scratch an empty folder for table and snapshots, removed at the end
   * @param threads of the loops
   */
  public LiveFilm(
      Experiment file, boolean withProtocol, Path scratch, int threads, Listener listener)
      throws IOException {
    this.file = file;
    this.scratch = scratch;
    this.listener = listener;
    this.parallel = Parallel.of(threads);
    this.knobs = LiveKnobs.of(file);
    List<Step> protocol = file.steps();
    LiveScript script = LiveScript.begin(1, file.withProtocol(List.of()), protocol, folder());
    turn = new Turn(script, -1, withProtocol ? LivePlan.protocol(protocol) : untrained());
    status.chapter(script, turn.plan);
    isInterrupted = true;
    thread = new Thread(this::live, "film");
    thread.setDaemon(true);
    thread.start();
  }

  /** The step that changes the film now, or broke it. */
  private LivePlan.Play changing() {
    return broken == null ? playing : broken;
  }

  private static List<LivePlan> untrained() {
    return List.of(new LivePlan.Play(new Step.Measure("untrained")));
  }

  private Path folder() {
    return scratch.resolve("%03d".formatted(++folders));
  }

  /** What it does now. */
  public LiveState state() {
    synchronized (lock) {
      return status.state(knobs, memory.undo(status.script(), changing()));
    }
  }

  /** What was done so far as an experiment that a run repeats; the present step up to now. */
  public Experiment experiment() {
    synchronized (lock) {
      return status.experiment(playing);
    }
  }

  /** The texture that the chapter began with; null where it was not a file. */
  public Path start() {
    synchronized (lock) {
      return status.script().experiment().initial().texture() instanceof InitialSpec.FromFile f
          ? Path.of(f.path())
          : null;
    }
  }

  /** The table so far, a file. */
  public Path table() {
    synchronized (lock) {
      return status.script().folder().resolve("table.txt");
    }
  }

  /**
   * Reads steps as in the protocol of an experiment file.
   *
   * @param yaml a list of steps
   * @throws ExperimentException if they are wrong
   */
  public List<Step> read(String yaml) {
    Experiment now = experiment().withProtocol(List.of(new Step.Rest(1e-9)));
    return ExperimentFile.parse(now.toYaml(), "command", List.of("protocol=" + yaml)).steps();
  }

  /**
   * Goes on with a step in place of what is done now and was planned.
   *
   * @param isEndless whether the time of the step is only the longest it may take
   */
  public void play(Step step, boolean isEndless) {
    synchronized (lock) {
      needSound();
      endAll();
      add(new LivePlan.Play(step, isEndless, 0, 0));
    }
  }

  /** Calls for which somebody waits stay. */
  private void endAll() {
    plan.removeIf(p -> !(p instanceof LivePlan.Call) && !isAutomatic(p));
    unfinished = null;
    endStep();
  }

  private static boolean isAutomatic(LivePlan p) {
    return p instanceof LivePlan.Play play && play.step() instanceof Step.Measure && play.of() == 0;
  }

  /** Trains the pattern and amplitude that are set. */
  public void train() {
    LiveKnobs now;
    synchronized (lock) {
      now = knobs;
    }
    play(now.train(LONGEST), true);
  }

  /** Sets what the next training puts on; a training without an end goes on with it. */
  public void set(Pattern pattern, double amplitude) {
    synchronized (lock) {
      knobs = knobs.with(pattern, amplitude);
      if (playing != null && playing.isEndless() && playing.step() instanceof Step.Train) {
        needSound();
        boolean wasPaused = isPaused;
        endAll();
        add(new LivePlan.Play(knobs.train(LONGEST), true, 0, 0));
        rowsToPause = wasPaused ? 1 : 0;
      } else if (unfinished != null
          && unfinished.isEndless()
          && unfinished.step() instanceof Step.Train) {
        unfinished = new LivePlan.Play(knobs.train(LONGEST), true, 0, 0);
      }
      listener.changed();
    }
  }

  /** Sets the same from the present ones. */
  public void set(UnaryOperator<Pattern> change) {
    synchronized (lock) {
      needSigns();
      set(change.apply(knobs.pattern()), knobs.amplitude());
    }
  }

  private void needSigns() {
    if (knobs.pattern() == null) {
      throw LiveCommandException.unfit(
          "the contacts of this film are of several kinds, which no pattern drives; use the protocol of its file");
    }
  }

  /** Holds the film between two time steps. */
  public void pause() {
    synchronized (lock) {
      needSound();
      if (playing != null) {
        isPaused = true;
        interrupt();
      }
    }
  }

  /** Goes on after a pause. */
  public void resume() {
    synchronized (lock) {
      needSound();
      isPaused = false;
      rowsToPause = 0;
      interrupt();
    }
  }

  /** Ends the present step and all that was planned. */
  public void stop() {
    synchronized (lock) {
      needSound();
      endAll();
      interrupt();
    }
  }

  /** Goes on for some time and pauses; a film that waits trains. */
  public void step(double time) {
    synchronized (lock) {
      needSound();
      if (playing == null && plan.isEmpty()) {
        needSigns();
        add(new LivePlan.Play(knobs.train(LONGEST), true, 0, 0));
      }
      rowsToPause = (int) Math.max(1, Math.min(1e6, Math.rint(time / file.output().table())));
      isPaused = false;
      interrupt();
    }
  }

  /** Carries out the protocol of the file, from the relaxed film on. */
  public void protocol() {
    synchronized (lock) {
      settle();
      LiveScript now = status.script();
      if (now.file().isEmpty()) {
        throw LiveCommandException.unfit(
            "the protocol of the file does not fit the electrodes any more; undo, or start the file anew");
      }
      branch(0, LivePlan.protocol(now.file()));
    }
  }

  /** Goes back to the film before training. */
  public void reset() {
    synchronized (lock) {
      settle();
      LiveScript now = status.script();
      if (now.experiment().initial().texture().equals(file.initial().texture())) {
        boolean isRead = !now.done().isEmpty() && now.done().get(0) instanceof Step.Measure;
        branch(isRead ? 1 : 0, isRead ? List.of() : untrained());
      } else {
        anew(now.experiment(), file.initial(), now.file());
      }
    }
  }

  /** Begins with another maze. */
  public void reset(long seed) {
    synchronized (lock) {
      settle();
      LiveScript now = status.script();
      anew(now.experiment(), file.initial().withSeed(seed), now.file());
    }
  }

  private void anew(Experiment film, InitialSpec initial, List<Step> protocol) {
    Experiment next = film.with(film.electrodes(), initial, List.of());
    memory.past().add(status.script());
    turnTo(begin(next, protocol), -1, untrained());
  }

  private LiveScript begin(Experiment next, List<Step> protocol) {
    try {
      return LiveScript.begin(++chapters, next, protocol, folder());
    } catch (IOException e) {
      throw LiveCommandException.unfit("the scratch folder cannot be written (%s)", e.getMessage());
    }
  }

  private void branch(int k, List<LivePlan> then) {
    LiveScript now = status.script();
    if (!now.canReturnTo(k)) {
      throw LiveCommandException.unfit("the film is not relaxed yet; wait until it is");
    }
    try {
      LiveScript branch = now.branch(k, folder());
      memory.past().add(now);
      turnTo(branch, k, then);
    } catch (IOException e) {
      throw LiveCommandException.unfit("the scratch folder cannot be written (%s)", e.getMessage());
    }
  }

  /** Waits until the film is where the last command sent it back to. */
  private void settle() {
    while ((turn != null || isReturning) && !isClosed) {
      await();
    }
  }

  /** Goes back to before the last command that changed the film. */
  public void undo() {
    synchronized (lock) {
      settle();
      LiveMemory.Place place = memory.before(status.script(), changing());
      if (place == null) {
        throw LiveCommandException.unfit("there is nothing to undo");
      }
      if (place.isPast()) {
        memory.past().remove(place.script());
      }
      knobs = knobs.fitting(place.script().experiment());
      turnTo(place.script(), place.step(), List.of());
    }
  }

  /**
   * Goes on with other contacts in a new chapter: a trained film with its texture, another one from
   * its start.
   *
   * @param changed the film of {@link #experiment} with other contacts, vetted
   */
  public void electrodes(Experiment changed) {
    call(
        chapter -> {
          Experiment before = status.script().experiment();
          boolean keeps =
              !chapter.walk().phases().isEmpty()
                  || before.initial().texture() instanceof InitialSpec.FromFile;
          InitialSpec initial = before.initial();
          synchronized (lock) {
            Path start = scratch.resolve("start-%03d.ovf".formatted(chapters + 1));
            if (keeps) {
              Ovf.write(start, chapter.film().m(), OvfFormat.BINARY8, "m", "", 0);
              initial =
                  new InitialSpec(
                      new InitialSpec.FromFile(start.toAbsolutePath().toString()),
                      initial.seed(),
                      0,
                      initial.relaxAlpha());
            }
            Experiment next = before.with(changed.electrodes(), initial, List.of());
            knobs = knobs.fitting(next);
            memory.past().add(status.script());
            turnTo(begin(next, List.of()), -1, untrained());
          }
          return null;
        },
        false);
  }

  /** Reads the conductances into the results. */
  public CompletableFuture<Object> measure(String label) {
    return call(
        chapter -> {
          chapter.carryOut(new Step.Measure(label));
          return label;
        },
        true);
  }

  /** Writes what a run of {@link #experiment} would have written into an empty folder. */
  public CompletableFuture<Object> save(Path folder) {
    return call(
        chapter -> {
          if (chapter.walk().needsMeasure()) {
            chapter.carryOut(new Step.Measure(ProtocolWalk.IMPLICIT));
          }
          chapter.save(folder);
          return folder;
        },
        true);
  }

  private CompletableFuture<Object> call(LivePlan.Work work, boolean goesOn) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    synchronized (lock) {
      needSound();
      if (plan.size() >= QUEUE + file.steps().size()) {
        throw LiveCommandException.unfit(
            "%d commands wait for this film; wait until they are done", QUEUE);
      }
      if (playing != null) {
        if (goesOn) {
          plan.addFirst(new LivePlan.GoOn(isPaused));
        }
        endStep();
      }
      plan.addFirst(new LivePlan.Call(work, answer));
      interrupt();
    }
    return answer;
  }

  private void needSound() {
    if (isClosed) {
      throw LiveCommandException.unfit("the film is closed");
    }
    if (status.hasFailed()) {
      throw LiveCommandException.unfit("the film broke down; undo, or reset it");
    }
  }

  private void endStep() {
    isCut = playing != null;
    isPaused = false;
    rowsToPause = 0;
  }

  private void add(LivePlan next) {
    plan.addLast(next);
    interrupt();
  }

  private void turnTo(LiveScript script, int known, Collection<LivePlan> then) {
    if (isClosed) {
      throw LiveCommandException.unfit("the film is closed");
    }
    turn = new Turn(script, known, List.copyOf(then));
    isPaused = false;
    interrupt();
  }

  private void interrupt() {
    isInterrupted = isPaused || turn != null || isClosed;
    if (!plan.isEmpty() || turn != null) {
      status.busy();
    }
    lock.notifyAll();
  }

  /** The life of the film's thread. */
  private void live() {
    while (true) {
      Turn next = nextTurn();
      if (next == null) {
        break;
      }
      listener.chapter(state());
      try (LiveChapter chapter =
          new LiveChapter(next.script, next.known, parallel, heard, steering)) {
        follow(chapter);
      } catch (StoppedException e) {
        // another turn was taken, or the film is closed
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        fail(e);
      }
    }
    parallel.close();
    try {
      LiveScript.delete(scratch);
    } catch (IOException e) {
      // a scratch folder that stays harms nobody
    }
    listener.changed();
  }

  private Turn nextTurn() {
    synchronized (lock) {
      while (turn == null && !isClosed) {
        await();
      }
      Turn next = turn;
      turn = null;
      if (isClosed) {
        forgetCalls("the film was closed");
        status.closed();
        return null;
      }
      forgetCalls("the film was taken back before");
      plan.clear();
      plan.addAll(next.plan);
      playing = null;
      unfinished = null;
      broken = null;
      isCut = false;
      isPaused = false;
      rowsToPause = 0;
      interrupt();
      isReturning = next.known >= 0;
      status.chapter(next.script, next.plan);
      return next;
    }
  }

  private void forgetCalls(String why) {
    for (LivePlan p : plan) {
      if (p instanceof LivePlan.Call call) {
        call.answer().completeExceptionally(LiveCommandException.unfit(why));
      }
    }
  }

  private void await() {
    try {
      lock.wait();
    } catch (InterruptedException e) {
      isClosed = true;
    }
  }

  private void follow(LiveChapter chapter) throws IOException {
    Experiment e = chapter.script().experiment();
    synchronized (lock) {
      status.film(chapter);
      isBeginning = true;
      playing = new LivePlan.Play(new Step.Relax(e.initial().relaxTime(), 1));
      status.begins(playing, "relax", 0);
    }
    chapter.begin();
    listener.read(chapter.look());
    while (true) {
      LivePlan next;
      synchronized (lock) {
        playing = null;
        isBeginning = false;
        isReturning = false;
        isCut = false;
        lock.notifyAll();
        memory.prune(chapter.script());
        status.waits(!plan.isEmpty());
      }
      listener.shown(FilmMoment.of(chapter.film(), false));
      listener.changed();
      synchronized (lock) {
        while (plan.isEmpty() && turn == null && !isClosed) {
          await();
        }
        steering.requireSame();
        next = plan.removeFirst();
      }
      carryOut(chapter, next);
    }
  }

  private void carryOut(LiveChapter chapter, LivePlan next) throws IOException {
    if (next instanceof LivePlan.Call call) {
      answer(chapter, call);
      return;
    }
    double start = chapter.walk().time();
    synchronized (lock) {
      if (next instanceof LivePlan.GoOn goOn) {
        if (unfinished == null) {
          return;
        }
        next = unfinished;
        isPaused = goOn.isPaused();
        interrupt();
      }
      unfinished = null;
      playing = (LivePlan.Play) next;
      status.begins(playing, null, start);
    }
    listener.changed();
    LivePlan.Play play = (LivePlan.Play) next;
    chapter.carryOut(play.step());
    double left = play.step().duration() - (chapter.walk().time() - start);
    synchronized (lock) {
      unfinished = isCut && left > file.output().table() ? play.rest(left) : null;
    }
  }

  private static void answer(LiveChapter chapter, LivePlan.Call call) throws IOException {
    try {
      call.answer().complete(call.work().of(chapter));
    } catch (StoppedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      call.answer().completeExceptionally(e);
    }
  }

  private void fail(Throwable e) {
    boolean isPhysics = e instanceof InstabilityException || e instanceof BrokenRunException;
    String reason = LocalWorkers.reason(e);
    synchronized (lock) {
      forgetCalls(reason);
      plan.clear();
      broken = playing;
      playing = null;
      isReturning = false;
      lock.notifyAll();
      status.failed(isPhysics ? reason : "the film broke down: " + reason);
    }
    listener.changed();
  }

  /** Ends the film; what was not saved is lost. */
  @Override
  public void close() {
    synchronized (lock) {
      isClosed = true;
      interrupt();
    }
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final Steering steering = new Steering();

  private final class Steering implements LiveCourse.Steering {
    @Override
    public boolean isInterrupted() {
      status.moved();
      return isInterrupted;
    }

    @Override
    public void hold() {
      boolean isShown = false;
      while (true) {
        synchronized (lock) {
          requireSame();
          if (!isPaused) {
            status.paused(false);
            break;
          }
          status.paused(true);
          if (isShown) {
            await();
            continue;
          }
        }
        isShown = true;
        listener.shown(status.moment());
        listener.changed();
      }
      listener.changed();
    }

    void requireSame() {
      if (turn != null || isClosed) {
        throw new StoppedException("another turn");
      }
    }

    @Override
    public boolean isCutShort() {
      synchronized (lock) {
        return isCut && !isBeginning;
      }
    }
  }

  /** What the run tells, passed on. */
  private final RunListener heard =
      new RunListener() {
        @Override
        public void table(List<double[]> rows) {
          listener.table(rows);
        }

        @Override
        public void row(FilmRow row) {
          synchronized (lock) {
            if (rowsToPause > 0 && --rowsToPause == 0) {
              isPaused = true;
              interrupt();
            }
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
      };
}
