package hopfilm.reproduce;

/**
 * A condition on the results of a claim, stated before they are known.
 *
 * @param key short name, unique in its claim
 * @param text what must hold, with its numbers
 */
public record Criterion(String key, String text) {

  public static Criterion of(String key, String text) {
    return new Criterion(key, text);
  }
}
