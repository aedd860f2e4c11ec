package hopfilm.study;

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
  static List<Pattern> of(Step.Starts starts, List<Pattern> trained, long seed) {
    if (starts instanceof Step.Listed listed) {
      return listed.patterns();
    }
    Step.Noisy noisy = (Step.Noisy) starts;
    SplittableRandom random = new SplittableRandom(seed);
    List<Pattern> copies = new ArrayList<>();
    for (Pattern p : trained) {
      for (int k = 0; k < noisy.copies(); k++) {
        copies.add(flipped(p, noisy.flips(), random));
      }
    }
    return copies;
  }

  private static Pattern flipped(Pattern p, int flips, SplittableRandom random) {
    int[] signs = p.signs();
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < signs.length; i++) {
      left.add(i);
    }
    for (int f = 0; f < flips; f++) {
      int i = left.remove(random.nextInt(left.size()));
      signs[i] = -signs[i];
    }
    return Pattern.of(signs);
  }
}
