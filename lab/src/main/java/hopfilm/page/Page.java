package hopfilm.page;

import java.util.List;
import java.util.Map;

/**
 * What results are told to: a page of HTML, or a terminal, which leaves out notes, figures and what
 * is folded away. Patterns in texts have real minus signs.
 */
public interface Page {

  /**
   * A figure.
   *
   * @param svg as {@link hopfilm.chart.FigureFiles#svg} gives it
   * @param width most that it takes [px]
   */
  record Picture(String svg, int width) {}

  /**
   * What came out, in a word or two.
   *
   * @param kind its style
   * @param words with a mark before them
   */
  Page verdict(String kind, String words);

  /** What must not be overlooked. */
  Page alert(String text);

  /** What came out, in a few sentences. */
  Page summary(String text);

  /** What came out, each by what it is of; nothing without any. */
  Page outcome(Map<String, String> outcome);

  /** A heading that links can point at. */
  Page heading(String id, String text);

  /** A table. */
  Page sheet(Sheet<?> sheet);

  /** A text that explains. */
  default Page paragraph(String text) {
    return this;
  }

  /** What is said in small letters, as markup. */
  default Page note(String markup) {
    return this;
  }

  /** Figures beside each other; nothing without any. */
  default Page figures(String kind, List<Picture> pictures) {
    return this;
  }

  /** What is folded away. */
  default Page details(String summary, Runnable content) {
    return this;
  }
}
