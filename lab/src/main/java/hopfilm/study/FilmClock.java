package hopfilm.study;

import hopfilm.dynamics.TimeEvolution;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.io.Table;
import hopfilm.io.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Moves a film on and stops at every time for which a table row or a snapshot is asked: multiples
 * of their intervals, counted from the start of the run.
 */
final class FilmClock {

  /** Makes and keeps a row at the present time. */
  interface RowSource {
    double[] row(VectorField m, double t);
  }

  /** Times closer than this part of an interval are one. */
  static final double SAME = 1e-6;

  private final TimeEvolution evolution;
  private final OutputSpec output;
  private final Path folder;
  private final TableWriter table;
  private final List<Table.Column> columns;
  private final List<double[]> rows = new ArrayList<>();
  private int snapshots;
  private double lastRow = Double.NaN;
  private double lastSnapshot = Double.NaN;

  FilmClock(
      TimeEvolution evolution,
      OutputSpec output,
      Path folder,
      TableWriter table,
      List<Table.Column> columns) {
    this.evolution = evolution;
    this.output = output;
    this.folder = folder;
    this.table = table;
    this.columns = columns;
  }

  /** Writes what is asked for at time 0. */
  void start(RowSource source) throws IOException {
    record(source, true, true);
  }

  /** Moves on by a time; returns the time reached. */
  double advance(double duration, RowSource source) throws IOException {
    double end = evolution.time() + duration;
    while (true) {
      double row = next(output.table());
      double snapshot = next(output.snapshots());
      double t = Math.min(end, Math.min(row, snapshot));
      double tolerance = SAME * Math.min(output.table(), output.snapshots());
      boolean isLast = t > end - tolerance;
      if (isLast && Math.min(row, snapshot) > end + tolerance) {
        t = end;
      } else if (isLast) {
        t = Math.min(row, snapshot);
      }
      evolution.runUntil(t);
      record(source, Math.abs(t - row) < tolerance, Math.abs(t - snapshot) < tolerance);
      if (isLast) {
        return t;
      }
    }
  }

  private double next(double interval) {
    return next(evolution.time(), interval);
  }

  /** The multiple of an interval that follows a time. */
  static double next(double time, double interval) {
    return (Math.floor(time / interval + SAME) + 1) * interval;
  }

  private void record(RowSource source, boolean isRow, boolean isSnapshot) throws IOException {
    double t = evolution.time();
    if (isRow && t != lastRow) {
      double[] row = source.row(evolution.m(), t);
      table.row(row);
      rows.add(row);
      lastRow = t;
    }
    if (isSnapshot && t != lastSnapshot) {
      snapshot();
      lastSnapshot = t;
    }
  }

  private void snapshot() throws IOException {
    VectorField m = evolution.m();
    String stem = String.format(Locale.ROOT, "m%06d", snapshots++);
    if (output.formats().contains(OutputSpec.Format.OVF)) {
      Path file = folder.resolve(stem + ".ovf");
      Ovf.write(file, m, OvfFormat.BINARY8, "m", "", evolution.time());
    }
    if (output.formats().contains(OutputSpec.Format.PNG)) {
      hopfilm.figures.Snapshot.write(folder.resolve(stem + ".png"), m, evolution.time());
    }
  }

  /** All rows so far. */
  Table table() {
    return new Table(columns, rows);
  }
}
