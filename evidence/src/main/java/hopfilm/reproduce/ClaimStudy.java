package hopfilm.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim as a study: its constructor says what is claimed, states the criteria and names the films
 * that are run, and {@link #judge(Trial, Evidence)} reads these.
 */
public abstract class ClaimStudy implements Claim {

  private final String id;
  private final String title;
  private final String source;
  private final List<Criterion> criteria = new ArrayList<>();
  private final List<Plan> plans = new ArrayList<>();
  private boolean isBeyondPaper;

  protected ClaimStudy(String id, String title, String source) {
    this.id = id;
    this.title = title;
    this.source = source;
  }

  /** For a claim of our own, which runs by its name only. */
  protected final void beyondPaper() {
    isBeyondPaper = true;
  }

  /** States a criterion: its short name, and a condition with its numbers. */
  protected final void criterion(String key, String text) {
    criteria.add(Criterion.of(key, text));
  }

  /** Names films that are run, in this order. */
  protected final void films(Plan... more) {
    plans.addAll(List.of(more));
  }

  /** Reads the films and decides every criterion. */
  protected abstract void judge(Trial trial, Evidence e) throws IOException;

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final String source() {
    return source;
  }

  @Override
  public final boolean isBeyondPaper() {
    return isBeyondPaper;
  }

  @Override
  public final List<Criterion> criteria() {
    return List.copyOf(criteria);
  }

  @Override
  public final List<PlannedRun> runs(Effort effort) {
    return plans.stream().flatMap(p -> p.runs(effort).stream()).toList();
  }

  @Override
  public final void judge(Effort effort, FinishedRuns runs, Evidence evidence) throws IOException {
    judge(new Trial(effort, runs), evidence);
  }
}
