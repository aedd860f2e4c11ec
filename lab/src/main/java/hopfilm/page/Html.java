package hopfilm.page;

import hopfilm.chart.FigureFiles;
import hopfilm.chart.Palette;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** A page that holds all it needs: style and pictures are inside, nothing is fetched. */
public final class Html implements Page {
  /** Wider figures get a row of their own [px]. */
  private static final int WIDE = 800;

  private static final String EXPERIMENT = "experiment";

  /** Stands where the links are until all headings are known. */
  private static final String LINKS = "<!-- links -->";

  private final StringBuilder body = new StringBuilder();
  private final List<String> headings = new ArrayList<>();
  private final String title;

  /** An empty page. */
  public Html(String title) {
    this.title = title;
  }

  /** Appends markup as it is. */
  public Html raw(String markup) {
    body.append(markup).append('\n');
    return this;
  }

  @Override
  public Html verdict(String kind, String words) {
    return raw("<p class=\"verdict %s\">%s</p>".formatted(kind, words));
  }

  @Override
  public Html alert(String text) {
    return raw("<p class=\"alert\">" + Markup.escape(text) + "</p>");
  }

  @Override
  public Html summary(String text) {
    return raw("<p class=\"summary\">" + Markup.withPatterns(text) + "</p>");
  }

  @Override
  public Html note(String markup) {
    return raw("<p class=\"note\">" + markup + "</p>");
  }

  @Override
  public Html figures(String kind, List<Picture> pictures) {
    if (!pictures.isEmpty()) {
      raw("<div class=\"" + kind + "\">");
      pictures.forEach(p -> figure(p.svg(), p.width()));
      raw("</div>");
    }
    return this;
  }

  @Override
  public Html details(String summary, Runnable content) {
    raw("<details><summary>" + Markup.escape(summary) + "</summary><div class=\"tables\">");
    content.run();
    return raw("</div></details>");
  }

  @Override
  public Html heading(String id, String text) {
    headings.add(id);
    return raw("<h2 id=\"" + id + "\">" + Markup.escape(text) + "</h2>");
  }

  /** Links to all headings of the page. */
  public Html links() {
    return raw(LINKS);
  }

  private String nav() {
    return headings.stream()
        .map(
            id ->
                "<a href=\"#%s\">%s</a>"
                    .formatted(
                        id, id.equals(EXPERIMENT) ? "Experiment file" : StringUtils.capitalize(id)))
        .collect(Collectors.joining(" ", "<nav>", "</nav>"));
  }

  @Override
  public Html paragraph(String text) {
    return raw("<p>" + Markup.withPatterns(text) + "</p>");
  }

  /** Appends a list; its lines are escaped. */
  public Html list(List<String> lines) {
    raw("<ul>");
    lines.forEach(line -> raw("<li>" + Markup.escape(line) + "</li>"));
    return raw("</ul>");
  }

  /** A table of two columns. */
  public Html facts(Map<String, String> facts) {
    return rows("facts", facts);
  }

  @Override
  public Html outcome(Map<String, String> outcome) {
    return outcome.isEmpty() ? this : rows("facts outcome", outcome);
  }

  private Html rows(String kind, Map<String, String> facts) {
    raw("<div class=\"scroll\"><table class=\"" + kind + "\">");
    facts.forEach(
        (k, v) ->
            raw(
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                    .formatted(Markup.escape(k), Markup.escape(v))));
    return raw("</table></div>");
  }

  @Override
  public Html sheet(Sheet<?> sheet) {
    return raw(sheet.html());
  }

  /**
   * A picture that follows the theme of the page.
   *
   * @param svg as {@link FigureFiles#svg} gives it
   */
  public Html figure(String svg, int width) {
    return raw("<figure style=\"max-width:%dpx\">%s</figure>".formatted(width, themed(svg)));
  }

  /**
   * A picture with a caption that follows the theme of the page.
   *
   * @param width most that it takes [px], 0 for all there is
   * @param caption markup
   */
  public Html figure(String svg, int width, String caption) {
    String style = width > 0 ? " style=\"max-width:%dpx\"".formatted(width) : "";
    if (width > WIDE) {
      style += " class=\"wide\"";
    }
    return raw(
        "<figure%s>%s<figcaption>%s</figcaption></figure>".formatted(style, themed(svg), caption));
  }

  /** The resolved experiment file. */
  public Html experiment(String text) {
    return raw("<pre><code>" + Markup.escape(text.strip()) + "</code></pre>");
  }

  /**
   * A script of the page.
   *
   * @param name of the file beside the style
   */
  public Html script(String name) {
    return raw("<script>\n" + resource(name) + "</script>");
  }

  /** The whole page, with what stands at the end of every report. */
  public String page(ReportFacts facts) {
    if (!facts.warnings().isEmpty()) {
      heading("warnings", "Warnings");
      list(facts.warnings());
    }
    heading("provenance", "Provenance").facts(facts.provenance());
    heading(EXPERIMENT, "Experiment file").experiment(facts.experimentFile());
    return page();
  }

  /** The markup that was appended so far. */
  public String body() {
    return body.toString();
  }

  /** The whole page. */
  public String page() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
        .formatted(
            Markup.escape(title), resource("report.css"), body.toString().replace(LINKS, nav()));
  }

  private static String themed(String svg) {
    return svg.replace("fill:black", "fill:var(--ink)")
        .replace("stroke:black", "stroke:var(--ink)")
        .replace(css(Palette.INK), "var(--ink)")
        .replace(css(Palette.MUTED), "var(--muted)")
        .replace(css(Palette.GRID), "var(--grid)");
  }

  private static String css(Color c) {
    return "rgb(%d,%d,%d)".formatted(c.getRed(), c.getGreen(), c.getBlue());
  }

  private static String resource(String name) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " is missing from the program", e);
    }
  }
}
