package hopfilm.input;

import java.io.Serializable;

/**
 * Where a value was written, for messages.
 *
 * @param source a file, {@code --set key=value}, or the default protocol
 * @param line line in the file, counted from 1; 0 where there are no lines
 */
public record Origin(String source, int line) implements Serializable {

  static final Origin NONE = new Origin("", 0);

  public static final Origin DEFAULT = new Origin("default protocol", 0);

  @Override
  public String toString() {
    return line > 0 ? source + ":" + line : source;
  }
}
