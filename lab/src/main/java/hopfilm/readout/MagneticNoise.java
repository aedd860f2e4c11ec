package hopfilm.readout;

import hopfilm.transport.ResistanceMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the resistances of a film at rest fluctuate as its magnetisation does, from rows of its
 * table. A mean over a time t that is long against the correlation time keeps s sqrt(2 tau/t) of a
 * standard deviation s. What hops more rarely than the rows show is not in it.
 *
 * @param deviation standard deviation of the resistance of each pair, by electrode [Ohm]
 * @param correlation integral tau of the autocorrelation, at least half of the interval [s]
 */
public record MagneticNoise(double[][] deviation, double correlation) {

  /** Fewer rows tell no deviation. */
  static final int FEWEST = 8;

  /**
   * That of rows at equal intervals.
   *
   * @param siemens conductance matrix in each row [S]
   * @param interval between rows [s]
   * @return empty with fewer than eight rows
   */
  public static Optional<MagneticNoise> of(List<double[][]> siemens, double interval) {
    if (siemens.size() < FEWEST) {
      return Optional.empty();
    }
    List<ResistanceMatrix> rows = siemens.stream().map(ResistanceMatrix::of).toList();
    int n = siemens.get(0).length;
    double[][] deviation = new double[n][n];
    double[] correlation = new double[rows.size()];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a; b++) {
        int i = a;
        int j = b;
        double[] r = rows.stream().mapToDouble(row -> row.between(i, j)).toArray();
        double mean = Arrays.stream(r).average().orElseThrow();
        double[] from = Arrays.stream(r).map(x -> x - mean).toArray();
        double square = products(from, 0);
        deviation[a][b] = Math.sqrt(square / (r.length - 1));
        deviation[b][a] = deviation[a][b];
        for (int lag = 0; lag < r.length && Double.isFinite(square); lag++) {
          correlation[lag] += products(from, lag);
        }
      }
    }
    double sum = 0.5;
    for (int lag = 1; lag < correlation.length && correlation[lag] > 0; lag++) {
      sum += correlation[lag] / correlation[0];
    }
    return Optional.of(new MagneticNoise(deviation, sum * interval));
  }

  private static double products(double[] x, int lag) {
    double sum = 0;
    for (int k = lag; k < x.length; k++) {
      sum += x[k] * x[k - lag];
    }
    return sum;
  }

  /** What a mean over a time keeps of the deviation. */
  double kept(double time) {
    return Math.sqrt(Math.min(1, 2 * correlation / time));
  }
}
