package hopfilm.film;

import hopfilm.experiment.Starts;
import hopfilm.hopfield.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The patterns that a retrieve step starts from, where these are not all. */
final class RetrievalStarts {

  private RetrievalStarts() {}

  /**
   * The listed patterns, or noisy copies of the trained ones.
   *
   * @param seed of the noise
   */
  static List<Pattern> of(Starts starts, List<Pattern> trained, long seed) {
    if (starts instanceof Starts.Listed listed) {
      return listed.patterns();
    }
    Starts.Noisy noisy = (Starts.Noisy) starts;
    SplittableRandom random = new SplittableRandom(seed);
    List<Pattern> copies = new ArrayList<>();
    for (Pattern p : trained) {
      for (int k = 0; k < noisy.copies(); k++) {
        copies.add(p.flipped(noisy.flips(), random));
      }
    }
    return copies;
  }
}
