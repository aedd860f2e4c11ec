package hopfilm.experiment;

import hopfilm.transport.ResistanceMatrix;
import hopfilm.units.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured of a film, and which of its numbers are to be found: the section {@code fit}.
 *
 * @param data what is read, one reading at least
 * @param unknowns numbers to be found, one at least
 * @param draws whether each run draws its random start anew, as that of the film is not known
 * @param pictured measures before any current, where the start is a picture: their readings show
 *     whether it is that of the film; empty for other starts
 * @param evaluations most runs of the search
 * @param seed of the search
 */
public record FitSpec(
    List<Data> data,
    List<Unknown> unknowns,
    boolean draws,
    List<String> pictured,
    int evaluations,
    long seed) {

  public FitSpec {
    data = List.copyOf(data);
    unknowns = List.copyOf(unknowns);
    pictured = List.copyOf(pictured);
  }

  /** Runs that some unknowns need: a cloud over the ranges and one around the estimate. */
  public static int fewest(int unknowns) {
    return first(unknowns) + cloud(unknowns);
  }

  /** Runs over the ranges that a search begins with. */
  public static int first(int unknowns) {
    return 6 * unknowns + 12;
  }

  /** Runs around an estimate. */
  public static int cloud(int unknowns) {
    return 3 * unknowns + 6;
  }

  /** Number, from 1, of the first entry without measured values; empty where all have some. */
  public Optional<Integer> unmeasured() {
    for (int k = 0; k < data.size(); k++) {
      if (data.get(k).measured().isEmpty()) {
        return Optional.of(k + 1);
      }
    }
    return Optional.empty();
  }

  /** What is read of each pair of contacts. */
  public enum Pairs {
    /**
     * Element of the conductance matrix: current into one per volt at the other, the rest at 0 V.
     */
    G(Dimension.CONDUCTANCE),
    /** Resistance between two contacts, no current at the others. */
    R(Dimension.RESISTANCE);

    private final Dimension dimension;

    Pairs(Dimension dimension) {
      this.dimension = dimension;
    }

    public Dimension dimension() {
      return dimension;
    }

    /** Sign of each value. */
    public int sign() {
      return this == G ? -1 : 1;
    }

    /** The values of all pairs [S or Ohm] of a conductance matrix [S]. */
    public double[][] of(double[][] siemens) {
      if (this == G) {
        return siemens;
      }
      ResistanceMatrix matrix = ResistanceMatrix.of(siemens);
      int n = siemens.length;
      double[][] ohm = new double[n][n];
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          ohm[a][b] = a == b ? 0 : matrix.between(a, b);
        }
      }
      return ohm;
    }
  }

  /**
   * Readings of one kind.
   *
   * @param pairs read at each measure; empty for columns and periods
   * @param columns of {@code samples.csv}, such as n1_I; empty for pairs and periods
   * @param period of the stripes at a measure; empty for pairs and columns
   * @param noise standard deviation of one reading in SI units: of pairs and periods {@code
   *     FRACTION} or that of their dimension; of columns {@code VOLTAGE} and {@code CURRENT}
   * @param measured empty where a measurement is planned
   */
  public record Data(
      Optional<Pairs> pairs,
      List<String> columns,
      Optional<Period> period,
      Map<Dimension, Double> noise,
      Optional<Measured> measured) {

    /** Ends of the names of columns, by what they are. */
    public static final Map<Dimension, String> ENDS =
        Map.of(Dimension.VOLTAGE, "_V", Dimension.CURRENT, "_I");

    public Data {
      columns = List.copyOf(columns);
      noise = Map.copyOf(noise);
    }

    /** A value of a column in units of its noise; its logarithm where the noise is relative. */
    public double scaled(String column, double si) {
      Dimension of = ofNoise(column);
      return (of == Dimension.FRACTION ? Math.log(Math.abs(si)) : si) / noise.get(of);
    }

    /** Standard deviation of a value of a column [SI]. */
    public double deviation(String column, double si) {
      Dimension of = ofNoise(column);
      return of == Dimension.FRACTION ? noise.get(of) * Math.abs(si) : noise.get(of);
    }

    private Dimension ofNoise(String column) {
      return columns.isEmpty() ? noise.keySet().iterator().next() : dimension(column);
    }

    /** A voltage or a current. */
    public static Dimension dimension(String column) {
      return column.endsWith(ENDS.get(Dimension.VOLTAGE)) ? Dimension.VOLTAGE : Dimension.CURRENT;
    }
  }

  /**
   * Period of the stripes of a film.
   *
   * @param at label of a measure
   * @param size extent of the picture along x and y [m]
   */
  public record Period(String at, List<Double> size) {

    /** Name of the reading. */
    public static final String NAME = "period";

    public Period {
      size = List.copyOf(size);
    }
  }

  /**
   * What was measured.
   *
   * @param file absolute path of the table or picture
   * @param readings one at least
   */
  public record Measured(String file, List<Reading> readings) {
    public Measured {
      readings = List.copyOf(readings);
    }
  }

  /**
   * A measured value.
   *
   * @param column its name
   * @param group label of the measure, or the column
   * @param pair places of the two contacts; empty for a sample or a period
   * @param time of a sample [s]; 0 for a measure
   * @param value in SI units
   */
  public record Reading(
      String column, String group, List<Integer> pair, double time, double value) {
    public Reading {
      pair = List.copyOf(pair);
    }

    /** Of a pair of contacts. */
    public static Reading ofPair(String column, String label, int[] pair, double value) {
      return new Reading(column, label, List.of(pair[0], pair[1]), 0, value);
    }

    /** Of the stripes at a measure. */
    public static Reading ofPeriod(String label, double value) {
      return new Reading(Period.NAME, label, List.of(), 0, value);
    }

    /** Whether it is of the stripes at a measure. */
    public boolean isPeriod() {
      return column.equals(Period.NAME);
    }

    /** Whether it is of a time, and not of a measure. */
    public boolean isSample() {
      return pair.isEmpty() && !isPeriod();
    }

    /** What its value is. */
    public Dimension dimension() {
      if (isPeriod()) {
        return Dimension.LENGTH;
      }
      return isSample()
          ? Data.dimension(column)
          : Pairs.valueOf(column.substring(0, 1)).dimension();
    }

    /** Of a voltage or a current. */
    public static Reading ofSample(String column, double time, double value) {
      return new Reading(column, column, List.of(), time, value);
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

    /** Those of a value that a search tries. */
    private static final MathContext TRIED = new MathContext(7);

    public String key() {
      return range.key();
    }

    /** Natural logarithm of the ratio of the ends. */
    public double width() {
      return Math.abs(Math.log(range.high() / range.low()));
    }

    /** The logarithm of the middle of the range. */
    public double middle() {
      return Math.log(Math.abs(range.low() * range.high())) / 2;
    }

    /** The value with this logarithm, with seven digits and within the range. */
    public double exp(double logarithm) {
      double exact = Math.copySign(Math.exp(logarithm), range.low());
      double rounded = new BigDecimal(exact).round(TRIED).doubleValue();
      return Math.max(range.low(), Math.min(range.high(), rounded));
    }

    /** The value times exp(step), within the range. */
    public double at(double step) {
      double exact = value * Math.exp(step);
      double rounded = step == 0 ? value : new BigDecimal(exact).round(DIGITS).doubleValue();
      return Math.max(range.low(), Math.min(range.high(), rounded));
    }
  }
}
