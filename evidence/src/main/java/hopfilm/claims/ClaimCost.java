package hopfilm.claims;

import hopfilm.check.ExperimentCheck;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.reproduce.Claim;
import hopfilm.reproduce.Effort;
import hopfilm.reproduce.PlannedRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a claim asks of a machine.
 *
 * @param id of the claim, or {@link #TOGETHER}
 * @param runs how many films it needs
 * @param seconds that they take on one core, within a factor of two on a usual machine [s]
 * @param isBeyondPaper whether {@code reproduce all} leaves it out
 * @param title of the claim
 */
public record ClaimCost(String id, int runs, double seconds, boolean isBeyondPaper, String title) {

  /** The claims of the paper as one; runs that several need count once. */
  public static final String TOGETHER = "together";

  /** The costs of all claims, as planning a thousand films takes seconds. A test renews it. */
  static final String LIST = "costs.tsv";

  /** Of each claim, and of them together; one film of each kind is read. */
  public static List<ClaimCost> of(List<Claim> claims, Effort effort) {
    List<ClaimCost> costs = new ArrayList<>();
    Map<Object, SweepRun> all = new LinkedHashMap<>();
    Map<Object, Experiment> ofKinds = new HashMap<>();
    for (Claim claim : claims) {
      List<SweepRun> runs = new ArrayList<>();
      for (PlannedRun run : claim.runs(effort)) {
        Experiment alike = ofKinds.computeIfAbsent(run.kind(), kind -> run.experiment());
        SweepRun numbered = new SweepRun(runs.size() + 1, Map.of(), alike);
        runs.add(numbered);
        if (!claim.isBeyondPaper()) {
          all.putIfAbsent(run.same(), numbered);
        }
      }
      double seconds = ExperimentCheck.workSeconds(runs) + claim.judgingSeconds(effort);
      costs.add(
          new ClaimCost(claim.id(), runs.size(), seconds, claim.isBeyondPaper(), claim.title()));
    }
    double seconds = ExperimentCheck.workSeconds(List.copyOf(all.values()));
    costs.add(new ClaimCost(TOGETHER, all.size(), seconds, false, ""));
    return costs;
  }

  /** Of each claim that is known, and of them together, as the program has them stored. */
  public static List<ClaimCost> known(Effort effort) {
    try (InputStream in = ClaimCost.class.getResourceAsStream(LIST)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .filter(line -> line[0].equals(effort.name()))
          .map(ClaimCost::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClaimCost of(String[] line) {
    return new ClaimCost(
        line[1],
        Integer.parseInt(line[2]),
        Double.parseDouble(line[3]),
        line[4].equals("beyond"),
        line[5]);
  }

  /** A line of the list. */
  String line(Effort effort) {
    return String.join(
        "\t",
        effort.name(),
        id,
        Integer.toString(runs),
        Long.toString(Math.round(seconds)),
        isBeyondPaper ? "beyond" : "paper",
        title);
  }
}
