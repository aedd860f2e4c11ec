package hopfilm.fit;

import hopfilm.experiment.FitSpec.Reading;
import hopfilm.fit.FitResult.Group;
import hopfilm.fit.FitResult.Residual;
import hopfilm.fit.PlanResult.Next;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A plan or a fit in words and tables, for the terminal and the page alike. */
public final class FitWords {

  private static final String OPEN = "not identifiable";

  /** Model error by noise above which readings jump. */
  private static final double ROUGH = 10;

  private FitWords() {}

  /** What a fit found, in a sentence or two. */
  public static String summary(FitResult r) {
    String chi2 =
        "reduced chi^2 is %s, %d readings".formatted(Quantity.digits(r.chi2(), 2), readings(r));
    if (!r.isExplained() && r.chi2() <= r.limit()) {
      return "The picture is not the start of this film: the readings before the first current differ by more than their noise. The values are the nearest that were found, without intervals.";
    }
    if (!r.isExplained()) {
      return "The model does not explain the data: %s allow up to %s. The values are the nearest that were found, without intervals."
          .formatted(chi2, Quantity.digits(r.limit(), 2));
    }
    List<String> known =
        r.estimates().stream()
            .filter(Estimate::isIdentifiable)
            .map(e -> "%s %s (%s)".formatted(e.unknown().key(), rounded(e), interval(e)))
            .toList();
    String found = known.isEmpty() ? "No number is identifiable." : String.join(", ", known) + ".";
    return r.isTested()
        ? "The model explains the data: %s. %s".formatted(chi2, found)
        : "The data cannot test the model: %d readings, %d unknown numbers. %s"
            .formatted(readings(r), r.estimates().size(), found);
  }

  private static int readings(FitResult r) {
    return r.residuals().size();
  }

  /** What is known so far, in a line. */
  public static String line(FitResult.Progress progress, List<String> names) {
    List<String> parts = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      Estimate e = progress.estimates().get(k);
      String half = e.isIdentifiable() ? " +- " + percent(e.relative()) : " or so";
      parts.add(names.get(k) + " " + value(e, e.value()) + half);
    }
    return "%s; reduced chi^2 %s"
        .formatted(String.join(", ", parts), Quantity.digits(progress.chi2(), 2));
  }

  /** A line for each number of a fit; without intervals where the film is not explained. */
  public static Sheet<Estimate> found(FitResult r) {
    if (r.isExplained()) {
      return estimates(r);
    }
    return new Sheet<>(r.estimates())
        .add("parameter", Form.TEXT, e -> e.unknown().key())
        .add("value", Form.TEXT, e -> value(e, e.value()))
        .add("95 % interval", Form.TEXT, e -> "none");
  }

  /** A line for each measure or column. */
  public static Sheet<Group> groups(FitResult r) {
    return new Sheet<>(r.groups())
        .add("readings of", Form.TEXT, Group::group)
        .add("number", Form.WHOLE, Group::readings)
        .add("residual rms", Form.TEXT, g -> Quantity.digits(g.rms(), 2))
        .add("model error / noise", Form.TEXT, g -> Quantity.digits(g.model(), 2));
  }

  /** A line for each reading. */
  static Sheet<Residual> residuals(FitResult r) {
    return new Sheet<>(r.residuals())
        .add("reading", Form.TEXT, x -> x.reading().column())
        .add("of", Form.TEXT, x -> where(x.reading()))
        .add("measured", Form.TEXT, x -> si(x, x.reading().value()))
        .add("fitted", Form.TEXT, x -> si(x, x.fitted()))
        .add("noise", Form.TEXT, x -> si(x, twoDigits(x.noise())))
        .add("residual", Form.fixed(2), Residual::relative);
  }

  private static String where(Reading r) {
    return r.isSample() ? Quantity.format(r.time(), Dimension.TIME) : r.group();
  }

  private static double twoDigits(double v) {
    return new BigDecimal(v).round(new MathContext(2)).doubleValue();
  }

  private static String si(Residual x, double value) {
    double rounded = new BigDecimal(value).round(new MathContext(7)).doubleValue();
    return Quantity.exact(rounded, x.reading().dimension());
  }

  /** What to look at before a fit is believed. */
  public static List<String> warnings(FitResult r) {
    List<String> lines = new ArrayList<>();
    if (r.failed() > 0) {
      lines.add("%d of %d runs failed and are left out".formatted(r.failed(), r.runs()));
    }
    if (!r.isExplained()) {
      Group worst = r.groups().stream().max(Comparator.comparingDouble(Group::rms)).orElseThrow();
      lines.add(
          "the readings of %s are met worst; look for a wrong fixed value, another start, a contact, or a smaller noise in the file than in the data"
              .formatted(worst.group()));
      return lines;
    }
    if (!r.isTested()) {
      lines.add(
          "there are no more readings than unknown numbers, so nothing tells whether the model is right; give more readings");
    }
    Group rough = Collections.max(r.groups(), Comparator.comparingDouble(Group::model));
    if (rough.model() > ROUGH && !r.study().fit().draws()) {
      lines.add(
          "the readings of %s jump from film to film by %s times their noise, so the intervals are wide and the search may not have settled; take a lower voltage, narrower ranges or more evaluations"
              .formatted(rough.group(), Quantity.digits(rough.model(), 2)));
    }
    for (Estimate e : r.estimates()) {
      double end =
          Math.min(e.value() / e.unknown().range().low(), e.unknown().range().high() / e.value());
      if (e.isIdentifiable() && end < Math.exp(Fisher.INTERVAL * e.sigma())) {
        lines.add(
            "the interval of %s reaches an end of its range; widen the range"
                .formatted(e.unknown().key()));
      }
    }
    r.correlations().forEach(c -> lines.add(apart(c)));
    return lines;
  }

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
  public static Sheet<Estimate> estimates(Intervals r) {
    return new Sheet<>(r.estimates())
        .add("parameter", Form.TEXT, e -> e.unknown().key())
        .add("value", Form.TEXT, e -> value(e, e.value()))
        .add("95 % interval", Form.TEXT, FitWords::interval)
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

  /** The value with the digits of its interval. */
  private static String rounded(Estimate e) {
    return end(e, e.value());
  }

  private static String value(Estimate e, double si) {
    return Quantity.format(si, e.unknown().range().dimension());
  }

  /** A line for each product that is known. */
  public static List<String> combinations(Intervals r) {
    return r.combinations().stream()
        .map(c -> "%s is known within %s".formatted(c.text(), percent(Estimate.half(c.sigma()))))
        .toList();
  }

  /** What to look at before the intervals are believed. */
  public static List<String> warnings(PlanResult r) {
    List<String> lines = new ArrayList<>();
    if (r.study().fit().draws()) {
      lines.add(
          "the plan takes the start of the file as known; with another one the intervals are wider");
    }
    for (PlanResult.Rough rough : r.rough()) {
      lines.add(
          "the readings of %s jump between values of %s that differ by 1 %%, so their part of the intervals means little; use a known start, a lower voltage or a shorter pulse"
              .formatted(rough.group(), rough.key()));
    }
    for (Intervals.Correlation c : r.correlations()) {
      lines.add(apart(c));
    }
    return lines;
  }

  private static String apart(Intervals.Correlation c) {
    return String.format(
        Locale.ROOT,
        "%s and %s are told apart poorly: their correlation is %.3f",
        c.a(),
        c.b(),
        c.value());
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
    return n.fisher().isIdentifiable(k) ? percent(Estimate.half(n.fisher().sigma(k))) : OPEN;
  }

  /** Correlations of all numbers, a row each. */
  static Sheet<List<?>> correlations(Intervals r) {
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
