package hopfilm.claims;

import java.util.List;

/**
 * A claim whose runs need what the program cannot do yet.
 *
 * @param id name on the command line
 * @param title title in the report
 * @param source what is claimed
 * @param criteria all of which wait
 */
record Waiting(String id, String title, String source, List<Criterion> criteria) implements Claim {

  static Claim hall() {
    return new Waiting(
        "hall",
        "Hall effects may be left out",
        "Discussion: planar and anomalous Hall effects may be disregarded, as the mean magnetisation"
            + " vanishes without a field.",
        List.of(
            Criterion.waiting(
                "small",
                "with the planar Hall effect off or an anomalous Hall angle on, the trained pattern is"
                    + " the lowest in as many films",
                "Hall angles in the experiment file")));
  }

  @Override
  public List<PlannedRun> runs(Effort effort) {
    return List.of();
  }

  @Override
  public void judge(Effort effort, FinishedRuns runs, Evidence evidence) {
    // every criterion waits
  }
}
