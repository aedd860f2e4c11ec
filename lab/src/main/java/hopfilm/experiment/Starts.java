package hopfilm.experiment;

import hopfilm.hopfield.Pattern;
import java.util.List;

/** Start patterns of a retrieval. */
public sealed interface Starts {

  /** All 2^N patterns. */
  record AllPatterns() implements Starts {}

  /** These. */
  record Listed(List<Pattern> patterns) implements Starts {
    /** Copies the list. */
    public Listed {
      patterns = List.copyOf(patterns);
    }
  }

  /** Copies of each trained pattern, with so many signs turned round at random. */
  record Noisy(int copies, int flips) implements Starts {}

  /** Copies of each trained pattern at each of these fractions of signs turned round at random. */
  record Flipped(int copies, List<Double> fractions) implements Starts {
    /** Copies the list. */
    public Flipped {
      fractions = List.copyOf(fractions);
    }
  }
}
