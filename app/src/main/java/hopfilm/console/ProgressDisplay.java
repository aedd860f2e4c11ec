package hopfilm.console;

import hopfilm.check.ExperimentCheck;
import hopfilm.experiment.SweepRun;
import hopfilm.input.Excerpt;
import hopfilm.protocol.RunListener;
import hopfilm.result.SweepRecord;
import hopfilm.sweep.SweepListener;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
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
public final class ProgressDisplay implements AutoCloseable {

  /** Training shows its pattern, of which hundreds of signs would fill the screen. */
  private static final int LONGEST_PHASE = 60;

  private static final double LINE_EVERY = 10;
  private static final double UNIT = 1e-12;

  /** Shorter runs are counted in ps: whole ns would say too little of them [s]. */
  private static final double SHORT = 100e-9;

  /** The bar is full when the report is written too. */
  private static final double FILM_SHARE = 0.98;

  /** Less tells little of the time left, unless it took so long [s]. */
  private static final double MIN_SHARE = 0.02;

  private static final double LONG_ENOUGH = 60;

  /**
   * One of the films.
   *
   * @param duration that it is simulated [s]
   * @param work estimate of the processor time for each second of it
   */
  private record Film(double duration, double work) {}

  private final PrintWriter notes;
  private final ProgressBar bar;
  private final Map<Integer, Film> films;
  private final int runs;
  private double total;
  private double allWork;
  private final Map<Integer, Double> times = new HashMap<>();
  private final long started = System.nanoTime();
  private double lastLine;
  private double firstWork = Double.NaN;
  private double firstElapsed;
  private int done;

  private ProgressDisplay(PrintWriter notes, Map<Integer, Film> films) {
    this.notes = notes;
    this.films = films;
    runs = films.size();
    total = films.values().stream().mapToDouble(Film::duration).sum();
    allWork = films.values().stream().mapToDouble(f -> f.duration() * f.work()).sum();
    bar = StandardError.isTerminal() ? bar(total) : null;
  }

  /** A display for one film that is simulated for that time [s]. */
  public static ProgressDisplay of(PrintWriter notes, double duration) {
    return new ProgressDisplay(notes, new HashMap<>(Map.of(1, new Film(duration, 1))));
  }

  /**
   * A display for runs of which each counts by what it costs: one film may take a minute, the next
   * an hour.
   */
  public static ProgressDisplay of(PrintWriter notes, List<SweepRun> runs) {
    Map<Integer, Film> films = new HashMap<>();
    for (SweepRun run : runs) {
      double duration = run.experiment().duration();
      double work = duration > 0 ? ExperimentCheck.coreSeconds(run.experiment()) / duration : 0;
      films.put(run.number(), new Film(duration, work));
    }
    return new ProgressDisplay(notes, films);
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

  public RunListener ofRun() {
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

  public SweepListener ofSweep() {
    return new SweepListener() {
      @Override
      public void doneBefore(SweepRun run) {
        done++;
        less(run.number(), run.experiment().duration());
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
        // training ends sooner where a film learns sooner
        Film film = films.get(record.number());
        less(
            record.number(),
            film.duration() - times.getOrDefault(record.number(), film.duration()));
        String swept = String.join(", ", record.swept());
        line("run %d (%s): %s".formatted(record.number(), swept, verdict(record)));
      }
    };
  }

  private static String verdict(SweepRecord r) {
    if (r.message() != null) {
      return r.status().text() + ": " + r.message();
    }
    String words = r.outcome() == null ? "done" : r.outcome().words();
    String after = r.verification() == null ? "" : " " + r.verification().after();
    String stored = r.stored().isEmpty() ? "" : ", " + r.stored();
    return words + after + stored + String.format(Locale.ROOT, ", %.0f s", r.seconds());
  }

  /** A film that is simulated for a time less than was planned [s]. */
  private void less(int run, double time) {
    total -= time;
    allWork -= time * films.get(run).work();
    if (bar != null) {
      bar.maxHint(units(total));
    }
  }

  /** A film lasts longer than was planned where it rests before a last test, which fails. */
  private void lasts(int run, double time) {
    Film film = films.get(run);
    if (time > film.duration()) {
      films.put(run, new Film(time, film.work()));
      less(run, film.duration() - time);
    }
  }

  private double work() {
    return times.entrySet().stream()
        .mapToDouble(t -> t.getValue() * films.get(t.getKey()).work())
        .sum();
  }

  /** Share of the work that is done, from 0 to 1. */
  double shareDone() {
    return work() / allWork;
  }

  private void show(int run, RunListener.Progress p) {
    times.put(run, p.time());
    lasts(run, p.time());
    double simulated = times.values().stream().mapToDouble(Double::doubleValue).sum();
    String live = Excerpt.of(Excerpt.printable(p.phase()), LONGEST_PHASE);
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
    if (Double.isNaN(firstWork)) {
      firstWork = work();
      firstElapsed = elapsed;
    }
    if (elapsed - lastLine >= LINE_EVERY) {
      lastLine = elapsed;
      String left = left(firstWork, work(), allWork, elapsed - firstElapsed);
      notes.println(
          String.format(
              Locale.ROOT, "%.1f of %.1f ns%s; %s", simulated * 1e9, total * 1e9, left, live));
    }
  }

  /**
   * Says what time is left, or nothing where that cannot be known yet. It follows from what was
   * done since the films move: the start of the program, and what was done before a run was
   * resumed, do not count.
   *
   * @param first work that was done when they began to move or to go on, in any unit
   * @param now work that is done now
   * @param all work of all of them
   * @param elapsed since they began to move [s]
   */
  static String left(double first, double now, double all, double elapsed) {
    double done = now - first;
    boolean isTold = done > 0 && (done >= MIN_SHARE * all || elapsed >= LONG_ENOUGH);
    return isTold ? ", " + ExperimentCheck.duration(elapsed * (all - now) / done) + " left" : "";
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
