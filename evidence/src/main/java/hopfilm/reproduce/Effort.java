package hopfilm.reproduce;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much is run for a claim.
 *
 * @param isQuick whether fewer seeds and points are taken
 * @param isTiny whether films are made tiny too, to try all that is computed of them
 * @param settings applied to every experiment after its own, as {@code --set}
 */
public record Effort(boolean isQuick, boolean isTiny, List<String> settings) {

  /** Fewer seeds and points. */
  public static final Effort QUICK = new Effort(true, List.of());

  /** The films of a quick reproduction, made tiny as their page says. */
  public static final Effort TINY = new Effort(true, true, List.of());

  /** The effort of the full report. */
  public static final Effort FULL = new Effort(false, List.of());

  public Effort {
    settings = List.copyOf(settings);
  }

  public Effort(boolean isQuick, List<String> settings) {
    this(isQuick, false, settings);
  }

  /** This effort with settings before its own. */
  public Effort after(List<String> first) {
    return new Effort(isQuick, isTiny, Stream.concat(first.stream(), settings.stream()).toList());
  }

  /** One value or the other. */
  public <T> T choose(T quick, T full) {
    return isQuick ? quick : full;
  }
}
