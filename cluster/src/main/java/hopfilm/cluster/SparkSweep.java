package hopfilm.cluster;

import hopfilm.check.RunDisk;
import hopfilm.experiment.SweepRun;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.protocol.RunListener;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.run.RunControl;
import hopfilm.run.RunDirectory;
import hopfilm.run.SharedStarts;
import hopfilm.sweep.FinishedRecord;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.RunsTable;
import hopfilm.sweep.SweepCluster;
import hopfilm.sweep.SweepListener;
import hopfilm.sweep.SweepResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of a sweep as jobs of Spark, one task each, so that a run that cannot be carried out
 * ends no other. The driver writes the folders.
 */
final class SparkSweep implements SweepCluster.Session {

  private static final Logger LOG = LoggerFactory.getLogger(SparkSweep.class);

  /** Handed to Spark at a time; more than any cluster has cores. */
  private static final int WINDOW = 2000;

  private static final int LOOK_EVERY_MILLIS = 20;
  private static final int WAIT_SECONDS = 30;

  /** What Spark says of the last of several failures of a task. */
  private static final Pattern FAILURE =
      Pattern.compile(
          "most recent failure: (?:Lost task [^:]*: )?(?:[\\w.$]+(?:Exception|Error): )?([^\\r\\n]*)");

  private record Open(SweepRun run, JavaFutureAction<List<byte[]>> task, long begun) {}

  private final JavaSparkContext spark;
  private final RunControl control;

  SparkSweep(JavaSparkContext spark, RunControl control) {
    this.spark = spark;
    this.control = control;
  }

  @Override
  public void run(
      List<SweepRun> runs, Path folder, SweepListener listener, Consumer<SweepRecord> finished) {
    Losses losses = new Losses(runs, listener);
    spark.sc().addSparkListener(losses);
    Deque<SweepRun> waiting = new ArrayDeque<>(runs);
    SharedStarts starts = starts(runs, folder);
    List<Open> open = new ArrayList<>();
    long started = System.nanoTime();
    boolean isWaitTold = false;
    try {
      while (!(waiting.isEmpty() && open.isEmpty())) {
        if (control.isStopAsked()) {
          stop(waiting, open, finished);
          return;
        }
        while (!waiting.isEmpty() && open.size() < WINDOW) {
          submit(waiting.poll(), folder, starts, open, finished);
        }
        List<Open> done = open.stream().filter(o -> o.task().isDone()).toList();
        open.removeAll(done);
        for (Open o : done) {
          SweepRecord record = receive(o, folder);
          double time = o.run().experiment().duration();
          listener.progress(
              o.run(), new RunListener.Progress(time, time, record.status().text(), Double.NaN));
          finished.accept(record);
        }
        losses.tell();
        if (done.isEmpty()) {
          Thread.sleep(LOOK_EVERY_MILLIS);
          isWaitTold = isWaitTold || tellsWait(open, listener, started);
        }
      }
    } catch (InterruptedException e) {
      spark.sc().cancelAllJobs();
      Thread.currentThread().interrupt();
    } finally {
      spark.sc().removeSparkListener(losses);
    }
  }

  /** Tells which runs share a start; the films themselves are the executors' own. */
  private static SharedStarts starts(List<SweepRun> runs, Path folder) {
    try {
      return SharedStarts.of(
          runs.stream().map(SweepRun::experiment).toList(), new RunFolder(folder).starts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void submit(
      SweepRun run,
      Path folder,
      SharedStarts starts,
      List<Open> open,
      Consumer<SweepRecord> finished) {
    try {
      RunDirectory.requireOwn(run, folder);
      requireCarried(run);
    } catch (ExperimentException | IOException e) {
      finished.accept(LocalWorkers.failed(run, folder, e, 0));
      return;
    }
    int threads = Integer.parseInt(spark.getConf().get("spark.task.cpus", "1"));
    spark.setLocalProperty(Losses.RUN, Integer.toString(run.number()));
    spark.setJobDescription(run.folderName());
    open.add(
        new Open(
            run,
            spark
                .parallelize(List.of(RunTask.of(run, threads, starts.has(run.experiment()))), 1)
                .map(RunTask::call)
                .collectAsync(),
            System.nanoTime()));
  }

  /** What comes back is one array of bytes. */
  private static void requireCarried(SweepRun run) {
    double bytes = RunDisk.result(run.experiment());
    if (bytes > Integer.MAX_VALUE) {
      throw ExperimentException.of(
          run.folderName(), ClusterMessage.SPARK_RUN_TOO_LARGE, RunDisk.bytes(bytes));
    }
  }

  /** Spark waits for ever for machines that are not there, or have less memory than asked for. */
  private boolean tellsWait(List<Open> open, SweepListener listener, long started) {
    boolean isLate = (System.nanoTime() - started) * 1e-9 > WAIT_SECONDS;
    // the driver counts as one
    if (isLate && !spark.sc().isLocal() && spark.statusTracker().getExecutorInfos().length < 2) {
      listener.note(
          open.get(0).run(),
          "no machine of the cluster has taken it yet; start a worker, or ask for less memory"
              + " (HOPFILM_JAVA_OPTS=-Dspark.executor.memory=...)");
    }
    return isLate;
  }

  private static SweepRecord receive(Open o, Path folder) throws InterruptedException {
    SweepRun run = o.run();
    try {
      FolderBytes.unpack(o.task().get().get(0), folder.resolve(run.folderName()));
      return FinishedRecord.ended(run, folder)
          .orElseThrow(() -> new IOException(run.folderName() + ": came back without its results"));
    } catch (IOException | RuntimeException e) {
      return LocalWorkers.failed(run, folder, e, seconds(o));
    } catch (ExecutionException e) {
      LOG.debug("run {} failed", run.number(), e);
      String message = String.valueOf(e.getCause().getMessage());
      Matcher failure = FAILURE.matcher(message);
      String why = failure.find() ? failure.group(1) : message.lines().findFirst().orElse("");
      return FinishedRecord.ended(run, RunStatus.FAILED, why, seconds(o));
    }
  }

  private static double seconds(Open o) {
    return (System.nanoTime() - o.begun()) * 1e-9;
  }

  private void stop(Deque<SweepRun> waiting, List<Open> open, Consumer<SweepRecord> finished) {
    spark.sc().cancelAllJobs();
    List<SweepRun> left = new ArrayList<>(open.stream().map(Open::run).toList());
    left.addAll(waiting);
    for (SweepRun run : left) {
      finished.accept(FinishedRecord.ended(run, RunStatus.STOPPED, control.reason(), 0));
    }
  }

  @Override
  public void finished(SweepResult result) throws IOException {
    RunsParquet.write(RunsTable.of(result.records()), result.folder().resolve("runs.parquet"));
  }

  @Override
  public void close() {
    spark.stop();
  }
}
