package hopfilm.protocol;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.experiment.OutputSpec;
import hopfilm.experiment.OutputSpec.Samples;
import hopfilm.film.FilmMoment;
import hopfilm.folder.RunFolder;
import hopfilm.grid.VectorField;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.util.function.DoubleConsumer;

/**
 * Moves a film on and stops at every time for which a table row, a snapshot or a sample is asked:
 * multiples of their intervals, counted from the start of the run. On the way it pauses as its
 * {@link Replay} says, and lets itself be looked at.
 */
public final class FilmClock {

  /** Makes rows at the present time. */
  interface RowSource {
    /** Of the table. */
    double[] row(VectorField m, double t);

    double[] sample(VectorField m, double t);
  }

  /** Wall time between two reports of the time of the film [ns]. */
  private static final long TOLD_EVERY = 500_000_000L;

  /** Times closer than this part of an interval are one. */
  static final double SAME = 1e-6;

  /**
   * The way to the next stop.
   *
   * @param end where the film goes [s]
   * @param target the next stop on the way [s]
   * @param isLast whether that is the end, up to rounding
   */
  private record Leg(
      double end,
      double target,
      boolean isRow,
      boolean isSnapshot,
      boolean isSample,
      boolean isLast) {
    boolean isStop() {
      return isRow || isSnapshot || isSample;
    }
  }

  private final TimeEvolution evolution;
  private final OutputSpec output;
  private final RunTable table;
  private final Replay replay;
  private final RunListener listener;
  private final Snapshots snapshots;
  private DoubleConsumer passing = t -> {};
  private long told = System.nanoTime();
  private double now;
  private Leg leg;
  private boolean isCutShort;
  private boolean hasCurrent;
  private boolean isLookedAt;
  private double lastRow = Double.NaN;
  private double lastSample = Double.NaN;

  /** The film at the last row; what follows may be no film any more. */
  private VectorField sound;

  public FilmClock(
      TimeEvolution evolution,
      OutputSpec output,
      RunFolder folder,
      RunTable table,
      Replay replay,
      RunListener listener) {
    this.evolution = evolution;
    this.output = output;
    this.snapshots = new Snapshots(output.formats(), folder);
    this.table = table;
    this.replay = replay;
    this.listener = listener;
  }

  /** The time that the run has come to, or, while it is brought back, had come to [s]. */
  public double now() {
    return now;
  }

  /** Tells a listener the time of the film twice a second, between rows too. */
  void passing(DoubleConsumer listener) {
    passing = listener;
  }

  public Snapshots snapshots() {
    return snapshots;
  }

  /** Writes what is asked for at time 0. */
  void start(RowSource source) throws IOException {
    replay.ask(
        () -> {
          snapshots.from(0, Double.NaN);
          record(source, true, true, true);
          return ReplayLog.Entry.NONE;
        });
  }

  /** Moves on by a time, as {@link #advanceTo}. */
  boolean advance(double duration, RowSource source) throws IOException {
    return advanceTo(now + duration, source);
  }

  /**
   * Moves on to a time, or to the stop at which the step is cut short: nowhere else does a run of
   * the step that was cut come to the very same time.
   *
   * @return whether it was cut short
   */
  boolean advanceTo(double end, RowSource source) throws IOException {
    isCutShort = false;
    now = replay.ask(() -> ReplayLog.Entry.of(moved(end, source))).number();
    return isCutShort;
  }

  /** Whether the last move was cut short. */
  public boolean isCutShort() {
    return isCutShort;
  }

  private double moved(double end, RowSource source) throws IOException {
    if (leg == null) {
      leg = leg(end);
    }
    while (leg != null) {
      while (!evolution.runUntil(leg.target(), this::isDue)) {
        pause();
      }
      now = evolution.time();
      record(source, leg.isRow(), leg.isSnapshot(), leg.isSample());
      isCutShort = leg.isStop() && replay.isCutShort();
      leg = leg.isLast() || isCutShort ? null : leg(leg.end());
    }
    return now;
  }

  private boolean isDue() {
    tell();
    isLookedAt = listener.wantsFrame();
    return isLookedAt || replay.isDue();
  }

  private void tell() {
    long wall = System.nanoTime();
    if (wall - told > TOLD_EVERY) {
      told = wall;
      passing.accept(evolution.time());
    }
  }

  private void pause() throws IOException {
    if (isLookedAt) {
      listener.frame(FilmMoment.of(evolution, hasCurrent));
    }
    if (replay.isDue()) {
      replay.take();
    }
  }

  /** Says whether voltages are on, for those who look at the film. */
  void current(boolean isOn) {
    hasCurrent = isOn;
  }

  /**
   * When so many steps end, each a time after the one before: at the very time of a row or
   * snapshot, where one is due then.
   *
   * @return the start, and the end of each [s]
   */
  double[] times(double start, double every, int count) {
    double[] times = new double[count + 1];
    times[0] = start;
    for (int k = 0; k < count; k++) {
      double end = times[k] + every;
      double stop =
          Math.min(
              nearest(end, samples()),
              Math.min(nearest(end, output.table()), nearest(end, output.snapshots())));
      times[k + 1] = stop < Double.POSITIVE_INFINITY ? stop : end;
    }
    return times;
  }

  /** The multiple of an interval at a time; infinite where there is none. */
  private double nearest(double time, double interval) {
    double multiple = Math.rint(time / interval) * interval;
    return Math.abs(multiple - time) < tolerance() ? multiple : Double.POSITIVE_INFINITY;
  }

  /** The value of a column in the last row. */
  double last(String column) {
    return table.last(column);
  }

  /** When the next row of the table is due [s]. */
  double nextRow() {
    return next(now, output.table());
  }

  /** Whether a time has come, up to rounding. */
  boolean isAt(double time) {
    return now > time - tolerance();
  }

  private double tolerance() {
    return SAME * Math.min(samples(), Math.min(output.table(), output.snapshots()));
  }

  /** Time between samples [s]; infinite where none are taken. */
  private double samples() {
    return output.readings().samples().map(Samples::every).orElse(Double.POSITIVE_INFINITY);
  }

  private Leg leg(double end) {
    double row = next(now, output.table());
    double snapshot = next(now, output.snapshots());
    double sample = next(now, samples());
    double first = Math.min(sample, Math.min(row, snapshot));
    double tolerance = tolerance();
    boolean isLast = Math.min(end, first) > end - tolerance;
    double t = first > end + tolerance ? end : first;
    return new Leg(
        end,
        t,
        Math.abs(t - row) < tolerance,
        Math.abs(t - snapshot) < tolerance,
        Math.abs(t - sample) < tolerance,
        isLast);
  }

  /** The multiple of an interval that follows a time. */
  static double next(double time, double interval) {
    return interval == Double.POSITIVE_INFINITY
        ? interval
        : (Math.floor(time / interval + SAME) + 1) * interval;
  }

  private void record(RowSource source, boolean isRow, boolean isSnapshot, boolean isSample)
      throws IOException {
    if (isRow && now != lastRow) {
      table.add(source.row(evolution.view(), now));
      lastRow = now;
      told = System.nanoTime(); // a row tells it too
      keep(evolution.view());
    }
    if (isSample && now != lastSample && output.readings().samples().isPresent()) {
      table.sample(source.sample(evolution.view(), now));
      lastSample = now;
    }
    if (isSnapshot && now != snapshots.lastTime()) {
      snapshots.add(evolution::m, now);
    }
  }

  private void keep(VectorField m) {
    sound = sound == null ? new VectorField(m.grid()) : sound;
    for (int c = 0; c < 3; c++) {
      System.arraycopy(m.component(c), 0, sound.component(c), 0, m.grid().cells());
    }
  }

  /**
   * Writes the last state of a run that has ended, or was stopped, unless it is a snapshot already.
   * A run that goes on takes it away again. Where the film broke down it is the state of the last
   * row.
   *
   * @param to folder that gets it, with the snapshots so far
   */
  public void last(RunFolder to) throws IOException {
    VectorField m = evolution.view();
    double time = evolution.time();
    if (!isFinite(m)) {
      m = sound;
      time = lastRow;
    }
    snapshots.last(to, m, time);
  }

  private static boolean isFinite(VectorField m) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (double v : m.component(c)) {
        sum += 0 * v; // NaN from the first that is not finite on
      }
    }
    return sum == 0;
  }

  void save(StateWriter out) throws IOException {
    snapshots.sync();
    out.part("clock");
    out.number(now);
    out.whole(snapshots.count());
    out.number(lastRow);
    out.number(snapshots.lastTime());
    if (samples() < Double.POSITIVE_INFINITY) {
      out.number(lastSample);
    }
    out.flag(leg != null);
    if (leg != null) {
      out.number(leg.end());
      out.number(leg.target());
      out.flag(leg.isRow());
      out.flag(leg.isSnapshot());
      if (samples() < Double.POSITIVE_INFINITY) {
        out.flag(leg.isSample());
      }
      out.flag(leg.isLast());
    }
  }

  void restore(StateReader in) throws IOException {
    in.part("clock");
    now = in.number();
    int count = (int) in.whole();
    lastRow = in.number();
    snapshots.from(count, in.number());
    boolean areSampled = samples() < Double.POSITIVE_INFINITY;
    lastSample = areSampled ? in.number() : Double.NaN;
    leg =
        in.flag()
            ? new Leg(
                in.number(), in.number(), in.flag(), in.flag(), areSampled && in.flag(), in.flag())
            : null;
  }
}
