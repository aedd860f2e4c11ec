package hopfilm.hopfield;

import java.util.List;

/** A way to recall pictures from rows. */
public interface PictureRecall {

  /**
   * What comes back.
   *
   * @param row the one that answers, from 0
   * @param picture what the pixels end at
   * @param currents of all rows for the pixels as they were given, by volt [A/V]
   */
  record Answer(int row, Pattern picture, List<Double> currents) {}

  /** Recalls from a picture, damaged perhaps. */
  Answer recall(Pattern given);

  /** From how many copies exactly this picture comes back. */
  default int exact(Pattern picture, List<Pattern> copies) {
    return (int) copies.parallelStream().filter(c -> recall(c).picture().equals(picture)).count();
  }
}
