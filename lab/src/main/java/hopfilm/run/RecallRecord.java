package hopfilm.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import hopfilm.readout.RecallCost;
import java.util.List;

/**
 * What a bank of runs recalls, as {@code recall --json} prints it.
 *
 * @param answer folder of the run whose row answers; null where no picture was given
 * @param picture what comes back
 * @param currents of the rows for the picture that was given, in the order of the runs, by volt [S]
 * @param exact copies that came back exactly; null without copies
 * @param of all copies
 * @param low end of the 95 % interval of their share
 * @param high end of it
 * @param nearest copies for which the nearest of all pictures is the right one
 * @param dealt copies that come back exactly from a control, whose rows have their conductances
 *     dealt to other pixels
 * @param energy of the picture that comes back, from 0 to -1: see {@link
 *     hopfilm.hopfield.GradedRows}
 * @param energies of the pictures that were written, in the order of the runs
 * @param probes what comes back for each probe of a file; null without one
 * @param basins share of all inputs that end at each of them or its negative; null if not asked for
 * @param cost of a step of recall; null if a run does not have its untrained conductances
 */
@JsonPropertyOrder({
  "answer",
  "picture",
  "currents",
  "exact",
  "of",
  "low",
  "high",
  "nearest",
  "dealt",
  "energy",
  "energies",
  "probes",
  "basins",
  "cost"
})
public record RecallRecord(
    String answer,
    String picture,
    List<Double> currents,
    Integer exact,
    Integer of,
    Double low,
    Double high,
    Integer nearest,
    Integer dealt,
    Double energy,
    List<Double> energies,
    List<Answered> probes,
    List<Double> basins,
    RecallCost cost) {

  /**
   * What comes back for a probe.
   *
   * @param answer folder of the run whose row answers
   * @param picture what comes back
   * @param currents of the rows, by volt [S]
   */
  @JsonPropertyOrder({"answer", "picture", "currents"})
  public record Answered(String answer, String picture, List<Double> currents) {}
}
