package hopfilm.reproduce;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the paper shows or says, to be tested by runs of this program. One class a claim,
 * readable as a recipe.
 *
 * <p>W. Yu, J. Xiao and G. E. W. Bauer, Phys. Rev. B 104, L180405 (2021),
 * doi:10.1103/PhysRevB.104.L180405.
 */
public interface Claim {

  /** Name on the command line: lower case, with hyphens. */
  String id();

  /** Title in the report. */
  String title();

  /** The claim and its place in the paper, in our words. */
  String source();

  /** True for a claim of our own, not of the paper; it runs only when asked for by its name. */
  default boolean isBeyondPaper() {
    return false;
  }

  /** How it is named on the command line: by its name, or by the file of its page. */
  default String argument() {
    return id();
  }

  /** The page that states it, as it was written; none for a claim of Java. */
  default Optional<String> page() {
    return Optional.empty();
  }

  /** Texts of the files that its page reads, by their names. */
  default Map<String, String> files() {
    return Map.of();
  }

  /** Conditions that must hold; the verdict follows from these alone. */
  List<Criterion> criteria();

  /** The experiments behind it; those of several claims that are equal are run once. */
  List<PlannedRun> runs(Effort effort);

  /** About how much processor time {@link #judge} takes, where it runs films of its own [s]. */
  default double judgingSeconds(Effort effort) {
    return 0;
  }

  /**
   * Evaluates the finished runs and decides every criterion.
   *
   * @throws IOException if a run folder cannot be read
   */
  void judge(Effort effort, FinishedRuns runs, Evidence evidence) throws IOException;
}
