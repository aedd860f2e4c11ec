package hopfilm.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in angle brackets in a {@link Message}, and how values fill it. */
final class Slots {

  private static final Pattern SLOT = Pattern.compile("<[a-z]+>");

  /** A count with its noun, and the same of one. */
  private static final Pattern COUNTED = Pattern.compile("<n> ([a-z]+?)s\\b( are| take)?");

  private static final Map<String, String> VERBS = Map.of(" are", " is", " take", " takes");

  private static final Function<MatchResult, String> ONE =
      m ->
          "<n> "
              + m.group(1).replaceAll("ie$", "y")
              + (m.group(2) == null ? "" : VERBS.get(m.group(2)));

  private static final int LONGEST = 400;

  private Slots() {}

  /** The slots of a template, whose noun is singular if it counts one thing. */
  static Matcher of(String template, Object... values) {
    return SLOT.matcher(
        isOne(template, values) ? COUNTED.matcher(template).replaceAll(ONE) : template);
  }

  /** True if it counts one thing. */
  private static boolean isOne(String template, Object... values) {
    int n =
        SLOT.matcher(template).results().map(MatchResult::group).distinct().toList().indexOf("<n>");
    return n >= 0 && n < values.length && shown(values[n]).equals("1");
  }

  private static String number(double x) {
    if (!Double.isFinite(x)) {
      return Double.toString(x);
    }
    BigDecimal exact = new BigDecimal(x);
    boolean isShort = x < 1e7 && x == Math.rint(x);
    BigDecimal rounded = isShort ? exact : exact.round(new MathContext(3)).stripTrailingZeros();
    return x < 1e7 ? rounded.toPlainString() : rounded.toString().replace("E+", "e");
  }

  static String shown(Object value) {
    String text = value instanceof Double d ? number(d) : value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
