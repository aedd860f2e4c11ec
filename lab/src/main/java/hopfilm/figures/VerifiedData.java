package hopfilm.figures;

import hopfilm.hopfield.SuccessFraction;
import java.util.List;

/**
 * The ends of runs that were trained until verified.
 *
 * @param groups runs of one pattern each
 */
public record VerifiedData(List<Group> groups) {

  /**
   * The runs of a pattern.
   *
   * @param name the pattern
   * @param shares of the runs that learned, that recalled
   * @param pulses number of pulses of each verified run
   * @param failed runs that did not pass within their time
   */
  public record Group(String name, List<Share> shares, List<Integer> pulses, int failed) {
    /** Copies the lists. */
    public Group {
      shares = List.copyOf(shares);
      pulses = List.copyOf(pulses);
    }
  }

  /**
   * A share of runs with its 95 % Wilson interval.
   *
   * @param did a word or two for those that count, such as {@code learned}
   * @param runs how many of how many did
   */
  public record Share(String did, SuccessFraction runs) {}

  /** Copies the list. */
  public VerifiedData {
    groups = List.copyOf(groups);
  }
}
