package hopfilm.page;

import hopfilm.page.Form.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table: named columns with unit, meaning and form, and a row for each of some things. The same
 * columns make the file (CSV), the table of a page and that of a terminal.
 *
 * @param <T> what a row is of
 */
public final class Sheet<T> {

  /**
   * A column.
   *
   * @param name as files have it
   * @param unit SI; empty for pure numbers and what is no number
   * @param meaning one clause, for documents; may be empty
   * @param value of a thing; null or NaN where there is none
   */
  public record Column<T>(
      String name, String unit, Form form, String meaning, Function<? super T, ?> value) {

    /** Name and unit as they stand in the first line of a file. */
    public String head() {
      return Sheet.head(name, unit);
    }
  }

  private final List<T> things;
  private final List<Column<T>> columns = new ArrayList<>();

  /** A table of these, without columns yet. */
  public Sheet(List<T> things) {
    this.things = List.copyOf(things);
  }

  /** A table of rows that are there already, one value for each head. */
  public static Sheet<List<?>> of(List<String> heads, List<? extends List<?>> rows) {
    Sheet<List<?>> sheet = new Sheet<>(List.copyOf(rows));
    for (int k = 0; k < heads.size(); k++) {
      int at = k;
      sheet.add(heads.get(k), Form.TEXT, row -> row.get(at));
    }
    return sheet;
  }

  /** Adds a column without a unit and a meaning. */
  public Sheet<T> add(String name, Form form, Function<? super T, ?> value) {
    return add(name, "", form, "", value);
  }

  /** Adds a column whose values have a unit. */
  public Sheet<T> add(String name, String unit, Form form, Function<? super T, ?> value) {
    return add(name, unit, form, "", value);
  }

  /** Adds a column. */
  public Sheet<T> add(
      String name, String unit, Form form, String meaning, Function<? super T, ?> value) {
    columns.add(new Column<>(name, unit, form, meaning, value));
    return this;
  }

  /** From left to right. */
  public List<Column<T>> columns() {
    return List.copyOf(columns);
  }

  /** The rows as files have them, without the first line. */
  public List<List<String>> cells() {
    return rows((column, value) -> Form.file(value));
  }

  /** Comma-separated values (RFC 4180) with a first line of names. */
  public String csv() {
    return line(columns.stream().map(Column::head).toList())
        + cells().stream().map(Sheet::line).collect(Collectors.joining());
  }

  /** The heads for a terminal; quantities of a column have one prefix. */
  public List<String> heads() {
    return columns.stream()
        .map(c -> PrefixedNumbers.ascii(head(c.name, numbers(c).unit(c.unit))))
        .toList();
  }

  /** The rows for a terminal. */
  public List<List<String>> shown() {
    List<PrefixedNumbers> numbers = columns.stream().map(this::numbers).toList();
    return rows(
        (column, value) ->
            column.form.style() == Style.QUANTITY && value instanceof Double v && !v.isNaN()
                ? numbers.get(columns.indexOf(column)).of(v)
                : PrefixedNumbers.ascii(column.form.shown(value, column.unit)).strip());
  }

  /** The table as a page has it. */
  String html() {
    StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
    columns.forEach(
        c ->
            html.append("<th scope=\"col\">")
                .append(Markup.escape(c.form.style() == Style.QUANTITY ? c.name : c.head()))
                .append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : rows((column, value) -> column.form.markup(value, column.unit))) {
      html.append("<tr><td>").append(String.join("</td><td>", row)).append("</td></tr>\n");
    }
    return html.append("</tbody></table></div>").toString();
  }

  /** The table as Markdown. */
  public String markdown() {
    return bars(heads())
        + "|"
        + "---|".repeat(columns.size())
        + "\n"
        + shown().stream().map(Sheet::bars).collect(Collectors.joining());
  }

  private static String bars(List<String> cells) {
    return cells.stream()
        .map(c -> c.replace("|", "\\|"))
        .collect(Collectors.joining(" |", "|", " |\n"))
        .replace(" | |", " ||");
  }

  private interface Cell<T> {
    String of(Column<T> column, Object value);
  }

  private List<List<String>> rows(Cell<T> cell) {
    return things.stream()
        .map(t -> columns.stream().map(c -> cell.of(c, c.value.apply(t))).toList())
        .toList();
  }

  /** The numbers of a column that is shown with one prefix; of any other as they are. */
  private PrefixedNumbers numbers(Column<T> c) {
    return PrefixedNumbers.upTo(
        c.form.style() != Style.QUANTITY
            ? 0
            : things.stream()
                .map(c.value)
                .filter(v -> !Form.isEmpty(v))
                .mapToDouble(v -> Math.abs((Double) v))
                .max()
                .orElse(0));
  }

  private static String head(String name, String unit) {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  /** Cells are quoted where they must be. */
  private static String line(List<String> cells) {
    return cells.stream()
            .map(c -> c.matches("(?s).*[,\"\r\n].*") ? '"' + c.replace("\"", "\"\"") + '"' : c)
            .collect(Collectors.joining(","))
        + "\n";
  }
}
