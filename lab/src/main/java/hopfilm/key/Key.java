package hopfilm.key;

/**
 * A key of the experiment file.
 *
 * @param path dotted name; keys of a protocol step begin with {@code protocol.} and the step's name
 * @param kind what it takes
 * @param byDefault the value where the key is not given, as a user would write it; null if there is
 *     none, or if it follows from other keys
 * @param meaning one line for the manual
 */
public record Key(String path, KeyKind kind, String byDefault, String meaning) {

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
