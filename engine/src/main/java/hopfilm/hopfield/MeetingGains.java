package hopfilm.hopfield;

import hopfilm.transport.WiredGrid.Meetings;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * What places where contacts meet have gained in trained films, by the share of the patterns that
 * drives them: least squares over all pairs of electrodes that meet, each weighed by one over its
 * places. {@link MeetingLaw} says what is fitted.
 *
 * @param gains by the share of the patterns that drives a place, from none to all of them
 * @param scatter of one place [S]
 * @param along how the currents that keep electrodes in their patterns scatter about the gains,
 *     root mean square, by what independent places would: above 1 where places scatter together
 */
public record MeetingGains(List<Gain> gains, double scatter, double along) {

  /**
   * What places have gained.
   *
   * @param share of the patterns that drives them
   * @param siemens gain of a place [S]
   * @param error standard error [S]
   */
  public record Gain(double share, double siemens, double error) {}

  /**
   * A film that was trained.
   *
   * @param weights G' [S]
   * @param patterns that it was shown
   */
  public record Film(double[][] weights, List<Pattern> patterns) {}

  public MeetingGains {
    gains = List.copyOf(gains);
  }

  /**
   * Fits films of one wiring that were shown equally many patterns.
   *
   * @throws IllegalArgumentException if there is no film, patterns are not equally many, pairs are
   *     fewer than gains, or the gains cannot be told apart
   */
  public static MeetingGains of(Meetings meetings, List<Film> films) {
    if (films.isEmpty()) {
      throw new IllegalArgumentException("there is no film whose gains could be found");
    }
    int patterns = films.get(0).patterns.size();
    List<Row> rows = new ArrayList<>();
    for (Film f : films) {
      if (f.patterns.size() != patterns) {
        throw new IllegalArgumentException(
            "films of %d and of %d patterns have gains of their own"
                .formatted(patterns, f.patterns.size()));
      }
      for (int i = 0; i < f.weights.length; i++) {
        for (int j = 0; j < i; j++) {
          int equal = meetings.equal()[i][j];
          int opposite = meetings.opposite()[i][j];
          if (equal + opposite > 0) {
            int alike = MeetingLaw.alike(f.patterns, i, j);
            rows.add(new Row(alike, equal, opposite, f.weights[i][j]));
          }
        }
      }
    }
    return fit(meetings, films, rows, patterns);
  }

  /**
   * A pair of electrodes.
   *
   * @param alike patterns that have equal signs at both: they drive the places of opposite sign
   */
  private record Row(int alike, int equal, int opposite, double weight) {}

  private static MeetingGains fit(
      Meetings meetings, List<Film> films, List<Row> rows, int patterns) {
    if (rows.size() <= patterns + 1) {
      throw new IllegalArgumentException(
          "%d pairs of electrodes are too few for %d gains".formatted(rows.size(), patterns + 1));
    }
    double[] y = new double[rows.size()];
    double[][] x = new double[rows.size()][patterns + 1];
    for (int r = 0; r < y.length; r++) {
      Row row = rows.get(r);
      double weight = 1 / Math.sqrt(row.equal + row.opposite);
      y[r] = weight * row.weight;
      x[r][row.alike] += weight * row.opposite;
      x[r][patterns - row.alike] -= weight * row.equal;
    }
    OLSMultipleLinearRegression squares = new OLSMultipleLinearRegression();
    squares.setNoIntercept(true);
    squares.newSampleData(y, x);
    double[] gain;
    double[] error;
    try {
      gain = squares.estimateRegressionParameters();
      error = squares.estimateRegressionParametersStandardErrors();
    } catch (MathIllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the gains of %d patterns cannot be told apart in these films".formatted(patterns), e);
    }
    List<Gain> gains = new ArrayList<>();
    for (int k = 0; k < gain.length; k++) {
      gains.add(new Gain((double) k / patterns, gain[k], error[k]));
    }
    double scatter = squares.estimateRegressionStandardError();
    return new MeetingGains(gains, scatter, along(meetings, films, gain) / scatter);
  }

  /** Share of what all patterns write that k of them write. */
  public double relative(int k) {
    double undriven = gains.get(0).siemens;
    return (gains.get(k).siemens - undriven) / (gains.get(gains.size() - 1).siemens - undriven);
  }

  /**
   * Margins of a film's patterns: what a place gained with the sign that a pattern asks for, mean,
   * in deviations of one place.
   */
  public double[] margins(Meetings meetings, Film film) {
    return film.patterns.stream().mapToDouble(p -> margin(meetings, film, p)).toArray();
  }

  private double margin(Meetings meetings, Film film, Pattern pattern) {
    double sum = 0;
    int places = 0;
    for (int i = 0; i < film.weights.length; i++) {
      for (int j = 0; j < i; j++) {
        int here = meetings.equal()[i][j] + meetings.opposite()[i][j];
        sum += here == 0 ? 0 : pattern.sign(i) * pattern.sign(j) * film.weights[i][j];
        places += here;
      }
    }
    return sum / places / scatter;
  }

  /** Scatter of the currents that keep electrodes in their patterns, for one place [S]. */
  private static double along(Meetings meetings, List<Film> films, double[] gain) {
    double squares = 0;
    int currents = 0;
    for (Film f : films) {
      int n = f.weights.length;
      double[][] off = new double[n][n];
      int[] places = new int[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          int equal = meetings.equal()[i][j];
          int opposite = meetings.opposite()[i][j];
          if (i != j && equal + opposite > 0) {
            int alike = MeetingLaw.alike(f.patterns, i, j);
            double law = opposite * gain[alike] - equal * gain[f.patterns.size() - alike];
            off[i][j] = f.weights[i][j] - law;
            places[i] += equal + opposite;
          }
        }
      }
      for (Pattern p : f.patterns) {
        for (int i = 0; i < n; i++) {
          double current = 0;
          for (int j = 0; j < n; j++) {
            current += p.sign(j) * off[i][j];
          }
          squares += places[i] == 0 ? 0 : current * current / places[i];
          currents += places[i] == 0 ? 0 : 1;
        }
      }
    }
    return Math.sqrt(squares / currents);
  }
}
