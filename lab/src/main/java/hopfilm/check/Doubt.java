package hopfilm.check;

import java.util.Comparator;
import java.util.List;

/**
 * A warning and how grave it is.
 *
 * @param text what is doubtful, and after the first {@code "; "} what to do
 */
public record Doubt(Severity severity, String text) {

  /** What a doubt means for the result, the gravest first. */
  public enum Severity {
    UNPHYSICAL("unphysical"),
    NO_LEARNING("will not learn"),
    OTHER("");

    private final String words;

    Severity(String words) {
      this.words = words;
    }
  }

  /** What is doubtful, without the remedy. */
  public String what() {
    return text.split("; ", 2)[0];
  }

  /** The gravest of some doubts, in words: {@code OK}, or what it is and why. */
  static String verdict(List<Doubt> doubts) {
    int n = doubts.size();
    String ok = n == 0 ? "OK" : n == 1 ? "OK, with a warning" : "OK, with %d warnings".formatted(n);
    return doubts.stream()
        .min(Comparator.comparing(Doubt::severity))
        .filter(d -> d.severity != Severity.OTHER)
        .map(d -> d.severity.words + ": " + d.what())
        .orElse(ok);
  }
}
