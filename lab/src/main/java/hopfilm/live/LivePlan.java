package hopfilm.live;

import hopfilm.experiment.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The things that a live film is to do, one after the other. */
sealed interface LivePlan {

  /**
   * A step.
   *
   * @param isEndless whether its time is only the longest that it may take
   * @param number in the protocol of the file, from 1; 0 outside it
   * @param of steps that the protocol has
   */
  record Play(Step step, boolean isEndless, int number, int of) implements LivePlan {
    Play(Step step) {
      this(step, false, 0, 0);
    }

    /** What is left of this step after so long [s]. */
    Play rest(double took) {
      return new Play(LiveScript.rest(step, took), isEndless, number, of);
    }
  }

  /**
   * Something to be done with the film between two steps, for somebody who waits for it.
   *
   * @param name what it is, in a word for users
   */
  record Call(String name, Work work, CompletableFuture<Object> answer) implements LivePlan {}

  /** Work of a call. */
  interface Work {
    Object of(LiveChapter chapter) throws IOException;
  }

  /** What is done with a film that has relaxed: a file without a step is none. */
  Step FIRST = new Step.Measure("untrained");

  /** The plan of a film that waits for commands. */
  static List<LivePlan> untrained() {
    return List.of(new Play(FIRST));
  }

  static List<LivePlan> protocol(List<Step> steps) {
    List<LivePlan> plan = new ArrayList<>();
    for (int k = 0; k < steps.size(); k++) {
      plan.add(new Play(steps.get(k), false, k + 1, steps.size()));
    }
    return plan;
  }
}
