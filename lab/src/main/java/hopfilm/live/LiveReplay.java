package hopfilm.live;

import hopfilm.protocol.Replay;
import hopfilm.protocol.ReplayLog;
import hopfilm.protocol.StoppedException;
import hopfilm.run.Checkpoints;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The replay of a film that somebody steers. Before each step it keeps a {@link Mark} in memory, to
 * which the film can be brought back: by the same way as a run goes back to a checkpoint, the
 * answers up to there and the state.
 */
public final class LiveReplay implements Replay {

  /** Who steers. */
  interface Steering {
    /** True if the film should pause now; asked before each time step. */
    boolean isInterrupted();

    /**
     * Returns when the film may go on.
     *
     * @throws StoppedException if it is not to go on
     */
    void hold() throws IOException;

    /** True if the step at hand is to end at the next row. */
    boolean isCutShort();
  }

  /**
   * A place to go back to.
   *
   * @param answers of the film up to here
   * @param rows of the table up to here
   * @param state of table and runner
   */
  record Mark(int answers, int rows, byte[] state) {}

  private final Steering steering;
  private final ReplayLog journal;
  private final long started = System.nanoTime();
  private Checkpoints.Stateful state;
  private Optional<StateReader> pending;

  /**
   * @param known answers up to the mark
   * @param pending its state after the table; empty to begin anew
   */
  LiveReplay(Steering steering, List<ReplayLog.Entry> known, Optional<StateReader> pending) {
    this.steering = steering;
    this.journal = new ReplayLog(known);
    this.pending = pending;
  }

  void of(Checkpoints.Stateful all) {
    state = all;
  }

  /** All answers so far. */
  List<ReplayLog.Entry> answers() {
    return journal.answers();
  }

  /** The place that the film has come to. */
  Mark mark(int rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.save(new StateWriter(bytes));
    return new Mark(journal.answers().size(), rows, bytes.toByteArray());
  }

  /** Restores the state at the mark, once all answers up to there are given. */
  void bringBack() throws IOException {
    if (journal.next() != null) {
      throw new IllegalStateException("the film is not yet where it was");
    }
    restore();
  }

  private void restore() throws IOException {
    if (pending.isPresent()) {
      state.restore(pending.get());
      pending = Optional.empty();
    }
  }

  @Override
  public ReplayLog.Entry next() throws IOException {
    ReplayLog.Entry known = journal.next();
    if (known == null) {
      restore();
    }
    return known;
  }

  @Override
  public void add(ReplayLog.Entry answer) {
    journal.add(answer);
  }

  @Override
  public boolean isDue() {
    return steering.isInterrupted();
  }

  @Override
  public void take() throws IOException {
    steering.hold();
  }

  @Override
  public boolean isStopAsked() {
    return steering.isInterrupted();
  }

  @Override
  public void boundary() throws IOException {
    if (steering.isInterrupted()) {
      steering.hold();
    }
  }

  @Override
  public boolean isCutShort() {
    return steering.isCutShort();
  }

  @Override
  public int sessions() {
    return 1;
  }

  @Override
  public double seconds() {
    return (System.nanoTime() - started) * 1e-9;
  }
}
