package hopfilm.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import hopfilm.page.Sheet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns of text; numbers stand to the right. */
final class TextTable {

  private final String[] header;
  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... header) {
    this.header = header;
  }

  /** A number with five decimals, or a dash. */
  static String fixed(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5f", value);
  }

  /** Prints a table with the prefixes and signs of a terminal. */
  static void print(Sheet<?> sheet, PrintWriter out) {
    TextTable table = new TextTable(sheet.heads().toArray(String[]::new));
    sheet.shown().forEach(row -> table.row(row.toArray(String[]::new)));
    table.print(out);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  void print(PrintWriter out) {
    Column[] columns = new Column[header.length];
    for (int c = 0; c < header.length; c++) {
      int column = c;
      boolean numbers =
          rows.stream().map(r -> r[column]).allMatch(s -> s.matches("-|\\*?|[-+]?[0-9.][^ ]*\\*?"));
      HorizontalAlign align = numbers ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
      columns[c] = new Column().header(header[c]).headerAlign(align).dataAlign(align).maxWidth(60);
    }
    String[][] cells = rows.toArray(new String[0][]);
    AsciiTable.getTable(AsciiTable.NO_BORDERS, columns, cells)
        .lines()
        .map(String::stripTrailing)
        .forEach(out::println);
  }
}
