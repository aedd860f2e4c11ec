package hopfilm.live;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.film.Kept;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.Pattern;
import hopfilm.input.ExperimentException;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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

  /** The longest step without an end of its own [s]. */
  public static final double LONGEST = 1e-6;

  /** The most cells of a film that is brought to rest while somebody waits. */
  public static final int LARGEST_AT_REST = 256 * 256;

  /** Commands that may wait. */
  public static final int QUEUE = LiveQueue.MAX;

  private final Experiment file;
  private final LiveListener listener;
  private final Thread thread;
  private final LiveStatus status = new LiveStatus();
  private final LiveMemory memory;
  private volatile Experiment saved;

  private final LiveQueue queue;

  // guarded by the queue, as are status and memory
  private NextTraining nextTraining;
  private final LiveRewind rewind;

  /**
   * Begins with the relaxation of the film.
   *
   * @param file an experiment without a sweep, vetted
   * @param withProtocol whether its protocol is carried out; otherwise the film then waits
   * @param scratch an empty folder for table and snapshots, removed at the end
   * @param threads of the loops
   */
  public LiveFilm(
      Experiment file, boolean withProtocol, Path scratch, int threads, LiveListener listener)
      throws IOException {
    this.file = file;
    this.memory = new LiveMemory(scratch);
    this.listener = listener;
    this.nextTraining = NextTraining.of(file);
    List<Step> protocol = file.steps();
    LiveScript script = memory.begin(file, protocol);
    if (withProtocol) {
      LiveRoom.requireProtocol(script, protocol);
    }
    List<LivePlan> plan = withProtocol ? LivePlan.protocol(protocol) : LivePlan.untrained();
    queue = new LiveQueue(status, script, plan, QUEUE + protocol.size());
    rewind = new LiveRewind(file, queue, status, memory);
    LivePlayer player =
        new LivePlayer(
            queue,
            status,
            memory,
            scratch,
            file.output().table(),
            Parallel.of(threads),
            listener,
            this::state);
    thread = new Thread(player, "film");
    thread.setDaemon(true);
    thread.start();
  }

  /** The state now. */
  public LiveState state() {
    synchronized (queue) {
      LivePhase now = queue.phase();
      String undo = memory.undo(status.script(), now.changing()).orElse(null);
      return status.state(queue.state(), now, nextTraining, undo);
    }
  }

  /** The steps so far as an experiment that a run repeats; the present step up to now. */
  public Experiment experiment() {
    synchronized (queue) {
      return status.experiment(queue.phase().shown());
    }
  }

  /** The texture that the chapter began with, where that was a file. */
  public Optional<Path> start() {
    synchronized (queue) {
      return status.script().start();
    }
  }

  /** The text of the table so far, to be closed. */
  public InputStream table() throws IOException {
    return written(RunFolder::table);
  }

  /**
   * The text of the samples so far, to be closed.
   *
   * @throws NoSuchFileException if the film takes none
   */
  public InputStream samples() throws IOException {
    return written(RunFolder::samples);
  }

  private InputStream written(Function<RunFolder, Path> which) throws IOException {
    while (true) {
      Path file;
      synchronized (queue) {
        file = which.apply(status.script().folder());
      }
      try {
        return Files.newInputStream(file);
      } catch (NoSuchFileException e) {
        // the film went to another one meanwhile
        synchronized (queue) {
          if (file.equals(which.apply(status.script().folder()))) {
            throw e;
          }
        }
      }
    }
  }

  /**
   * Reads steps as in the protocol of an experiment file.
   *
   * @throws ExperimentException if they are wrong
   */
  public List<Step> read(String yaml) {
    Experiment now = experiment().withProtocol(List.of(new Step.Rest(1e-9)));
    return ExperimentFile.with(now, List.of("protocol=" + yaml)).steps();
  }

  /**
   * Goes on with a step in place of what is done now and was planned.
   *
   * @param isEndless whether the time of the step is only the longest it may take
   */
  public void play(Step step, boolean isEndless) {
    synchronized (queue) {
      queue.needSound();
      Step next = queue.room(false).fitting(step, isEndless);
      queue.stop();
      queue.add(new LivePlan.Play(next, isEndless, 0, 0));
    }
  }

  /** Trains the pattern and amplitude that are set. */
  public void train() {
    NextTraining now;
    synchronized (queue) {
      now = nextTraining;
    }
    play(now.train(LONGEST), true);
  }

  /** Sets what the next training puts on; a training without an end goes on with it. */
  public void set(Pattern pattern, double amplitude) {
    synchronized (queue) {
      NextTraining next = nextTraining.with(pattern, amplitude);
      queue.retrain(() -> training(next));
      nextTraining = next;
      listener.changed();
    }
  }

  private LivePlan.Play training(NextTraining next) {
    return new LivePlan.Play(queue.room(false).fitting(next.train(LONGEST), true), true, 0, 0);
  }

  /** Sets the same from the present ones. */
  public void set(UnaryOperator<Pattern> change) {
    synchronized (queue) {
      nextTraining.needPattern();
      set(change.apply(nextTraining.pattern()), nextTraining.amplitude());
    }
  }

  /** Holds the film between two time steps. */
  public void pause() {
    synchronized (queue) {
      queue.needSound();
      queue.hold(LiveMachine.NOW);
    }
  }

  /** Goes on after a pause. */
  public void resume() {
    synchronized (queue) {
      queue.needSound();
      queue.hold(LiveMachine.NEVER);
    }
  }

  /** Ends the present step and all that was planned. */
  public void stop() {
    synchronized (queue) {
      queue.needSound();
      queue.stop();
    }
  }

  /** Goes on for some time and pauses; a film that waits trains. */
  public void step(double time) {
    synchronized (queue) {
      queue.needSound();
      if (queue.isFree()) {
        queue.add(training(nextTraining));
      }
      queue.hold((int) Math.max(1, Math.min(1e6, Math.rint(time / file.output().table()))));
    }
  }

  /**
   * Carries out the protocol of the file, from the relaxed film on.
   *
   * @return completed when it is begun: at once, or when the film is back from an earlier command
   */
  public CompletableFuture<Object> protocol() {
    return whenSettled(rewind::protocol);
  }

  /**
   * Goes back to the film before training.
   *
   * @return as of {@link #protocol}
   */
  public CompletableFuture<Object> reset() {
    return whenSettled(rewind::reset);
  }

  /**
   * Begins with another maze.
   *
   * @return as of {@link #protocol}
   */
  public CompletableFuture<Object> reset(long seed) {
    return whenSettled(() -> rewind.reset(seed));
  }

  /**
   * Goes back to before the last command that changed the film.
   *
   * @return as of {@link #protocol}
   */
  public CompletableFuture<Object> undo() {
    return whenSettled(() -> nextTraining = nextTraining.fitting(rewind.undo().experiment()));
  }

  private CompletableFuture<Object> whenSettled(Runnable deed) {
    synchronized (queue) {
      return queue.whenSettled(deed);
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
        "electrodes",
        chapter -> {
          Path start;
          synchronized (queue) {
            start = memory.nextStart();
          }
          Experiment next =
              chapter
                  .script()
                  .experiment()
                  .with(changed.electrodes(), chapter.goesOn(start), List.of());
          synchronized (queue) {
            queue.requireSame();
            nextTraining = nextTraining.fitting(next);
            memory.past().add(chapter.script());
            queue.open(memory.begin(next, List.of()), -1, LivePlan.untrained());
          }
          return null;
        },
        false);
  }

  /** Reads the conductances into the results. */
  public CompletableFuture<Object> measure(String label) {
    Step measure = new Step.Measure(label);
    synchronized (queue) {
      queue.room(true).require(measure);
      return call(
          "measure",
          chapter -> {
            carryOut(measure, chapter);
            return label;
          },
          true);
    }
  }

  /**
   * What would be left of what was trained at 0 K, for ever: the rest limit of {@code hopfilm
   * retain}. A copy of the film comes to rest; the film stays as it is.
   *
   * @return completed when the copy is at rest; with a {@link LiveCommandException} if no pattern
   *     was trained and no picture written
   * @throws LiveCommandException if the film is too large to wait for it
   */
  public CompletableFuture<Kept> restLimit() {
    synchronized (queue) {
      int cells = file.film().grid().cells();
      if (cells > LARGEST_AT_REST) {
        throw LiveCommandException.unfit(
            "a film of %d cells takes long to come to rest (%d here at most); save it, and use"
                + " hopfilm retain",
            cells, LARGEST_AT_REST);
      }
      boolean goesOn = queue.room(true).holds(new Step.Measure(Step.Measure.IMPLICIT));
      return call("retain", LiveChapter::restLimit, goesOn).thenApply(Kept.class::cast);
    }
  }

  private void carryOut(Step step, LiveChapter chapter) throws IOException {
    LiveScript.Reached reached = chapter.carryOut(step);
    synchronized (queue) {
      chapter.script().add(reached);
    }
  }

  /**
   * Says whether training would be lost: the film, or the one whose texture it began with, was
   * trained, and it was not saved since.
   */
  public boolean isUnsaved() {
    Experiment now = experiment();
    boolean isTrained =
        start().isPresent() || now.steps().stream().anyMatch(Step.Train.class::isInstance);
    return isTrained && !now.equals(saved);
  }

  /**
   * Writes into an empty folder what repeats the film up to now: its experiment, and the texture
   * that it began with where that is in a file. {@link #save} writes more, and takes its time.
   */
  public void keep(Path folder) throws IOException {
    LiveChapter.keep(experiment(), folder);
  }

  /**
   * Writes what a run of {@link #experiment} would have written into a folder that is empty, or
   * holds what {@link #keep} has written. The step at hand goes on afterwards while there is room.
   */
  public CompletableFuture<Object> save(Path folder) {
    Step measure = new Step.Measure(Step.Measure.IMPLICIT);
    synchronized (queue) {
      return call(
          "save",
          chapter -> {
            if (chapter.script().done().isEmpty()) {
              carryOut(LivePlan.FIRST, chapter);
            } else if (chapter.runner().needsMeasure()) {
              carryOut(measure, chapter);
            }
            chapter.save(folder);
            saved = chapter.script().asExperiment();
            return folder;
          },
          queue.room(true).holds(measure));
    }
  }

  private CompletableFuture<Object> call(String name, LivePlan.Work work, boolean goesOn) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    synchronized (queue) {
      queue.needSound();
      queue.call(new LivePlan.Call(name, work, answer), goesOn);
    }
    return answer;
  }

  /** Ends the film after its time step; what was not saved is lost. */
  public void end() {
    synchronized (queue) {
      queue.close();
    }
  }

  /** Ends the film, and waits for its thread, but not for long. */
  @Override
  public void close() {
    end();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
