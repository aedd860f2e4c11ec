package hopfilm.sweep;

import hopfilm.experiment.SweepRun;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.input.Failure;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import hopfilm.result.SweepRecord;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunControl;
import hopfilm.run.SharedStarts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of this program: several runs at a time, each with its share of the cores. */
public final class LocalWorkers implements SweepBackend {

  private static final Logger LOG = LoggerFactory.getLogger(LocalWorkers.class);

  private final int workers;
  private final int threadsEach;
  private final RunControl control;

  /**
   * @param workers runs at a time; several have one thread each, a single one has all cores
   */
  public LocalWorkers(int workers) {
    this(workers, RunControl.unlimited());
  }

  /**
   * @param control may stop the runs
   */
  public LocalWorkers(int workers, RunControl control) {
    this(workers, workers > 1 ? 1 : Runtime.getRuntime().availableProcessors(), control);
  }

  /**
   * @param threadsEach threads of each run
   */
  public LocalWorkers(int workers, int threadsEach) {
    this(workers, threadsEach, RunControl.unlimited());
  }

  /**
   * @param control may stop the runs
   */
  public LocalWorkers(int workers, int threadsEach, RunControl control) {
    if (workers < 1) {
      throw new IllegalArgumentException("a sweep needs at least one worker, not " + workers);
    }
    this.workers = workers;
    this.threadsEach = threadsEach;
    this.control = control;
  }

  @Override
  public void run(
      List<SweepRun> runs, Path folder, SweepListener listener, Consumer<SweepRecord> finished) {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    Object one = new Object();
    try (SharedStarts starts =
        SharedStarts.of(
            runs.stream().map(SweepRun::experiment).toList(), new RunFolder(folder).starts())) {
      List<Future<?>> futures = new ArrayList<>();
      for (SweepRun run : runs) {
        futures.add(
            pool.submit(
                () -> {
                  SweepRecord record = carryOut(run, folder, starts, listener, one);
                  synchronized (one) {
                    finished.accept(record);
                  }
                }));
      }
      await(futures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * Waits for all. Where the outcome of one could not be kept, the others write their checkpoints
   * and stop before the folder is left to somebody else.
   */
  private void await(List<Future<?>> futures) throws InterruptedException, ExecutionException {
    ExecutionException first = null;
    for (Future<?> f : futures) {
      try {
        f.get();
      } catch (ExecutionException e) {
        control.stop("the sweep cannot go on");
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private SweepRecord carryOut(
      SweepRun run, Path folder, SharedStarts starts, SweepListener listener, Object one) {
    long started = System.nanoTime();
    if (control.isStopAsked()) {
      return FinishedRecord.ended(run, RunStatus.STOPPED, control.reason(), 0);
    }
    try {
      Path own = Files.createDirectories(folder.resolve(run.folderName()));
      RunListener heard =
          new RunListener() {
            @Override
            public void progress(Progress p) {
              synchronized (one) {
                listener.progress(run, p);
              }
            }

            @Override
            public void finishing() {
              double time = run.experiment().duration();
              progress(new Progress(time, time, "writing the results", Double.NaN));
            }

            @Override
            public void note(String message) {
              synchronized (one) {
                listener.note(run, message);
              }
            }
          };
      RunResult result =
          ExperimentRunner.run(run.experiment(), own, threadsEach, heard, control, starts);
      return FinishedRecord.of(run, result);
    } catch (Throwable e) {
      // one run must not cost the others
      LOG.debug("run {} failed", run.number(), e);
      double seconds = (System.nanoTime() - started) * 1e-9;
      return failed(run, folder, e, seconds);
    }
  }

  /** What a sweep keeps of a run that ended by an error; its folder gets a summary that says so. */
  public static SweepRecord failed(SweepRun run, Path folder, Throwable e, double seconds) {
    SweepRecord failed = FinishedRecord.ended(run, RunStatus.FAILED, Failure.reason(e), seconds);
    // a run that was refused has no part in what is in its folder
    if (!(e instanceof ExperimentException)) {
      leaveSummary(folder.resolve(run.folderName()), failed);
    }
    return failed;
  }

  /** A folder without a summary would look like a run that still goes on. */
  private static void leaveSummary(Path own, SweepRecord record) {
    Path file = new RunFolder(own).summary();
    // without a status it could not be told whose summary that is
    if (!Files.exists(new RunFolder(own).status()) || Files.exists(file)) {
      return;
    }
    try {
      JsonFile.write(file, new Summary.Failed(record.summary().head(), record.seconds()));
    } catch (IOException e) {
      LOG.warn("cannot write {}: {}", file, e.getMessage());
    }
  }
}
