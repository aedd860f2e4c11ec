package hopfilm.input;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a misspelt word most likely stands for. */
public final class Nearest {

  /** Longer words are no slips of the pen, and cost time. */
  private static final int LONGEST = 60;

  private Nearest() {}

  /** Words that mean the same elsewhere, and in YAML. */
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("on", "true", "yes", "enabled"), Set.of("off", "false", "no", "none", "disabled"));

  /** The known word that means the same, or is spelled nearly the same. */
  public static Optional<String> word(String word, Collection<String> known) {
    String w = word.toLowerCase(Locale.ROOT);
    return ALIKE.stream()
        .filter(alike -> alike.contains(w))
        .flatMap(alike -> known.stream().filter(alike::contains))
        .findFirst()
        .or(() -> to(word, known));
  }

  /** The known word with the fewest changes, where these are at most half of its letters. */
  public static Optional<String> to(String word, Collection<String> known) {
    String w = word.toLowerCase(Locale.ROOT);
    if (w.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .min(Comparator.comparing(k -> changes(w, k)))
        .filter(best -> 2 * changes(w, best) <= Math.max(w.length(), 3));
  }

  /** Letters to change; letters in another order count as one. */
  private static int changes(String word, String known) {
    String k = known.toLowerCase(Locale.ROOT);
    int changes = LevenshteinDistance.getDefaultInstance().apply(word, k);
    return changes > 1 && word.length() == k.length() && Arrays.equals(sorted(word), sorted(k))
        ? 1
        : changes;
  }

  private static char[] sorted(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters);
    return letters;
  }
}
