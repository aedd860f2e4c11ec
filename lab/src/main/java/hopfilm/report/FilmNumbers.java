package hopfilm.report;

import hopfilm.chart.Prefix;
import hopfilm.io.Table;
import hopfilm.page.Html;
import hopfilm.page.Markup;
import java.util.ArrayList;
import java.util.List;

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
    if (data.energies().outcome() == null) {
      film();
    }
  }

  private void contacts() {
    RunReportData.Contacts at = data.film().contacts();
    if (at == null) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < at.voltages().length; k++) {
      rows.add(
          List.of(
              Markup.escape(data.film().electrodes().get(k).name()),
              shown(at.voltages()[k], "V"),
              shown(at.currents()[k], "A"),
              shown(at.voltages()[k] * at.currents()[k], "W")));
    }
    rows.add(List.of("all", "", "", shown(at.power(), "W")));
    boolean isLong = at.voltages().length > MOST_CONTACTS;
    if (isLong) {
      html.raw(
          "<details><summary>%d contacts under current, %s in all</summary>"
              .formatted(at.voltages().length, shown(at.power(), "W")));
    }
    html.table(List.of("contact", "voltage", "current into the film", "power"), rows);
    if (isLong) {
      html.raw("</details>");
    }
    html.raw(
        "<p class=\"note\">Under what training gives, by the conductances at \u201c%s\u201d.</p>"
            .formatted(Markup.escape(at.measure())));
  }

  /** The first and the last row of the table. */
  private void film() {
    Table table = data.course().table();
    if (table == null || table.rows().isEmpty() || !table.has(TOTAL)) {
      return;
    }
    double[] first = table.rows().get(0);
    double[] last = table.rows().get(table.rows().size() - 1);
    List<List<String>> rows = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Table.Column column = table.columns().get(c);
      boolean isEnergy = column.unit().equals("J");
      boolean isShown = isEnergy && (first[c] != 0 || last[c] != 0);
      if (isShown || column.name().equals(TOTAL) || PLAIN.contains(column.name())) {
        rows.add(
            List.of(
                Markup.escape(column.name()),
                isEnergy ? shown(first[c], "J") : Prefix.fixed(first[c], 3),
                isEnergy ? shown(last[c], "J") : Prefix.fixed(last[c], 3)));
      }
    }
    int t = table.indexOf("t").orElseThrow();
    html.table(
        List.of(
            "of the film",
            "t = " + Prefix.format(first[t], "s"),
            "t = " + Prefix.format(last[t], "s")),
        rows);
  }

  private static String shown(double number, String unit) {
    return Markup.escape(Prefix.format(number, unit));
  }
}
