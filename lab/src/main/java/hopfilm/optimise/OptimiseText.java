package hopfilm.optimise;

import hopfilm.experiment.OptimiseSpec;
import hopfilm.sweep.RunValue;
import hopfilm.units.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An optimisation in words, for the terminal and the report alike. */
public final class OptimiseText {

  /** What the numbers of a sensitivity mean. */
  static final String EXPLANATION =
      "Trend: standardised coefficient of a regression of the ranks of the objective on the ranks"
          + " of the parameters (Iman and Conover 1979), with its 95 % interval: 1 if the objective"
          + " grows with the parameter alone, -1 if it falls. Share: part of the variance of these"
          + " ranks that the parameter and its square explain and no other does; it is large too"
          + " where the best value lies within the range. A search looks more often near its best"
          + " values, so both are those of where it looked.";

  private OptimiseText() {}

  /** Parameters with their values, keys by their last part where that is clear. */
  public static List<String> words(Map<String, String> values) {
    long different = values.keySet().stream().map(OptimiseText::last).distinct().count();
    List<String> words = new ArrayList<>();
    values.forEach(
        (key, value) -> words.add((different < values.size() ? key : last(key)) + " " + value));
    return words;
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  /** The objective of an evaluation. */
  public static String value(OptimiseSpec spec, Candidate t) {
    return Double.isNaN(t.objective())
        ? "none"
        : Quantity.format(t.objective(), RunValue.of(spec.objective()).dimension());
  }

  /** What came out, in some sentences. */
  public static String summary(OptimisationResult r) {
    OptimiseSpec spec = r.study().optimise();
    Candidate best = r.best();
    StringBuilder text = new StringBuilder();
    text.append("%d evaluations to %s. ".formatted(r.trials().size(), spec.goal()));
    if (best == null) {
      text.append("None of them has a value of it.");
    } else {
      text.append(
          "Best is number %d: %s, %s %s"
              .formatted(
                  best.number(),
                  String.join(", ", words(best.texts())),
                  spec.objective().text(),
                  value(spec, best)));
      if (Double.isFinite(best.reading().low())) {
        text.append(
            " (%s to %s)"
                .formatted(
                    Quantity.format(
                        best.reading().low(), RunValue.of(spec.objective()).dimension()),
                    Quantity.format(
                        best.reading().high(), RunValue.of(spec.objective()).dimension())));
      }
      if (best.learned().total() > 0) {
        text.append(
            "; %d of %d runs learned".formatted(best.learned().hits(), best.learned().total()));
      }
      text.append('.');
    }
    if (r.converged() != null) {
      text.append(" It ended early: ").append(r.converged()).append('.');
    }
    return r.stopped() == null ? text.toString() : text + " It was stopped: " + r.stopped() + ".";
  }

  /** Lines of a table: parameter, trend, interval, share. */
  public static List<List<String>> sensitivities(Sensitivities s) {
    List<List<String>> rows = new ArrayList<>();
    for (Sensitivities.Sensitivity x : s.all()) {
      if (!s.isTelling()) {
        rows.add(List.of(x.key(), "too few to tell", "-", "-"));
        continue;
      }
      boolean isKnown = Double.isFinite(x.trend());
      rows.add(
          List.of(
              x.key(),
              isKnown ? fixed(x.trend()) : "-",
              isKnown ? fixed(x.low()) + " to " + fixed(x.high()) : "-",
              Double.isFinite(x.share())
                  ? String.format(Locale.ROOT, "%.0f %%", 100 * x.share())
                  : "-"));
    }
    return rows;
  }

  private static String fixed(double v) {
    return String.format(Locale.ROOT, "%+.2f", v);
  }
}
