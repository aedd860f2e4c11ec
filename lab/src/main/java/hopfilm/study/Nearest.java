package hopfilm.study;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a misspelt word most likely stands for. */
final class Nearest {

  private Nearest() {}

  /** {@code ; did you mean x?}, or the list of what is known where nothing is near. */
  static String hint(String word, Collection<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String w = word.toLowerCase(Locale.ROOT);
    String best =
        known.stream()
            .min(Comparator.comparing(k -> distance.apply(w, k.toLowerCase(Locale.ROOT))))
            .orElse("");
    int edits = distance.apply(w, best.toLowerCase(Locale.ROOT));
    return 2 * edits <= Math.max(w.length(), 3)
        ? "; did you mean " + best + "?"
        : "; known here: " + String.join(", ", known);
  }
}
