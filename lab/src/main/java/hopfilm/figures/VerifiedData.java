package hopfilm.figures;

import java.util.List;

/**
 * How runs ended that were trained until verified.
 *
 * @param groups runs of one pattern each
 */
public record VerifiedData(List<Group> groups) {

  /**
   * The runs of a pattern.
   *
   * @param name the pattern
   * @param shares what share of them learned, recalled
   * @param pulses how many pulses each verified run took
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
   * @param what they did, in a word or two
   * @param successes runs that did
   * @param total all runs
   * @param low lower end, in 0..1
   * @param high upper end
   */
  public record Share(String what, int successes, int total, double low, double high) {}

  /** Copies the list. */
  public VerifiedData {
    groups = List.copyOf(groups);
  }
}
