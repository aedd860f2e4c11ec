package hopfilm.cli;

import hopfilm.check.ExperimentCheck;
import hopfilm.experiment.SweepRun;
import hopfilm.input.Excerpt;
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

  /** Training shows its pattern, of which hundreds of signs would fill the screen. */
  private static final int LONGEST_PHASE = 60;

  private static final double LINE_EVERY = 10;
  private static final double UNIT = 1e-12;

  /** Shorter runs are counted in ps: whole ns would say too little of them [s]. */
  private static final double SHORT = 100e-9;

  /** The bar is full when the report is written too. */
  private static final double FILM_SHARE = 0.98;

  /** Less tells little of the time left, unless it took so long [s]. */
  private static final double LEAST_SHARE = 0.02;

  private static final double LONG_ENOUGH = 60;

  private final PrintWriter notes;
  private final ProgressBar bar;
  private double total;
  private final int runs;
  private final Map<Integer, Double> times = new HashMap<>();
  private final long started = System.nanoTime();
  private double lastLine;
  private double firstTime = Double.NaN;
  private double firstElapsed;
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
        .setInitialMax(units(total))
        .setUnit(total < SHORT ? " ps" : " ns", total < SHORT ? 1 : 1000)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(500)
        .setConsumer(console)
        .build();
  }

  private static long units(double time) {
    return Math.max(1, Math.round(time / UNIT));
  }

  RunListener ofRun() {
    return new RunListener() {
      @Override
      public void progress(Progress p) {
        show(1, p);
      }

      @Override
      public void finishing() {
        if (bar != null) {
          bar.setExtraMessage(" writing the results");
        } else {
          notes.println("the film is at its end; writing the results");
        }
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
      public void doneBefore(SweepRun run) {
        total -= run.experiment().duration();
        if (bar != null) {
          bar.maxHint(units(total));
        }
      }

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
    String learned =
        r.training().stored() != null
            ? r.training().stored() + " of " + r.training().patterns() + " stored"
            : r.learned() == null ? "done" : r.learned() ? "learned" : "not learned";
    return learned + String.format(Locale.ROOT, ", %.0f s", r.seconds());
  }

  private void show(int run, RunListener.Progress p) {
    times.put(run, p.time());
    double simulated = times.values().stream().mapToDouble(Double::doubleValue).sum();
    String live = Excerpt.of(p.phase(), LONGEST_PHASE);
    if (!Double.isNaN(p.ePrime())) {
      live += ", E' " + Quantity.format(p.ePrime(), Dimension.POWER);
    }
    if (runs > 1) {
      live = "run %d: %s (%d of %d done)".formatted(run, live, done, runs);
    }
    if (bar != null) {
      bar.stepTo(Math.min(units(simulated), (long) (FILM_SHARE * units(total))));
      bar.setExtraMessage(" " + live);
      return;
    }
    double elapsed = (System.nanoTime() - started) * 1e-9;
    if (Double.isNaN(firstTime)) {
      firstTime = simulated;
      firstElapsed = elapsed;
    }
    if (elapsed - lastLine >= LINE_EVERY) {
      lastLine = elapsed;
      notes.println(line(firstTime, simulated, total, elapsed - firstElapsed, live));
    }
  }

  /**
   * A line of a log. The time left follows from what was done since the film moves: the start of
   * the program, and what was simulated before a run was resumed, do not count.
   *
   * @param first time of the film when it began to move or to go on [s]
   * @param simulated its time now [s]
   * @param total its time at the end [s]
   * @param elapsed since it began to move [s]
   * @param live what goes on
   */
  static String line(double first, double simulated, double total, double elapsed, String live) {
    double done = simulated - first;
    double left = elapsed * (total - simulated) / done;
    boolean isTold = done > 0 && (done >= LEAST_SHARE * total || elapsed >= LONG_ENOUGH);
    String more = isTold ? ", " + ExperimentCheck.duration(left) + " left" : "";
    return String.format(
        Locale.ROOT, "%.1f of %.1f ns%s; %s", simulated * 1e9, total * 1e9, more, live);
  }

  /** Says whether all films came to their ends, up to rounding. */
  private boolean isAtEnd() {
    return times.values().stream().mapToDouble(Double::doubleValue).sum() > total * (1 - 1e-6);
  }

  private void line(String text) {
    if (bar == null) {
      notes.println(text);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.stepTo(isAtEnd() ? units(total) : bar.getCurrent());
      bar.close();
    }
  }
}
