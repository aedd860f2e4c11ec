package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Range of log10 |j| that a set of pictures shares, so that they can be compared.
 *
 * @param low log10 of the smallest |j| shown [A/m^2]
 * @param high log10 of the largest
 */
public record CurrentScale(double low, double high) {
  /** Dead corners of a film would otherwise take most of the colours. */
  private static final double LEFT_OUT = 0.01;

  /** Currents below this share of the strongest are rounding. */
  private static final double NONE = 1e-8;

  /** The range of all but the weakest and the strongest hundredth of the cells, in tenths. */
  public static CurrentScale of(Collection<VectorField> currents) {
    double[] all =
        currents.stream().flatMapToDouble(CurrentScale::logs).filter(Double::isFinite).toArray();
    if (all.length == 0) {
      return new CurrentScale(0, 1);
    }
    double rounding = Arrays.stream(all).max().getAsDouble() + Math.log10(NONE);
    double[] logs = Arrays.stream(all).filter(l -> l > rounding).toArray();
    Arrays.sort(logs);
    double low = Math.floor(10 * logs[(int) (LEFT_OUT * (logs.length - 1))]) / 10;
    double high = Math.ceil(10 * logs[(int) ((1 - LEFT_OUT) * (logs.length - 1))]) / 10;
    return new CurrentScale(low, Math.max(high, low + 0.5));
  }

  /** False where no current flows but for rounding, as inside an electrode. */
  boolean shows(double magnitude) {
    return magnitude > least();
  }

  /** Weaker than this is rounding [A/m^2]. */
  double least() {
    return NONE * Math.pow(10, high);
  }

  private double share(double magnitude) {
    return (Math.log10(magnitude) - low) / (high - low);
  }

  /** Colour of the strength of j in a cell, transparent where no current flows. */
  int argb(VectorField j, int cell) {
    double size = FilmLayer.magnitude(j, cell);
    return shows(size) ? FilmLayer.opaque(ColourMap.SEQUENTIAL.rgb(share(size))) : 0;
  }

  private static DoubleStream logs(VectorField j) {
    Grid g = j.grid();
    int first = FilmLayer.of(g) * g.nx() * g.ny();
    return IntStream.range(first, first + g.nx() * g.ny())
        .mapToDouble(i -> Math.log10(FilmLayer.magnitude(j, i)));
  }
}
