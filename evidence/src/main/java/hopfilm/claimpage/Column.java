package hopfilm.claimpage;

import hopfilm.expression.ColumnValue;
import hopfilm.expression.Functions;
import hopfilm.expression.Type;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Numbers;
import hopfilm.sweep.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A reading of all films of a page.
 *
 * @param title in tables; empty for a column that is not shown
 * @param unit empty for a plain number
 * @param type of the values
 * @param kinds of the films
 * @param values of the films: numbers, truths, texts or lists; null where a film has none, as where
 *     a number is not finite
 */
public record Column(String title, String unit, Type type, List<String> kinds, List<Object> values)
    implements ColumnValue {

  public Column {
    List<Object> known = new ArrayList<>();
    for (Object v : values) {
      known.add(v instanceof Number n && !Double.isFinite(n.doubleValue()) ? null : v);
    }
    values = Collections.unmodifiableList(known);
  }

  /** The films of some kinds; all where none is named. */
  Column in(String... some) {
    List<Predicate<String>> wanted = Arrays.stream(some).map(Functions::fits).toList();
    return some.length == 0
        ? this
        : where(k -> wanted.stream().anyMatch(w -> w.test(kinds.get(k))));
  }

  /** The films of exactly one kind. */
  Column of(String kind) {
    return where(k -> kinds.get(k).equals(kind));
  }

  Column where(Predicate<Integer> film) {
    List<Integer> own = IntStream.range(0, values.size()).boxed().filter(film).toList();
    List<Object> some = new ArrayList<>();
    own.forEach(k -> some.add(values.get(k))); // with nulls
    return new Column(title, unit, type, own.stream().map(kinds::get).toList(), some);
  }

  boolean isTruth() {
    return type == Type.TRUTHS;
  }

  /** Films in which it holds, of those that have a value. */
  SuccessFraction share() {
    List<Object> all = values.stream().filter(Boolean.class::isInstance).toList();
    return SuccessFraction.of((int) all.stream().filter(Boolean.TRUE::equals).count(), all.size());
  }

  double[] numbers() {
    return values.stream()
        .filter(Number.class::isInstance)
        .mapToDouble(v -> ((Number) v).doubleValue())
        .toArray();
  }

  Spread spread() {
    return Spread.of(numbers());
  }

  /** True if a film has a value. */
  boolean hasValue() {
    return isTruth()
        ? values.stream().anyMatch(Boolean.class::isInstance)
        : type == Type.NUMBERS ? numbers().length > 0 : values.stream().anyMatch(v -> v != null);
  }

  /** How many of all with the interval, or mean and deviation with the unit. */
  String words() {
    if (!hasValue()) {
      return "";
    }
    if (isTruth()) {
      return "%s (%s %%)".formatted(Numbers.text(share()), Numbers.interval(share()));
    }
    if (type != Type.NUMBERS) {
      return values.get(0).toString();
    }
    Spread s = spread();
    double size = Math.max(Math.abs(s.mean()), s.n() < 2 ? 0 : s.deviation());
    int decimals = size == 0 ? 0 : Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
    String mean = decimals > 6 ? Numbers.text(s.mean()) : s.text(decimals);
    String all = unit.isEmpty() ? mean : mean + " " + unit;
    return s.n() == values.size() ? all : "%s (n = %d)".formatted(all, s.n());
  }

  /** The value of one film. */
  String words(int film) {
    Object v = values.get(film);
    return switch (type) {
      case TRUTHS -> v == null ? "" : v.equals(true) ? "yes" : "no";
      case NUMBERS -> v == null ? "" : Numbers.text(((Number) v).doubleValue());
      default -> v == null ? "" : v.toString();
    };
  }
}
