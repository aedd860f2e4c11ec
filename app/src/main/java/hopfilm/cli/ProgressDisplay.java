package hopfilm.cli;

import hopfilm.check.ExperimentCheck;
import hopfilm.experiment.SweepRun;
import hopfilm.protocol.RunListener;
import hopfilm.sweep.SweepListener;
import hopfilm.sweep.SweepRecord;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress with the time left and live numbers: a bar on a terminal, a line every now and then in a
 * log.
 */
final class ProgressDisplay implements AutoCloseable {

  private static final double LINE_EVERY = 10;
  private static final double UNIT = 1e-12;

  private final PrintWriter notes;
  private final ProgressBar bar;
  private final double total;
  private final int runs;
  private final Map<Integer, Double> times = new HashMap<>();
  private final long started = System.nanoTime();
  private double lastLine;
  private int done;

  private ProgressDisplay(PrintWriter notes, ProgressBar bar, double total, int runs) {
    this.notes = notes;
    this.bar = bar;
    this.total = total;
    this.runs = runs;
  }

  /** A display for that much simulated time [s]. */
  static ProgressDisplay of(PrintWriter notes, double total, int runs) {
    boolean terminal = StandardError.isTerminal();
    return new ProgressDisplay(notes, terminal ? bar(total) : null, total, runs);
  }

  private static ProgressBar bar(double total) {
    ConsoleProgressBarConsumer console = new ConsoleProgressBarConsumer(System.err);
    // opens the terminal now, not in the thread of the bar
    console.getMaxRenderedLength();
    return new ProgressBarBuilder()
        .setTaskName("simulated")
        .setInitialMax(Math.round(total / UNIT))
        .setUnit(" ns", 1000)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500)
        .setConsumer(console)
        .build();
  }

  RunListener ofRun() {
    return new RunListener() {
      @Override
      public void progress(Progress p) {
        show(1, p);
      }

      @Override
      public void note(String message) {
        notes.println("hopfilm: " + message);
      }
    };
  }

  SweepListener ofSweep() {
    return new SweepListener() {
      @Override
      public void progress(SweepRun run, RunListener.Progress p) {
        show(run.number(), p);
      }

      @Override
      public void note(SweepRun run, String message) {
        notes.println("hopfilm: run %d: %s".formatted(run.number(), message));
      }

      @Override
      public void finished(SweepRecord record, int finished, int all) {
        done = finished;
        String swept = String.join(", ", SweepTables.swept(record));
        line("run %d (%s): %s".formatted(record.number(), swept, verdict(record)));
      }
    };
  }

  private static String verdict(SweepRecord r) {
    if (r.message() != null) {
      return r.status().text() + ": " + r.message();
    }
    return (r.learned() == null ? "done" : r.learned() ? "learned" : "not learned")
        + String.format(Locale.ROOT, ", %.0f s", r.seconds());
  }

  private void show(int run, RunListener.Progress p) {
    times.put(run, p.time());
    double simulated = times.values().stream().mapToDouble(Double::doubleValue).sum();
    String live = p.phase();
    if (!Double.isNaN(p.ePrime())) {
      live += ", E' " + Quantity.format(p.ePrime(), Dimension.POWER);
    }
    if (runs > 1) {
      live = "run %d: %s (%d of %d done)".formatted(run, live, done, runs);
    }
    if (bar != null) {
      bar.stepTo(Math.round(simulated / UNIT));
      bar.setExtraMessage(" " + live);
      return;
    }
    double elapsed = (System.nanoTime() - started) * 1e-9;
    if (elapsed - lastLine >= LINE_EVERY) {
      lastLine = elapsed;
      notes.println(line(simulated, total, elapsed, live));
    }
  }

  /** A line of a log: times of the film [s], time elapsed [s], and what goes on. */
  static String line(double simulated, double total, double elapsed, String live) {
    double left = elapsed * (total - simulated) / simulated;
    // nothing to go by before the first step
    String more = simulated == 0 ? "" : ", " + ExperimentCheck.duration(left) + " left";
    return String.format(
        Locale.ROOT, "%.1f of %.1f ns%s; %s", simulated * 1e9, total * 1e9, more, live);
  }

  private void line(String text) {
    if (bar == null) {
      notes.println(text);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
