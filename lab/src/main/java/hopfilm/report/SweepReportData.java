package hopfilm.report;

import hopfilm.page.ReportFacts;
import hopfilm.plot.PulseSpreadFigure;
import hopfilm.plot.VerifiedFigure;
import hopfilm.plot.WeightHistogram;
import hopfilm.result.SweepRecord;
import hopfilm.result.SweepSummaryRecord.Found;
import java.util.List;

/**
 * The data of the report of a sweep.
 *
 * @param facts name, warnings, provenance and experiment file
 * @param found what the runs have in common
 * @param effect what training did to the films
 * @param runs in the order of the sweep
 * @param isRepeated whether runs of one pattern differ in seeds alone, so that shares have an
 *     interval
 * @param verified the ends of training until verified; null where nothing was verified, and where
 *     runs of one pattern differ in more than seeds
 * @param pulses what pulses did to the conductances; null without pulses
 * @param weights of the films; null where none was trained
 */
public record SweepReportData(
    ReportFacts facts,
    Found found,
    Effect effect,
    List<SweepRecord> runs,
    boolean isRepeated,
    List<VerifiedFigure.Group> verified,
    List<PulseSpreadFigure.Group> pulses,
    Weights weights) {

  /**
   * What training did to the films of all runs together.
   *
   * @param least root mean square by which the conductances of a film differ from their reference,
   *     of the reference, in the film where that is least; NaN where it is not known
   * @param most the same in the film where it is most
   * @param heating what the Joule heat did or would do to the hottest film, in words; null without
   *     any
   */
  public record Effect(double least, double most, String heating) {}

  /**
   * The weights of all films at the measure that decides.
   *
   * @param groups films that differ in their seeds alone
   * @param unit S or Ohm
   */
  public record Weights(List<WeightHistogram.Group> groups, String unit) {

    public Weights {
      groups = List.copyOf(groups);
    }

    int films() {
      return groups.stream().mapToInt(g -> g.films().size()).sum();
    }

    /** True if some films differ in their seeds alone: only those have a spread. */
    boolean isSpread() {
      return groups.stream().anyMatch(g -> g.films().size() > 1);
    }
  }

  public SweepReportData {
    runs = List.copyOf(runs);
  }
}
