package hopfilm.io;

import hopfilm.grid.Grid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an OVF file. Labels are compared without case and blanks, as the format asks;
 * {@code Desc} may come several times.
 */
final class OvfHeader {
  private static final Map<String, Double> METRES =
      Map.of(
          "m",
          1.0,
          "cm",
          1e-2,
          "mm",
          1e-3,
          "um",
          1e-6,
          "µm",
          1e-6,
          "nm",
          1e-9,
          "pm",
          1e-12,
          "a",
          1e-10,
          "angstrom",
          1e-10);

  /** OOMMF and mumax3 say "Total simulation time: 1e-9 s", mumax3 in OVF 1.0 "Time (s): 1e-9". */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:total\\s+simulation\\s+time\\s*:|time\\s*\\(s\\)\\s*:|\\bt\\s*[=:])"
              + "\\s*([-+0-9.]+(?:e[-+]?[0-9]+)?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TCL_ITEM = Pattern.compile("\\{([^}]*)}|\"([^\"]*)\"|(\\S+)");

  private final Path file;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> descriptions = new ArrayList<>();

  OvfHeader(Path file) {
    this.file = file;
  }

  /** Takes one line without its leading hash. */
  void add(String line) throws OvfException {
    int comment = line.indexOf("##");
    String text = comment < 0 ? line : line.substring(0, comment);
    if (text.isBlank()) {
      return;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw error("the header line \"%s\" has no colon".formatted(text.strip()));
    }
    String label = label(text);
    String value = text.substring(colon + 1).strip();
    if (label.equals("desc")) {
      descriptions.add(value);
    } else {
      values.put(label, value);
    }
  }

  /** What stands before the colon, in small letters and without blanks. */
  static String label(String line) {
    int colon = line.indexOf(':');
    return line.substring(0, colon < 0 ? line.length() : colon)
        .replaceAll("\\s", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The cells, once it is sure that this is a vector on a rectangular mesh. */
  Grid grid(boolean version1) throws OvfException {
    String mesh = values.getOrDefault("meshtype", "rectangular");
    if (!mesh.equalsIgnoreCase("rectangular")) {
      throw error("meshtype is %s; only rectangular meshes can be read".formatted(mesh));
    }
    if (!version1 && count("valuedim") != 3) {
      throw error(
          "valuedim is %s; a vector field has 3 numbers a cell".formatted(values.get("valuedim")));
    }
    String unit = values.getOrDefault("meshunit", "m");
    Double metres = METRES.get(unit.toLowerCase(Locale.ROOT));
    if (metres == null) {
      throw error("meshunit is \"%s\"; known are m, cm, mm, um, nm, pm, angstrom".formatted(unit));
    }
    int[] n = new int[3];
    double[] d = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      char name = "xyz".charAt(axis);
      n[axis] = count(name + "nodes");
      d[axis] = number(name + "stepsize") * metres;
      if (!(d[axis] > 0) || Double.isInfinite(d[axis])) {
        throw error(
            "%sstepsize is %s; a cell size must be positive"
                .formatted(name, values.get(name + "stepsize")));
      }
    }
    try {
      return new Grid(n[0], n[1], n[2], d[0], d[1], d[2]);
    } catch (IllegalArgumentException e) {
      throw error(e.getMessage());
    }
  }

  String title() {
    return values.getOrDefault("title", "");
  }

  /** Simulated time [s]; OOMMF writes -1 or -2 where there is none. */
  double time() {
    for (String d : descriptions) {
      Matcher m = TIME.matcher(d);
      if (m.find()) {
        try {
          double t = Double.parseDouble(m.group(1));
          return t >= 0 ? t : Double.NaN;
        } catch (NumberFormatException e) {
          return Double.NaN;
        }
      }
    }
    return Double.NaN;
  }

  /** One unit for all components where they agree. */
  String valueUnits(boolean version1) {
    String text = values.getOrDefault(version1 ? "valueunit" : "valueunits", "");
    Set<String> units = new LinkedHashSet<>();
    Matcher m = TCL_ITEM.matcher(text);
    while (m.find()) {
      String unit = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
      // a plain number is 1 in mumax3, {} in OOMMF and None in Ubermag
      units.add(unit.equals("1") || unit.equals("None") ? "" : unit);
    }
    return String.join(" ", units);
  }

  /** Factor on the stored numbers, in version 1.0 alone. */
  double valueMultiplier() throws OvfException {
    return values.containsKey("valuemultiplier") ? number("valuemultiplier") : 1;
  }

  private int count(String key) throws OvfException {
    String text = required(key);
    try {
      int n = Integer.parseInt(text);
      if (n >= 1) {
        return n;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw error("%s is %s; it must be a whole number from 1 to 2^31 - 1".formatted(key, text));
  }

  private double number(String key) throws OvfException {
    String text = required(key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw error("%s is \"%s\", which is not a number".formatted(key, text));
    }
  }

  private String required(String key) throws OvfException {
    String text = values.get(key);
    if (text == null) {
      throw error("the header has no line \"# %s: ...\"".formatted(key));
    }
    return text;
  }

  private OvfException error(String what) {
    return new OvfException(file, what);
  }
}
