package hopfilm.hopfield;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.SplittableRandom;

/**
 * One sign per electrode, in electrode order: {@code +-+-}.
 *
 * <p>The voltages V and -V are one state of the network (E' is even in V); results write it with +
 * first, see {@link #canonical()}.
 *
 * @param text the signs as they are written, + and - only
 */
public record Pattern(String text) {

  /** Most electrodes whose 2^N patterns are listed one by one. */
  public static final int MAX_LISTED = 20;

  /**
   * @throws IllegalArgumentException if the text is empty or has another character than + and -
   */
  public Pattern {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a pattern has one sign, + or -, per electrode");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '+' && text.charAt(i) != '-') {
        throw new IllegalArgumentException(
            "a pattern has one sign, + or -, per electrode; '%s' has '%s' at place %d"
                .formatted(text, text.charAt(i), i + 1));
      }
    }
  }

  /** Reads "+-+-"; a typographic minus counts as one. */
  public static Pattern parse(String text) {
    return new Pattern(text.strip().replace('\u2212', '-').replace('\u2013', '-'));
  }

  /**
   * Reads a pattern for a network of this many electrodes.
   *
   * @throws IllegalArgumentException if the number of signs is another
   */
  public static Pattern parse(String text, int electrodes) {
    Pattern pattern = parse(text);
    if (pattern.size() != electrodes) {
      throw new IllegalArgumentException(
          "the pattern %s has %d signs for %d electrodes"
              .formatted(pattern, pattern.size(), electrodes));
    }
    return pattern;
  }

  /** Positive numbers are +, all others -. */
  public static Pattern of(int... signs) {
    char[] text = new char[signs.length];
    for (int i = 0; i < text.length; i++) {
      text[i] = signs[i] > 0 ? '+' : '-';
    }
    return new Pattern(new String(text));
  }

  /** The 2^n patterns in the order ++++, +++-, ++-+, ..., ----: those with + first come first. */
  public static List<Pattern> all(int n) {
    if (n < 1 || n > MAX_LISTED) {
      throw new IllegalArgumentException(
          "the patterns of 1 to %d electrodes can be listed, not those of %d"
              .formatted(MAX_LISTED, n));
    }
    return new Listed(n);
  }

  /** Two random patterns that are equal in half of their signs, drawn by a seed. */
  public static List<Pattern> halfAlike(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] first = random.ints(count, 0, 2).map(bit -> 2 * bit - 1).toArray();
    int[] second = first.clone();
    int left = count / 2; // signs to change among those that come
    for (int k = 0; k < count; k++) {
      if (random.nextInt(count - k) < left) {
        second[k] = -first[k];
        left--;
      }
    }
    return List.of(Pattern.of(first), Pattern.of(second));
  }

  /**
   * Random patterns, every two of which are equal in half of their signs where the number of
   * electrodes is a multiple of 2^(count - 1), and in about half where it is not.
   *
   * @throws IllegalArgumentException if the count is not 1 to 20
   */
  public static List<Pattern> uncorrelated(int count, int electrodes, SplittableRandom random) {
    if (count < 1 || count > MAX_LISTED) {
      throw new IllegalArgumentException(
          "1 to %d patterns can be drawn, not %d".formatted(MAX_LISTED, count));
    }
    int groups = 1 << (count - 1);
    int[] group = new int[electrodes];
    for (int i = 0; i < electrodes; i++) {
      int k = random.nextInt(i + 1);
      group[i] = group[k];
      group[k] = i % groups;
    }
    int[] first = random.ints(electrodes, 0, 2).map(bit -> 2 * bit - 1).toArray();
    List<Pattern> patterns = new ArrayList<>(List.of(of(first)));
    for (int k = 0; k < count - 1; k++) {
      int[] signs = first.clone();
      for (int i = 0; i < electrodes; i++) {
        signs[i] *= (group[i] >> k & 1) == 0 ? 1 : -1;
      }
      patterns.add(of(signs));
    }
    return patterns;
  }

  /** The pattern whose - are the ones of a number in binary, the last electrode being the units. */
  static Pattern ofCode(int n, long code) {
    char[] text = new char[n];
    for (int i = 0; i < n; i++) {
      text[i] = (code >> (n - 1 - i) & 1) == 0 ? '+' : '-';
    }
    return new Pattern(new String(text));
  }

  /** The number that {@link #ofCode} makes this pattern from. */
  long code() {
    long code = 0;
    for (int i = 0; i < size(); i++) {
      code = 2 * code + (sign(i) > 0 ? 0 : 1);
    }
    return code;
  }

  /** Number of electrodes. */
  public int size() {
    return text.length();
  }

  /** +1 or -1. */
  public int sign(int electrode) {
    return text.charAt(electrode) == '+' ? 1 : -1;
  }

  /** +1 or -1 for every electrode. */
  public int[] signs() {
    int[] signs = new int[size()];
    for (int i = 0; i < signs.length; i++) {
      signs[i] = sign(i);
    }
    return signs;
  }

  /** Voltages +v0 and -v0 [V]. */
  public double[] voltages(double v0) {
    double[] v = new double[size()];
    for (int i = 0; i < v.length; i++) {
      v[i] = sign(i) * v0;
    }
    return v;
  }

  /** All signs turned round. */
  public Pattern negated() {
    return new Pattern(text.replace('+', '0').replace('-', '+').replace('0', '-'));
  }

  /** So many different signs, chosen at random, turned round. */
  public Pattern flipped(int flips, SplittableRandom random) {
    int[] signs = signs();
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < signs.length; i++) {
      left.add(i);
    }
    for (int f = 0; f < flips; f++) {
      int i = left.remove(random.nextInt(left.size()));
      signs[i] = -signs[i];
    }
    return of(signs);
  }

  /** This pattern or its negative, whichever has + first. */
  public Pattern canonical() {
    return text.charAt(0) == '+' ? this : negated();
  }

  /** True if both are one state: equal up to the sign of all voltages. */
  public boolean isSameState(Pattern other) {
    return canonical().equals(other.canonical());
  }

  /** True if all electrodes are at one voltage, so that no current flows. */
  public boolean isUniform() {
    return text.chars().allMatch(c -> c == text.charAt(0));
  }

  /** Number of electrodes that differ (Hamming distance). */
  public int distance(Pattern other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException(
          "the patterns %s and %s have different sizes".formatted(this, other));
    }
    int distance = 0;
    for (int i = 0; i < size(); i++) {
      distance += sign(i) == other.sign(i) ? 0 : 1;
    }
    return distance;
  }

  @Override
  public String toString() {
    return text;
  }

  /** Patterns made as they are asked for: 2^20 of them are not worth their memory. */
  private static final class Listed extends AbstractList<Pattern> implements RandomAccess {
    private final int n;

    Listed(int n) {
      this.n = n;
    }

    @Override
    public Pattern get(int code) {
      java.util.Objects.checkIndex(code, size());
      return ofCode(n, code);
    }

    @Override
    public int size() {
      return 1 << n;
    }
  }
}
