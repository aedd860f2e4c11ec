package hopfilm.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import hopfilm.page.Sheet;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Columns of text; numbers stand to the right. */
final class TextTable {

  private TextTable() {}

  /** Prints a table with the prefixes and signs of a terminal, without columns of nothing. */
  static void print(Sheet<?> sheet, PrintWriter out) {
    List<String> heads = sheet.heads();
    List<List<String>> rows = sheet.shown();
    List<Integer> shown =
        IntStream.range(0, heads.size())
            .filter(k -> rows.stream().anyMatch(row -> !row.get(k).isEmpty()))
            .boxed()
            .toList();
    Column[] columns =
        shown.stream()
            .map(k -> column(heads.get(k), rows.stream().map(row -> row.get(k)).toList()))
            .toArray(Column[]::new);
    String[][] cells =
        rows.stream()
            .map(row -> shown.stream().map(row::get).toArray(String[]::new))
            .toArray(String[][]::new);
    AsciiTable.getTable(AsciiTable.NO_BORDERS, columns, cells)
        .lines()
        .map(String::stripTrailing)
        .forEach(out::println);
  }

  private static Column column(String head, List<String> cells) {
    boolean isOfNumbers = cells.stream().allMatch(s -> s.matches("-|\\*?|[-+]?[0-9.][^ ]*\\*?"));
    HorizontalAlign align = isOfNumbers ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
    return new Column().header(head).headerAlign(align).dataAlign(align).maxWidth(60);
  }
}
