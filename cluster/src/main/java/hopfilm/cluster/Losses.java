package hopfilm.cluster;

import hopfilm.experiment.SweepRun;
import hopfilm.sweep.SweepListener;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.TaskEndReason;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells of tasks that were lost; a thread of Spark hears of them, that of the sweep tells. */
final class Losses extends SparkListener {

  /** Property of a job: the number of its run. */
  static final String RUN = "hopfilm.run";

  private record Loss(SweepRun run, String note) {}

  private final Map<Integer, SweepRun> runs;
  private final Map<Integer, SweepRun> byStage = new ConcurrentHashMap<>();
  private final Queue<Loss> heard = new ConcurrentLinkedQueue<>();
  private final SweepListener listener;

  Losses(List<SweepRun> runs, SweepListener listener) {
    this.runs = runs.stream().collect(Collectors.toMap(SweepRun::number, Function.identity()));
    this.listener = listener;
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    String number = job.properties() == null ? null : job.properties().getProperty(RUN);
    SweepRun run = number == null ? null : runs.get(Integer.valueOf(number));
    if (run != null) {
      job.stageInfos().foreach(stage -> byStage.put(stage.stageId(), run));
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    SweepRun run = byStage.get(task.stageId());
    String why = why(task.reason());
    if (run != null && why != null) {
      heard.add(new Loss(run, why + " (executor " + task.taskInfo().executorId() + ")"));
    }
  }

  private static String why(TaskEndReason reason) {
    if (reason instanceof ExceptionFailure e) {
      return "a task failed: " + e.description();
    }
    return reason instanceof ExecutorLostFailure ? "a task was lost with its machine" : null;
  }

  /** Tells what was heard since the last time. */
  void tell() {
    for (Loss loss = heard.poll(); loss != null; loss = heard.poll()) {
      listener.note(loss.run(), loss.note());
    }
  }
}
