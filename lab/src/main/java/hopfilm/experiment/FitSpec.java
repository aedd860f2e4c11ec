package hopfilm.experiment;

import hopfilm.units.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/**
 * What is measured of a film, and which of its numbers are to be found: the section {@code fit}.
 *
 * @param data what is read, one reading at least
 * @param unknowns numbers to be found, one at least
 */
public record FitSpec(List<Data> data, List<Unknown> unknowns) {

  public FitSpec {
    data = List.copyOf(data);
    unknowns = List.copyOf(unknowns);
  }

  /**
   * Readings of one kind.
   *
   * @param columns of {@code samples.csv}, such as n1_I; empty for the conductance matrix at each
   *     measure
   * @param noise standard deviation of one reading in SI units: {@code FRACTION} of G or {@code
   *     CONDUCTANCE}; of columns {@code VOLTAGE} and {@code CURRENT}
   */
  public record Data(List<String> columns, Map<Dimension, Double> noise) {

    /** Ends of the names of columns, by what they are. */
    public static final Map<Dimension, String> ENDS =
        Map.of(Dimension.VOLTAGE, "_V", Dimension.CURRENT, "_I");

    public Data {
      columns = List.copyOf(columns);
      noise = Map.copyOf(noise);
    }

    /** Whether it is the conductance matrix. */
    public boolean isMatrix() {
      return columns.isEmpty();
    }

    /** A voltage or a current. */
    public static Dimension dimension(String column) {
      return column.endsWith(ENDS.get(Dimension.VOLTAGE)) ? Dimension.VOLTAGE : Dimension.CURRENT;
    }
  }

  /**
   * A number to be found.
   *
   * @param range where it may lie; both ends have one sign
   * @param value that of the file [SI]
   */
  public record Unknown(Parameter range, double value) {

    /** Digits of a value that is tried. */
    private static final MathContext DIGITS = new MathContext(8);

    public String key() {
      return range.key();
    }

    /** Natural logarithm of the ratio of the ends. */
    public double width() {
      return Math.abs(Math.log(range.high() / range.low()));
    }

    /** The value times exp(step), within the range. */
    public double at(double step) {
      double exact = value * Math.exp(step);
      double rounded = step == 0 ? value : new BigDecimal(exact).round(DIGITS).doubleValue();
      return Math.max(range.low(), Math.min(range.high(), rounded));
    }
  }
}
