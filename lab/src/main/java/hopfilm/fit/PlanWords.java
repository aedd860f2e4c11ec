package hopfilm.fit;

import hopfilm.fit.PlanResult.Estimate;
import hopfilm.fit.PlanResult.Next;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.units.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan in words and tables, for the terminal and the page alike. */
public final class PlanWords {

  private static final String OPEN = "not identifiable";

  private PlanWords() {}

  /** What the protocol tells, in a sentence. */
  public static String summary(PlanResult r) {
    long known = r.estimates().stream().filter(Estimate::isIdentifiable).count();
    String all =
        "%d of %d numbers are identifiable from this protocol."
            .formatted(known, r.estimates().size());
    Estimate widest = r.widest();
    return widest.isIdentifiable()
        ? all
            + " The widest interval is that of %s, +- %s."
                .formatted(widest.unknown().key(), percent(widest.relative()))
        : all;
  }

  /** A line for each number. */
  public static Sheet<Estimate> estimates(PlanResult r) {
    return new Sheet<>(r.estimates())
        .add("parameter", Form.TEXT, e -> e.unknown().key())
        .add("value", Form.TEXT, e -> value(e, e.unknown().value()))
        .add("95 % interval", Form.TEXT, PlanWords::interval)
        .add("+-", Form.TEXT, e -> e.isIdentifiable() ? percent(e.relative()) : "");
  }

  private static String interval(Estimate e) {
    if (!e.isRead()) {
      return OPEN + ": no reading depends on it";
    }
    return e.isIdentifiable() ? end(e, e.low()) + " to " + end(e, e.high()) : OPEN;
  }

  /** With two digits of the width, four digits at least. */
  private static String end(Estimate e, double si) {
    int digits = Math.max(4, 2 - (int) Math.floor(Math.log10(e.relative())));
    double rounded = new BigDecimal(si).round(new MathContext(digits)).doubleValue();
    return Quantity.exact(rounded, e.unknown().range().dimension());
  }

  private static String value(Estimate e, double si) {
    return Quantity.format(si, e.unknown().range().dimension());
  }

  /** A line for each product that is known. */
  public static List<String> combinations(PlanResult r) {
    return r.combinations().stream()
        .map(c -> "%s is known within %s".formatted(c.text(), percent(PlanResult.half(c.sigma()))))
        .toList();
  }

  /** What to look at before the intervals are believed. */
  public static List<String> warnings(PlanResult r) {
    List<String> lines = new ArrayList<>();
    for (PlanResult.Rough rough : r.rough()) {
      lines.add(
          "the readings of %s jump between values of %s that differ by 1 %%, so their part of the intervals means little; use a known start, a lower voltage or a shorter pulse"
              .formatted(rough.group(), rough.key()));
    }
    for (PlanResult.Correlation c : r.correlations()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s and %s are told apart poorly: their correlation is %.3f",
              c.a(),
              c.b(),
              c.value()));
    }
    return lines;
  }

  /** A line for each reading that could follow. */
  public static Sheet<Next> next(PlanResult r) {
    int widest = r.fisher().widest();
    return new Sheet<>(r.next())
        .add("next", Form.TEXT, Next::what)
        .add("%s +-".formatted(r.names().get(widest)), Form.TEXT, n -> half(n, widest))
        .add("widest then", Form.TEXT, n -> r.names().get(n.fisher().widest()))
        .add("its +-", Form.TEXT, n -> half(n, n.fisher().widest()));
  }

  private static String half(Next n, int k) {
    return n.fisher().isIdentifiable(k) ? percent(PlanResult.half(n.fisher().sigma(k))) : OPEN;
  }

  /** Correlations of all numbers, a row each. */
  static Sheet<List<?>> correlations(PlanResult r) {
    List<String> heads = new ArrayList<>(List.of(""));
    heads.addAll(r.names());
    List<List<String>> rows = new ArrayList<>();
    for (int a = 0; a < r.names().size(); a++) {
      List<String> row = new ArrayList<>(List.of(r.names().get(a)));
      for (int b = 0; b < r.names().size(); b++) {
        row.add(String.format(Locale.ROOT, "%.2f", r.fisher().correlation(a, b)));
      }
      rows.add(row);
    }
    return Sheet.of(heads, rows);
  }

  /** Two significant digits. */
  static String percent(double share) {
    return Quantity.digits(100 * share, 2) + " %";
  }
}
