package hopfilm.claimpage;

import hopfilm.expression.Functions;
import hopfilm.expression.Meaning;
import hopfilm.expression.Names;
import hopfilm.expression.Names.What;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.reproduce.Numbers;
import hopfilm.sweep.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What criteria can ask of the columns of a page. It remembers every value that was asked for: they
 * are the reasons of the decision.
 */
public class Statistics extends Functions {

  private final Set<String> asked = new LinkedHashSet<>();

  /** Values that were asked for since the last call of this, in words. */
  final String because() {
    String all = String.join("; ", asked);
    asked.clear();
    return all;
  }

  final void tell(String what, String words, String... kinds) {
    String where = kinds.length == 0 ? "" : ", " + String.join(", ", kinds);
    asked.add(what + where + ": " + words);
  }

  /** The films of some kinds, at least one of which has a value. */
  private static Column some(Column c, String... kinds) {
    Column some = c.in(kinds);
    if (some.values().isEmpty() && !c.values().isEmpty()) {
      throw new IllegalArgumentException(
          "no kind is %s; the kinds are %s"
              .formatted(
                  String.join(", ", kinds),
                  c.kinds().stream().distinct().collect(Collectors.joining(", "))));
    }
    if (!some.hasValue()) {
      throw new IllegalArgumentException(
          "%s is null in all films of %s"
              .formatted(c.title(), kinds.length == 0 ? "any kind" : String.join(", ", kinds)));
    }
    return some;
  }

  private Column told(Column c, String... kinds) {
    Column some = some(c, kinds);
    tell(c.title(), some.words(), kinds);
    return some;
  }

  @Meaning("share of the films in which it holds")
  public double share(@Names(What.TRUTHS) Column column, @Names(What.KIND) String... kinds) {
    return told(column, kinds).share().fraction();
  }

  @Meaning("lower end of the 95 % Wilson interval of the share")
  public double shareLow(@Names(What.TRUTHS) Column column, @Names(What.KIND) String... kinds) {
    return told(column, kinds).share().low();
  }

  @Meaning("upper end of the 95 % Wilson interval of the share")
  public double shareHigh(@Names(What.TRUTHS) Column column, @Names(What.KIND) String... kinds) {
    return told(column, kinds).share().high();
  }

  @Meaning("smallest share of any single kind")
  public double worst(@Names(What.TRUTHS) Column column, @Names(What.KIND) String... kinds) {
    return some(column, kinds).kinds().stream()
        .distinct()
        .mapToDouble(
            kind -> {
              SuccessFraction f = column.of(kind).share();
              tell(column.title(), Numbers.text(f), kind);
              return f.fraction();
            })
        .min()
        .orElseThrow();
  }

  @Meaning("number of films in which it holds")
  public double count(@Names(What.TRUTHS) Column column, @Names(What.KIND) String... kinds) {
    Column some = column.in(kinds);
    if (!some.hasValue()) {
      tell(column.title(), "0 of 0", kinds);
      return 0;
    }
    tell(column.title(), Numbers.text(some.share()), kinds);
    return some.share().successes();
  }

  @Meaning("number of films that have a value")
  public double films(Column column, @Names(What.KIND) String... kinds) {
    long films = column.in(kinds).values().stream().filter(Objects::nonNull).count();
    tell("films with " + column.title(), Long.toString(films), kinds);
    return films;
  }

  @Meaning("mean over the films")
  public double mean(@Names(What.NUMBERS) Column column, @Names(What.KIND) String... kinds) {
    return told(column, kinds).spread().mean();
  }

  @Meaning("standard deviation over the films, n - 1 below")
  public double deviation(@Names(What.NUMBERS) Column column, @Names(What.KIND) String... kinds) {
    return told(column, kinds).spread().deviation();
  }

  @Meaning("half of the 95 % interval of the mean, by Student's t")
  public double error(@Names(What.NUMBERS) Column column, @Names(What.KIND) String... kinds) {
    double error = some(column, kinds).spread().error();
    tell("half of the 95 % interval of " + column.title(), Numbers.text(error), kinds);
    return error;
  }

  @Meaning("smallest value")
  public double least(@Names(What.NUMBERS) Column column, @Names(What.KIND) String... kinds) {
    double least = some(column, kinds).spread().least();
    tell("least " + column.title(), Numbers.text(least), kinds);
    return least;
  }

  @Meaning("largest value")
  public double most(@Names(What.NUMBERS) Column column, @Names(What.KIND) String... kinds) {
    double most = some(column, kinds).spread().greatest();
    tell("largest " + column.title(), Numbers.text(most), kinds);
    return most;
  }

  @Meaning("sum over the films")
  public double sum(@Names(What.NUMBERS) Column column, @Names(What.KIND) String... kinds) {
    return Arrays.stream(told(column, kinds).numbers()).sum();
  }

  @Meaning("a number of one film of a kind, counted from 0")
  public double film(
      @Names(What.NUMBERS) Column column, double number, @Names(What.KIND) String kind) {
    List<Object> values = some(column, kind).values();
    int k = whole(number, "number");
    if (k >= values.size() || values.get(k) == null) {
      throw new IllegalArgumentException(
          "there is no value %d of %d films; count from 0".formatted(k, values.size()));
    }
    double value = ((Number) values.get(k)).doubleValue();
    tell(column.title(), Numbers.text(value), kind);
    return value;
  }

  @Meaning("the films in which a condition holds")
  public Column only(Column column, @Names(What.TRUTHS) Column condition) {
    List<Object> some = new ArrayList<>();
    for (int k = 0; k < column.values().size(); k++) {
      some.add(Boolean.TRUE.equals(condition.values().get(k)) ? column.values().get(k) : null);
    }
    return new Column(
        column.title() + " where " + condition.title(),
        column.unit(),
        column.type(),
        column.kinds(),
        some);
  }

  @Meaning(
      "p value that it holds more often in one kind than in another, one-sided (Fisher's exact test)")
  public double pAbove(
      @Names(What.TRUTHS) Column column,
      @Names(What.KIND) String kind,
      @Names(What.KIND) String other) {
    SuccessFraction one = told(column, kind).share();
    double p = one.pValueAbove(told(column, other).share());
    tell("p", Numbers.text(p));
    return p;
  }

  @Meaning("whether the difference of two kinds, film by film, is above 0 in its 95 % interval")
  public boolean isAbove(
      @Names(What.NUMBERS) Column column,
      @Names(What.KIND) String kind,
      @Names(What.KIND) String other) {
    List<Object> a = some(column, kind).values();
    List<Object> b = some(column, other).values();
    requirePairs(kind, a, other, b);
    Spread s =
        Spread.of(
            IntStream.range(0, a.size())
                .filter(k -> a.get(k) != null && b.get(k) != null)
                .mapToDouble(
                    k -> ((Number) a.get(k)).doubleValue() - ((Number) b.get(k)).doubleValue())
                .toArray());
    tell(
        column.title() + ", mean difference and half of its 95 % interval",
        Numbers.text("%s and %s, n = %d", Numbers.text(s.mean()), Numbers.text(s.error()), s.n()),
        kind,
        other);
    return s.mean() > s.error();
  }

  @Meaning("pairs of films of two kinds, film by film, that have the same value")
  public double same(Column column, @Names(What.KIND) String kind, @Names(What.KIND) String other) {
    List<Object> a = some(column, kind).values();
    List<Object> b = some(column, other).values();
    requirePairs(kind, a, other, b);
    double same =
        IntStream.range(0, a.size())
            .filter(k -> a.get(k) != null && a.get(k).equals(b.get(k)))
            .count();
    tell("same " + column.title(), "%.0f of %d".formatted(same, a.size()), kind, other);
    return same;
  }

  private static void requirePairs(String kind, List<?> a, String other, List<?> b) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException(
          "%s and %s have %d and %d films; pairs need as many of each"
              .formatted(kind, other, a.size(), b.size()));
    }
  }

  @Meaning("the kind with the largest mean")
  public String kindOfMost(@Names(What.NUMBERS) Column column, @Names(What.KIND) String... kinds) {
    return kindsOf(column.in(kinds))
        .max(Comparator.comparingDouble(kind -> column.of(kind).spread().mean()))
        .orElseThrow(() -> new IllegalArgumentException(column.title() + " has no value"));
  }

  @Meaning(
      "largest mean of a kind, of those whose mean of another column is below a limit; 0 without")
  public double mostWhereBelow(
      @Names(What.NUMBERS) Column column, @Names(What.NUMBERS) Column other, double limit) {
    double most =
        kindsOf(column)
            .filter(kind -> other.of(kind).hasValue())
            .filter(kind -> other.of(kind).spread().mean() < limit)
            .mapToDouble(kind -> column.of(kind).spread().mean())
            .max()
            .orElse(0);
    tell(
        "largest mean of %s where %s is below %s"
            .formatted(column.title(), other.title(), Numbers.text(limit)),
        Numbers.text(most));
    return most;
  }

  private static Stream<String> kindsOf(Column column) {
    return column.kinds().stream().distinct().filter(kind -> column.of(kind).hasValue());
  }

  private static double[][] first(Column matrices) {
    return (double[][])
        matrices.values().stream().filter(Objects::nonNull).findFirst().orElseThrow();
  }

  @Meaning("largest difference of two matrices: of the first films of two kinds that have them")
  public double apart(
      @Names(What.MATRICES) Column column,
      @Names(What.KIND) String kind,
      @Names(What.MATRICES) Column other,
      @Names(What.KIND) String otherKind) {
    double[][] a = first(some(column, kind));
    double[][] b = first(some(other, otherKind));
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
      }
    }
    tell("largest difference of " + kind + " and " + otherKind, Numbers.text(largest));
    return largest;
  }
}
