package hopfilm.key;

import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What values a key of the experiment file takes. */
public sealed interface KeyKind {

  /** What is allowed, as it stands in messages and in the manual. */
  String allowed();

  /**
   * Limits as a user would write them.
   *
   * @param low lowest value
   * @param high highest value
   * @param isOpen whether the limits themselves are excluded
   * @param from the lowest value in its SI unit
   * @param to the highest one
   */
  record Range(String low, String high, boolean isOpen, double from, double to) {
    static Range of(Dimension dimension, String low, String high, boolean isOpen) {
      double from = Quantity.parse(low, dimension);
      return new Range(low, high, isOpen, from, Quantity.parse(high, dimension));
    }

    public boolean contains(double value) {
      return isOpen ? value > from && value < to : value >= from && value <= to;
    }

    @Override
    public String toString() {
      return isOpen ? "between %s and %s".formatted(low, high) : "%s to %s".formatted(low, high);
    }
  }

  /**
   * One physical form of a quantity.
   *
   * @param dimension what it measures
   * @param unit unit that results are written with; empty for a plain number
   * @param range limits
   */
  record Form(Dimension dimension, String unit, Range range) {}

  /** A number with its unit; where several forms are possible the unit tells which is meant. */
  record Measure(List<Form> forms) implements KeyKind {
    /** Forms whose limits are told one by one. */
    private static final int MOST_FORMS = 3;

    public Form form(Dimension dimension) {
      return forms.stream().filter(f -> f.dimension() == dimension).findFirst().orElseThrow();
    }

    /**
     * Reads a text in one of the forms, whatever its range.
     *
     * @throws UnitException if it has no such form, with what to write instead
     */
    public Quantity read(String text) {
      Map<Dimension, String> units = new LinkedHashMap<>();
      forms.forEach(f -> units.put(f.dimension(), f.unit()));
      return Quantity.read(text, units);
    }

    @Override
    public String allowed() {
      if (forms.size() > MOST_FORMS) {
        return "a number with its unit";
      }
      return forms.stream().map(f -> f.range().toString()).collect(Collectors.joining(", or "));
    }
  }

  /**
   * A list of numbers with units.
   *
   * @param element each of them
   * @param count how many; 0 for one per electrode, {@link #ANY} for one or more
   */
  record Measures(Measure element, int count) implements KeyKind {
    public static final int ANY = -1;

    String example() {
      String one = element.forms().get(0).dimension().example().split(" or ")[0];
      return "[" + String.join(", ", Collections.nCopies(count, one)) + "]";
    }

    @Override
    public String allowed() {
      String n =
          count == 0
              ? "one value per electrode"
              : count == ANY ? "one value or more" : count + " values";
      return n + " in [ , ], each " + element.allowed();
    }
  }

  /** One of some words. */
  record Choice(List<String> words) implements KeyKind {
    @Override
    public String allowed() {
      return String.join(" | ", words);
    }
  }

  /** A whole number. */
  record Whole(long min, long max) implements KeyKind {
    @Override
    public String allowed() {
      return max == Long.MAX_VALUE
          ? "a whole number from " + min
          : "a whole number from %d to %d".formatted(min, max);
    }
  }

  /** A list of some of these words. */
  record Several(List<String> words) implements KeyKind {
    @Override
    public String allowed() {
      return "a list of " + String.join(", ", words);
    }
  }

  /**
   * A word or a section.
   *
   * @param keys of the section
   */
  record Union(List<String> words, List<String> keys) implements KeyKind {
    @Override
    public String allowed() {
      return String.join(" | ", words) + " | {" + String.join(", ", keys) + "}";
    }
  }

  /**
   * Anything else.
   *
   * @param allowed what is allowed, in words
   * @param isList whether a list is the value itself (and not a sweep)
   */
  record Other(String allowed, boolean isList) implements KeyKind {}

  /** Whether a list in square brackets is a value of the key itself and not a sweep over it. */
  default boolean takesList() {
    return this instanceof Measures
        || this instanceof Several
        || (this instanceof Other o && o.isList());
  }
}
