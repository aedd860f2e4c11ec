package hopfilm.page;

import hopfilm.chart.Fonts;
import hopfilm.input.Excerpt;
import java.util.regex.Pattern;

/**
 * What a page has in another form than text, such as a link.
 *
 * @param html of the page
 * @param text of files and terminals
 */
public record Markup(String html, String text) {

  private static final Pattern SIGNS = Pattern.compile("[+\\u2212]{2,}");

  @Override
  public String toString() {
    return text;
  }

  /** Text as it stands in markup. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Signs of a pattern, evenly spaced; of hundreds the beginning. */
  public static String pattern(String signs) {
    return "<code class=\"pattern\">" + escape(Fonts.pattern(Excerpt.signs(signs))) + "</code>";
  }

  /** A text in which patterns, already with real minus signs, are set in their own font. */
  public static String withPatterns(String text) {
    return SIGNS.matcher(escape(text)).replaceAll(m -> pattern(m.group()));
  }
}
