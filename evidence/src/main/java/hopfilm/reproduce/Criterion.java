package hopfilm.reproduce;

/**
 * A condition on the results of a claim, stated before they are known.
 *
 * @param key short name, unique in its claim
 * @param text what must hold, with its numbers
 * @param needs what the program must learn to do before it can be decided; empty if it can
 */
public record Criterion(String key, String text, String needs) {

  /** A criterion that can be decided. */
  public static Criterion of(String key, String text) {
    return new Criterion(key, text, "");
  }

  /** A criterion that waits for something. */
  public static Criterion waiting(String key, String text, String needs) {
    return new Criterion(key, text, needs);
  }

  /** True if the program cannot decide it yet. */
  public boolean waits() {
    return !needs.isEmpty();
  }
}
