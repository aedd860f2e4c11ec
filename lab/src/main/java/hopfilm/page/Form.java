package hopfilm.page;

import hopfilm.chart.Prefix;
import hopfilm.input.Excerpt;
import java.util.Locale;

/**
 * How a person sees the values of a column; files have all their digits. What is not known, null or
 * not a number, is an empty cell.
 *
 * @param kind what all values can be read as
 * @param style how they are shown
 * @param decimals of fixed ones
 */
public record Form(Kind kind, Style style, int decimals) {

  /** What the values of a column can be read as. */
  public enum Kind {
    WHOLE,
    NUMBER,
    TRUTH,
    TEXT
  }

  /** How values are shown. */
  public enum Style {
    PLAIN,
    SIGNS,
    FIXED,
    SMALL,
    QUANTITY
  }

  /** Words, or what was made one before. */
  public static final Form TEXT = plain(Kind.TEXT);

  public static final Form WHOLE = plain(Kind.WHOLE);

  /** True or false. */
  public static final Form TRUTH = plain(Kind.TRUTH);

  /** Numbers as they are. */
  public static final Form NUMBER = plain(Kind.NUMBER);

  /** Signs of a pattern, on pages in their own font. */
  public static final Form SIGNS = new Form(Kind.TEXT, Style.SIGNS, 0);

  /** Errors, of which the power of ten counts. */
  public static final Form SMALL = new Form(Kind.NUMBER, Style.SMALL, 0);

  /** Numbers in the SI unit of their column, shown with the prefix that suits. */
  public static final Form QUANTITY = new Form(Kind.NUMBER, Style.QUANTITY, 0);

  /** Numbers with so many decimals. */
  public static Form fixed(int decimals) {
    return new Form(Kind.NUMBER, Style.FIXED, decimals);
  }

  /** Cells that can be read as a kind, shown as they are. */
  public static Form plain(Kind kind) {
    return new Form(kind, Style.PLAIN, 0);
  }

  static boolean isEmpty(Object value) {
    return value == null || (value instanceof Double d && Double.isNaN(d));
  }

  /** A value as it stands in a file. */
  static String file(Object value) {
    return isEmpty(value) ? "" : value.toString();
  }

  /** A value as a terminal shows it. */
  String shown(Object value, String unit) {
    return shownWith(value, number(value, unit));
  }

  /** A value as a page has it. */
  String markup(Object value, String unit) {
    if (value instanceof Markup m) {
      return m.html();
    }
    return style == Style.SIGNS && value != null
        ? Markup.pattern(value.toString())
        : Markup.escape(shownWith(value, number(value, unit)));
  }

  private String shownWith(Object value, String number) {
    if (isEmpty(value)) {
      return "";
    }
    return number != null
        ? number
        : style == Style.SIGNS ? Excerpt.signs(value.toString()) : value.toString();
  }

  /** Null for what is no number of this style. */
  private String number(Object value, String unit) {
    if (!(value instanceof Double v)) {
      return null;
    }
    return switch (style) {
      case FIXED -> Prefix.fixed(v, decimals);
      case SMALL -> String.format(Locale.ROOT, "%.1e", v).replace('-', '\u2212');
      case QUANTITY -> Prefix.format(v, unit);
      default -> null;
    };
  }
}
