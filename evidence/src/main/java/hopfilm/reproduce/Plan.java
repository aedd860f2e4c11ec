package hopfilm.reproduce;

import java.util.List;
import java.util.function.Predicate;

/** Films that a study runs. */
@FunctionalInterface
public interface Plan {

  /** The runs; fewer in a quick reproduction. */
  List<PlannedRun> runs(Effort effort);

  /** With all snapshots of some of them. */
  default Plan keeping(Predicate<PlannedRun> some) {
    return effort -> runs(effort).stream().map(r -> some.test(r) ? r.withSnapshots() : r).toList();
  }
}
