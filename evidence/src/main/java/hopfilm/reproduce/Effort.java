package hopfilm.reproduce;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much is run for a claim.
 *
 * @param isQuick whether fewer seeds and points are taken
 * @param settings applied to every experiment after its own, as {@code --set}
 */
public record Effort(boolean isQuick, List<String> settings) {

  /** Fewer seeds and points. */
  public static final Effort QUICK = new Effort(true, List.of());

  /** The effort of the full report. */
  public static final Effort FULL = new Effort(false, List.of());

  public Effort {
    settings = List.copyOf(settings);
  }

  /** This effort with settings before its own. */
  public Effort after(List<String> first) {
    return new Effort(isQuick, Stream.concat(first.stream(), settings.stream()).toList());
  }

  /** One value or the other. */
  public <T> T choose(T quick, T full) {
    return isQuick ? quick : full;
  }
}
