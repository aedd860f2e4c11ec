package hopfilm.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One table in its four forms. */
class SheetTest {

  private record Film(String pattern, double watts, Boolean learned, String note) {}

  private static final Sheet<Film> SHEET =
      new Sheet<>(
              List.of(
                  new Film("+-+-", -2.5e-6, true, "a, \"b\" | c"),
                  new Film("++--", 1.25e-9, null, null),
                  new Film("+--+", Double.NaN, false, "<b>\nd")))
          .add("pattern", Form.SIGNS, Film::pattern)
          .add("E", "W", Form.QUANTITY, Film::watts)
          .add("learned", Form.TRUTH, Film::learned)
          .add("note", Form.TEXT, Film::note);

  @Test
  void aFileHasAllDigitsAndQuotesWhatItMust() {
    assertThat(SHEET.csv())
        .isEqualTo(
            """
            pattern,E (W),learned,note
            +-+-,-2.5E-6,true,"a, ""b"" | c"
            ++--,1.25E-9,,
            +--+,,false,"<b>
            d"
            """);
  }

  @Test
  void aTerminalHasOnePrefixForAColumn() {
    assertThat(SHEET.heads()).containsExactly("pattern", "E (uW)", "learned", "note");
    assertThat(SHEET.shown().get(0)).startsWith("+-+-", "-2.500", "true");
    assertThat(SHEET.shown().get(1)).startsWith("++--", "0.001", "");
    assertThat(SHEET.shown().get(2).get(1)).isEmpty();
  }

  @Test
  void aPageHasItsOwnPrefixInEachCellAndNoForeignMarkup() {
    assertThat(SHEET.html())
        .contains("<th scope=\"col\">E</th>")
        .contains("<td>\u22122.5\u00a0\u00b5W</td>", "<td>1.25\u00a0nW</td>")
        .contains("<code class=\"pattern\">+\u2212+\u2212</code>")
        .contains("<td>&lt;b&gt;\nd</td>")
        .doesNotContain("NaN", "null");
    Sheet<String> links =
        new Sheet<>(List.of("x")).add("run", Form.TEXT, r -> new Markup("<a>x</a>", r));
    assertThat(links.html()).contains("<td><a>x</a></td>");
    assertThat(links.csv()).isEqualTo("run\nx\n");
  }

  @Test
  void markdownKeepsItsBars() {
    assertThat(Sheet.of(List.of("a", "b"), List.of(List.of(1, "x|y"))).markdown())
        .isEqualTo("|a |b |\n|---|---|\n|1 |x\\|y |\n");
  }
}
