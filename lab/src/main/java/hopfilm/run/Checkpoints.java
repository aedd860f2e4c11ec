package hopfilm.run;

import hopfilm.grid.Grid;
import hopfilm.input.ExperimentException;
import hopfilm.input.InputFiles;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.WrittenPartException;
import hopfilm.protocol.Replay;
import hopfilm.protocol.ReplayLog;
import hopfilm.protocol.StoppedException;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes checkpoints of a run and brings it back to the latest.
 *
 * <p>A checkpoint holds the {@link ReplayLog} and the state of all that the further course depends
 * on. A run that is resumed asks for the answers of the journal one after the other; when there is
 * none left it is where the checkpoint was written, and its state is taken up there, over whatever
 * was set on the way.
 */
public final class Checkpoints implements Replay, AutoCloseable {

  /** What has a state. */
  public interface Stateful {
    void save(StateWriter out) throws IOException;

    void restore(StateReader in) throws IOException;
  }

  /** Takes the state of the relaxed film, for other runs. */
  interface StartReceiver {
    void leave(byte[] state) throws IOException;
  }

  /** Takes up what the run had written into its folder. */
  interface Written {
    /**
     * Reads what a checkpoint says of it, and compares.
     *
     * @param most numbers that an array may have
     * @throws WrittenPartException if the folder holds something else
     */
    void takeUp(StateReader in, int most) throws IOException;
  }

  /** Hears of each checkpoint. */
  interface Report {
    void written() throws IOException;
  }

  public static final int FORMAT = 3;

  /** Between protocol steps checkpoints take up at most one part in so many of the time. */
  private static final double SHARE = 20;

  private final Path folder;
  private final CheckpointFiles files;
  private final RunIdentity identity;
  private final double interval;
  private final RunControl control;
  private final Consumer<String> notes;
  private final long started = System.nanoTime();
  private final ReplayLog journal = new ReplayLog();

  private Stateful state;
  private Report written;
  private StartReceiver receiver;
  private StateReader pending;
  private BufferedInputStream source;
  private long number;
  private double secondsBefore;
  private int sessions = 1;
  private long last = System.nanoTime();
  private double writing;

  /**
   * @param interval wall time between checkpoints [s]
   * @param notes hears what the user should know at once
   */
  Checkpoints(
      Path folder,
      RunIdentity identity,
      double interval,
      RunControl control,
      Consumer<String> notes) {
    this.folder = folder;
    this.files = new CheckpointFiles(folder, FORMAT);
    this.identity = identity;
    this.interval = interval;
    this.control = control;
    this.notes = notes;
  }

  /**
   * @param all whose state is written, and taken up after {@link #open}
   * @param report called after each checkpoint
   */
  void of(Stateful all, Report report) {
    state = all;
    written = report;
  }

  /** Gives away the state that the run has when its film is relaxed. */
  void leaveTo(StartReceiver other) {
    receiver = other;
  }

  /** Makes the state that another run left the first checkpoint of this one. */
  void inherit(Path left) throws IOException {
    files.write(
        0,
        raw -> {
          StateWriter out = new StateWriter(raw);
          identity.save(out);
          out.number(0);
          out.whole(0);
          Files.copy(left, raw);
        });
  }

  /**
   * Finds the latest checkpoint that is whole and fits what is in the folder.
   *
   * @param written takes up what was written before, which the checkpoint tells after the journal
   * @return false if there is none: the run begins at its start, and those of no use are gone
   * @throws ExperimentException if they are of another experiment or version
   */
  boolean open(Grid grid, Written written) throws IOException {
    List<CheckpointFiles.Found> all = files.all();
    boolean isDamaged = false;
    for (CheckpointFiles.Found found : all) {
      if (found.isForeign()) {
        throw ExperimentException.of(found.file(), RunMessage.RESUME_FORMAT, found.problem());
      }
      isDamaged |= tellsProblem(found.file(), found.problem());
    }
    for (CheckpointFiles.Found found : all) {
      if (found.problem() == null) {
        if (!tellsProblem(found.file(), take(found, grid, written))) {
          if (isDamaged) {
            notes.accept("going on from the other one, " + found.file());
          }
          number = found.number() + 1;
          return true;
        }
        isDamaged = true;
      }
    }
    if (isDamaged) {
      notes.accept("no checkpoint is of use: the run begins anew");
      files.remove();
    }
    return false;
  }

  private boolean tellsProblem(Path file, String problem) {
    if (problem != null) {
      notes.accept("%s %s".formatted(file, problem));
    }
    return problem != null;
  }

  /** Opens a checkpoint up to the state; says why it is of no use, null where it is. */
  private String take(CheckpointFiles.Found found, Grid grid, Written written) throws IOException {
    source = new BufferedInputStream(files.open(found), 1 << 16);
    pending = new StateReader(source);
    try {
      identity.require(pending, found.file(), notes);
      secondsBefore = pending.number();
      sessions = (int) pending.whole() + 1;
      long most = Math.min(Files.size(found.file()) / Double.BYTES, Integer.MAX_VALUE);
      journal.restore(pending, grid, (int) most);
      written.takeUp(pending, (int) most);
      return null;
    } catch (WrittenPartException e) {
      close();
      secondsBefore = 0;
      sessions = 1;
      journal.clear();
      return "cannot be used, as " + e.getMessage();
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The state, which follows what was written before. */
  StateReader pending() {
    return pending;
  }

  /** All answers of the film so far. */
  List<ReplayLog.Entry> answers() {
    return journal.answers();
  }

  /**
   * The answer to the next question, null if the film must be asked. The first time that it must,
   * the film is brought to where it was.
   */
  @Override
  public ReplayLog.Entry next() throws IOException {
    ReplayLog.Entry known = journal.next();
    if (known == null && pending != null) {
      state.restore(pending);
      close();
    }
    return known;
  }

  /** Keeps what the film answered. */
  @Override
  public void add(ReplayLog.Entry answer) {
    journal.add(answer);
  }

  /** Whether the run should pause for a checkpoint. */
  @Override
  public boolean isDue() {
    return control.isStopAsked() || elapsed() >= interval;
  }

  /** Whether the run is to stop. */
  @Override
  public boolean isStopAsked() {
    return control.isStopAsked();
  }

  /** Between two steps of the protocol. */
  @Override
  public void boundary() throws IOException {
    ask(
        () -> {
          leave();
          if (isDue() || elapsed() > SHARE * writing) {
            take();
          }
          return ReplayLog.Entry.NONE;
        });
  }

  /** At the first boundary, if the run has come to it itself. */
  private void leave() throws IOException {
    if (receiver != null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      StateWriter out = new StateWriter(bytes);
      journal.save(out);
      state.save(out);
      try {
        receiver.leave(bytes.toByteArray());
      } catch (IOException e) {
        notes.accept("the relaxed film could not be kept for other runs (%s)".formatted(reason(e)));
      }
      receiver = null;
    }
  }

  private double elapsed() {
    return (System.nanoTime() - last) * 1e-9;
  }

  /**
   * Writes a checkpoint.
   *
   * @throws StoppedException if the run is to stop
   */
  @Override
  public void take() throws IOException {
    long begun = System.nanoTime();
    boolean isStop = control.isStopAsked();
    try {
      files.write(
          number,
          raw -> {
            StateWriter out = new StateWriter(raw);
            identity.save(out);
            out.number(seconds());
            out.whole(sessions);
            journal.save(out);
            state.save(out);
          });
      number++;
      written.written();
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(
          folder.toString(), null, "was removed or renamed during the run");
    } catch (IOException e) {
      if (isStop) {
        throw e;
      }
      // the run may still end well, and the checkpoint before is whole
      notes.accept("no checkpoint could be written (%s); the run goes on".formatted(reason(e)));
    }
    last = System.nanoTime();
    writing = (last - begun) * 1e-9;
    if (isStop) {
      throw new StoppedException(control.reason());
    }
  }

  private static String reason(IOException e) {
    return InputFiles.reason(e);
  }

  /** Wall time of all sessions so far [s]. */
  @Override
  public double seconds() {
    return secondsBefore + (System.nanoTime() - started) * 1e-9;
  }

  /** How often the run was started, this time included. */
  @Override
  public int sessions() {
    return sessions;
  }

  /** The run is done. */
  void remove() throws IOException {
    files.remove();
  }

  @Override
  public void close() throws IOException {
    pending = null;
    if (source != null) {
      source.close();
      source = null;
    }
  }
}
