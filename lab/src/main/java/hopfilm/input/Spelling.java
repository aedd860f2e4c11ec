package hopfilm.input;

import java.util.Locale;

/**
 * A constant of the program as the word that users read and write: UNTRAINED_MEAN, untrained-mean.
 */
public final class Spelling {

  private Spelling() {}

  /** The word of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
