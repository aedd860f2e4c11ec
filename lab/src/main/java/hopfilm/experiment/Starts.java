package hopfilm.experiment;

import hopfilm.hopfield.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Start patterns of a retrieval. */
public sealed interface Starts {

  /** All 2^N patterns. */
  record AllPatterns() implements Starts {}

  /** These. */
  record Listed(List<Pattern> patterns) implements Starts {
    public Listed {
      patterns = List.copyOf(patterns);
    }
  }

  /** Copies of each trained pattern, with so many signs turned round at random. */
  record Noisy(int copies, int flips) implements Starts {

    public List<Pattern> of(List<Pattern> trained, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Pattern> all = new ArrayList<>();
      for (Pattern p : trained) {
        for (int k = 0; k < copies; k++) {
          all.add(p.flipped(flips, random));
        }
      }
      return all;
    }
  }

  /** Copies of each trained pattern at each of these fractions of signs turned round at random. */
  record Flipped(int copies, List<Double> fractions) implements Starts {
    public Flipped {
      fractions = List.copyOf(fractions);
    }
  }
}
