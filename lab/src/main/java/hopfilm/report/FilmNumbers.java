package hopfilm.report;

import hopfilm.chart.Prefix;
import hopfilm.io.Table;
import hopfilm.page.Form;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import hopfilm.page.Sheet;
import hopfilm.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The part of a report that has the numbers of the film: of its contacts, and of its energy. */
final class FilmNumbers {

  private static final List<String> PLAIN = List.of("mx", "my", "mz", "Q");

  private static final String TOTAL = "E_total";

  /** Rows of more contacts are folded away. */
  private static final int MOST_CONTACTS = 40;

  private final Html html;
  private final RunReportData data;

  FilmNumbers(Html html, RunReportData data) {
    this.html = html;
    this.data = data;
  }

  /** Contacts where there was a current, energies where no pattern was trained. */
  void write() {
    contacts();
    if (data.outcome() == null) {
      film();
    }
  }

  private void contacts() {
    String label = data.judged();
    Summary.Point at = data.summary().readings().operatingPoints().get(label);
    if (at == null) {
      return;
    }
    int n = at.voltages().length;
    Sheet<Integer> sheet =
        new Sheet<>(IntStream.rangeClosed(0, n).boxed().toList())
            .add("contact", Form.TEXT, k -> k < n ? data.film().electrodes().get(k).name() : "all")
            .add("voltage", "V", Form.QUANTITY, k -> k < n ? at.voltages()[k] : Double.NaN)
            .add(
                "current into the film",
                "A",
                Form.QUANTITY,
                k -> k < n ? at.currents()[k] : Double.NaN)
            .add(
                "power",
                "W",
                Form.QUANTITY,
                k -> k < n ? at.voltages()[k] * at.currents()[k] : at.power());
    boolean isLong = n > MOST_CONTACTS;
    if (isLong) {
      html.raw(
          "<details><summary>%d contacts under current, %s in all</summary>"
              .formatted(n, shown(at.power(), "W")));
    }
    html.sheet(sheet);
    if (isLong) {
      html.raw("</details>");
    }
    html.raw(
        "<p class=\"note\">Under what training gives, by the conductances at \u201c%s\u201d.</p>"
            .formatted(Markup.escape(label)));
  }

  /** The first and the last row of the table. */
  private void film() {
    Table table = data.course().table();
    if (table == null || table.rows().isEmpty() || !table.has(TOTAL)) {
      return;
    }
    double[] first = table.rows().get(0);
    double[] last = table.rows().get(table.rows().size() - 1);
    List<Integer> shown = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Table.Column column = table.columns().get(c);
      boolean isEnergy = column.unit().equals("J") && (first[c] != 0 || last[c] != 0);
      if (isEnergy || column.name().equals(TOTAL) || PLAIN.contains(column.name())) {
        shown.add(c);
      }
    }
    Sheet<Integer> sheet =
        new Sheet<>(shown).add("of the film", Form.TEXT, c -> table.columns().get(c).name());
    int t = table.indexOf("t").orElseThrow();
    for (double[] row : List.of(first, last)) {
      sheet.add(
          "t = " + Prefix.format(row[t], "s"),
          Form.TEXT,
          c ->
              table.columns().get(c).unit().equals("J")
                  ? Prefix.format(row[c], "J")
                  : Prefix.fixed(row[c], 3));
    }
    html.sheet(sheet);
  }

  private static String shown(double number, String unit) {
    return Markup.escape(Prefix.format(number, unit));
  }
}
