package hopfilm.manual;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How ranges of keys stand in the tables of a page: in few words, with their unit once. */
final class TableWords {

  /** Ranges that many keys have, by the word that stands for them in tables. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("signal value", "-1 kV to 1 kV, or -1 kA to 1 kA, or -100 MA/m to 100 MA/m");
    KINDS.put("length", "0.01 nm to 10 mm");
    KINDS.put("position", "-10 mm to 10 mm");
    KINDS.put("time", "0 ns to 1 ms");
    KINDS.put("interval", "0.001 ps to 1 ms");
    KINDS.put("angle", "-360 deg to 360 deg");
    KINDS.put("frequency", "1 Hz to 1000 THz");
    KINDS.put("field", "-100 MA/m to 100 MA/m");
    KINDS.put("anisotropy", "-100 MJ/m^3 to 100 MJ/m^3");
    KINDS.put("resistance", "0 Ohm to 1000 TOhm");
    KINDS.put("grid", "rows x columns, such as 3x3");
    KINDS.put("direction", "3 values, -1e6 to 1e6");
    KINDS.put("seed", "integer from 0");
    KINDS.put("percentage", "0 % to 100 %");
    KINDS.put("amplitude", "0.001 uV to 1 kV");
  }

  private TableWords() {}

  /** The table of these words. */
  static String kinds() {
    StringBuilder table = new StringBuilder("|kind |values |\n|---|---|\n");
    KINDS.forEach((kind, values) -> table.append(bars(kind, oneUnit(values))));
    return table.toString();
  }

  /** A row of a table. */
  static String bars(String... cells) {
    return Arrays.stream(cells)
        .map(c -> c.replace("|", "\\|"))
        .collect(Collectors.joining(" |", "|", " |\n"))
        .replace(" | |", " ||");
  }

  /** A range with its unit once, where both ends have the same. */
  static String oneUnit(String range) {
    return range.replaceAll("([-0-9.e]+) (\\S[^,;]*) to ([-0-9.e]+) \\2(?=[,;]|$)", "$1 to $3 $2");
  }

  /** As it stands in a table. */
  static String brief(String allowed) {
    String text =
        allowed
            .replaceFirst("^(a|the) ", "")
            .replace(" | ", ", ")
            .replace("whole number from 1 to ", "integer up to ")
            .replace("whole number", "integer")
            .replace("list of {shape, ...}", "list of [shapes](#shapes)")
            .replaceFirst("^rows x columns, such as \\dx\\d", KINDS.get("grid"))
            .replaceFirst("^(\\d) values in \\[ , \\], each ", "$1 values, ")
            .replaceFirst("^one value per electrode in \\[ , \\], each ", "per electrode, ")
            .replaceFirst("^one value or more in \\[ , \\], each ", "list of ");
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      text =
          text.replaceFirst("(^|, )" + Pattern.quote(kind.getValue()) + "$", "$1" + kind.getKey());
    }
    return oneUnit(text)
        .replaceFirst("^rectangle, disc, polygon, .*", "[shape](#shapes)")
        .replaceFirst("^3 values, (.*)$", "$1 along x, y, z")
        .replaceFirst("^(2) values, (\\w+)$", "$1 $2s");
  }
}
