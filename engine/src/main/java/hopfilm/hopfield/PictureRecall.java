package hopfilm.hopfield;

import java.util.List;

/** A way to recall pictures from rows. */
public interface PictureRecall {

  /** Recalls from a picture, damaged perhaps. */
  RowBank.Answer recall(Pattern given);

  /** From how many copies exactly this picture comes back. */
  default int exact(Pattern picture, List<Pattern> copies) {
    return (int) copies.stream().filter(c -> recall(c).picture().equals(picture)).count();
  }
}
