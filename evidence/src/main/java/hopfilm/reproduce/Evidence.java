package hopfilm.reproduce;

import hopfilm.chart.CurveChart;
import hopfilm.chart.Figure;
import hopfilm.hopfield.SuccessFraction;
import hopfilm.sweep.Spread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers, tables and pictures of the runs of a claim, and how each criterion came out. */
public final class Evidence {

  /**
   * How a criterion came out.
   *
   * @param criterion what was asked
   * @param met whether it holds
   * @param because one clause with the numbers that decide
   */
  public record Outcome(Criterion criterion, boolean met, String because) {

    String words() {
      return met ? "holds" : "does not hold";
    }
  }

  /**
   * A number.
   *
   * @param low lower end of the spread or interval, NaN without
   * @param high upper end
   * @param n films or trials that it comes from
   * @param unit empty for a plain number
   */
  public record Value(String name, double value, double low, double high, int n, String unit) {}

  /**
   * A table.
   *
   * @param title what it shows
   * @param columns heads with units
   * @param rows one text a column
   */
  public record Rows(String title, List<String> columns, List<List<String>> rows) {

    /** Adds a row to a table that was begun without rows; a list is so many cells. */
    public void row(Object... cells) {
      rows.add(texts(cells));
    }

    private static List<String> texts(Object... cells) {
      return Arrays.stream(cells)
          .flatMap(c -> c instanceof List<?> several ? several.stream() : Stream.of(c))
          .map(Object::toString)
          .toList();
    }
  }

  /**
   * A picture drawn here, or one of a run.
   *
   * @param name of its file, unique in the claim
   * @param figure null for one of a run
   * @param file SVG of a run, null for one drawn here
   * @param caption what is seen
   */
  public record Picture(String name, Figure figure, Path file, String caption) {}

  private final String claim;
  private final List<Criterion> criteria;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final List<Value> values = new ArrayList<>();
  private final List<Rows> tables = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Nothing is decided yet.
   *
   * @param claim its name, for messages
   */
  Evidence(String claim, List<Criterion> criteria) {
    this.claim = claim;
    this.criteria = List.copyOf(criteria);
    criteria.forEach(c -> outcomes.put(c.key(), null));
  }

  /**
   * Decides a criterion.
   *
   * @param because one clause with the numbers that decide; a format if there are values
   * @throws IllegalArgumentException if the claim has none of that key, or it is decided
   */
  public void decide(String key, boolean met, String because, Object... values) {
    Criterion criterion =
        criteria.stream()
            .filter(c -> c.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(claim + " has no criterion " + key));
    String text = values.length == 0 ? because : Numbers.text(because, values);
    if (outcomes.put(key, new Outcome(criterion, met, text)) != null) {
      throw new IllegalArgumentException(claim + " decides " + key + " twice");
    }
  }

  /** Adds a mean over films and its standard deviation. */
  public void number(String name, Spread s, String unit) {
    double d = s.n() < 2 ? Double.NaN : s.deviation();
    values.add(new Value(name, s.mean(), s.mean() - d, s.mean() + d, s.n(), unit));
  }

  /** Adds a number without a spread. */
  public void number(String name, double value, int n, String unit) {
    values.add(new Value(name, value, Double.NaN, Double.NaN, n, unit));
  }

  /** Adds a fraction with its 95 % Wilson interval. */
  public void number(String name, SuccessFraction f) {
    values.add(new Value(name, f.fraction(), f.low(), f.high(), f.total(), "95 % interval"));
  }

  /** Adds a table. */
  public void table(String title, List<String> columns, List<List<String>> rows) {
    tables.add(new Rows(title, List.copyOf(columns), List.copyOf(rows)));
  }

  /**
   * Begins a table, whose rows come after it.
   *
   * @param columns heads, several in a text with " | " between them, or in a list
   */
  public Rows table(String title, Object... columns) {
    List<String> heads =
        Rows.texts(columns).stream().flatMap(c -> Stream.of(c.split(" \\| ", -1))).toList();
    Rows table = new Rows(title, heads, new ArrayList<>());
    tables.add(table);
    return table;
  }

  /** Adds a chart. */
  public void picture(String name, CurveChart chart, String caption) {
    picture(name, chart.figure(), caption);
  }

  /** Adds a figure. */
  public void picture(String name, Figure figure, String caption) {
    pictures.add(new Picture(name, figure, null, caption));
  }

  /** Adds a figure of a run. */
  public void picture(String name, Path svg, String caption) {
    pictures.add(new Picture(name, null, svg, caption));
  }

  /** Adds a paragraph. */
  public void note(String text) {
    notes.add(text);
  }

  public List<Value> values() {
    return List.copyOf(values);
  }

  public List<Rows> tables() {
    return List.copyOf(tables);
  }

  public List<Picture> pictures() {
    return List.copyOf(pictures);
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  /**
   * How each criterion came out, in the order of the claim.
   *
   * @throws IllegalStateException if one is undecided
   */
  public List<Outcome> outcomes() {
    outcomes.forEach(
        (key, o) -> {
          if (o == null) {
            throw new IllegalStateException(claim + " leaves " + key + " undecided");
          }
        });
    return List.copyOf(outcomes.values());
  }

  /** Follows from the criteria. */
  public ClaimVerdict verdict() {
    return ClaimVerdict.of(outcomes().stream().map(Outcome::met).toList());
  }
}
