package hopfilm.file;

import java.util.regex.Pattern;

/** Scalars of YAML as text. */
final class YamlText {

  /** Scalars that need no quotes anywhere, flow style included. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9+./_-][A-Za-z0-9 +.%^/_*()=-]*(?<! )");

  /** Texts that other readers of YAML would take for something else than text. */
  private static final Pattern RESERVED = Pattern.compile("(?i)-|--.*|null|~|");

  /** What YAML takes as an escape only. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF\\p{Cs}]");

  private YamlText() {}

  /** The text as a YAML scalar, in quotes where it needs them. */
  static String quoted(String text) {
    if (PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches()) {
      return text;
    }
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"'
        + UNPRINTABLE
            .matcher(escaped)
            .replaceAll(m -> "\\\\u%04X".formatted((int) m.group().charAt(0)))
        + '"';
  }
}
