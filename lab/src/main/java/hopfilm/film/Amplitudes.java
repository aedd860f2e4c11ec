package hopfilm.film;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.NetworkSpec;
import hopfilm.experiment.Step;
import hopfilm.hopfield.WeightKind;
import hopfilm.io.Table;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.OperatingPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * V0 or I0 that the rows of a table count E' with: the given one, or that of the train step that
 * was on or was the last. E' goes with its square, so that rows of several train steps can be
 * compared only at one of them. For one thread at a time.
 */
public final class Amplitudes {

  /** A row at the start of a step is of the step before. */
  private static final double ROUNDING = 1e-9;

  /**
   * A train step.
   *
   * @param start [s]
   * @param amplitude V0 [V] or I0 [A]; NaN where it follows from the conductances, row by row
   */
  private record Begun(double start, double amplitude) {}

  private final List<Begun> steps = new ArrayList<>();

  /**
   * Those of an experiment.
   *
   * @param starts of its train steps, as far as it was carried out [s]
   */
  public static Amplitudes of(Experiment experiment, List<Double> starts) {
    Amplitudes all = new Amplitudes();
    int next = 0;
    for (Step step : experiment.steps()) {
      if (step instanceof Step.Train train && next < starts.size()) {
        all.begins(starts.get(next++), of(experiment.network(), train));
      }
    }
    return all;
  }

  /** That of a train step [V, A]; NaN where it follows from the conductances. */
  static double of(NetworkSpec network, Step.Train step) {
    if (network.amplitude().isPresent()) {
      return network.amplitude().getAsDouble();
    }
    boolean isResistance = network.weights() == WeightKind.RESISTANCE;
    double own = step.amplitude(isResistance ? Drive.CURRENT : Drive.VOLTAGE);
    return own > 0 ? own : Double.NaN;
  }

  /**
   * The largest voltage or current with which a film of these conductances answers to the inputs of
   * a train step [V, A].
   */
  public static double answered(double[][] siemens, Step.Train step, Drive kind) {
    double largest = 0;
    for (Step.Drive drive : step.drives()) {
      OperatingPoint p = OperatingPoint.of(siemens, drive.values());
      for (double x : kind == Drive.CURRENT ? p.currents() : p.voltages()) {
        largest = Math.max(largest, Math.abs(x));
      }
    }
    return largest;
  }

  /**
   * A train step begins.
   *
   * @param start [s]
   * @param amplitude V0 or I0 [V, A]; NaN where it follows from the conductances
   * @return whether there are several now, so that rows differ in it
   */
  public boolean begins(double start, double amplitude) {
    if (Double.compare(last(), amplitude) == 0) {
      return false;
    }
    steps.add(new Begun(start, amplitude));
    return steps.size() > 1;
  }

  /** The largest so far [V, A]; NaN where one is not known, and without any. */
  public double largest() {
    return steps.stream().mapToDouble(Begun::amplitude).reduce(Math::max).orElse(Double.NaN);
  }

  /** The last one [V, A]; NaN where it is not known. */
  public double last() {
    return steps.isEmpty() ? Double.NaN : steps.get(steps.size() - 1).amplitude;
  }

  /**
   * E' of a row as it would be with another amplitude [W]; as it is where one is not known.
   *
   * @param time of the row [s]
   */
  public double scaled(double ePrime, double time, double amplitude) {
    double own = Double.NaN;
    for (Begun step : steps) {
      own = step.start < time * (1 - ROUNDING) ? step.amplitude : own;
    }
    double factor = amplitude / own;
    return Double.isNaN(factor) || factor == 1 ? ePrime : ePrime * factor * factor;
  }

  /** A table with E' of all rows at one amplitude [V, A]. */
  public Table scaled(Table table, double amplitude) {
    int column = table.indexOf(TableColumns.E_PRIME).orElse(-1);
    int time = table.indexOf("t").orElse(-1);
    if (column < 0 || time < 0) {
      return table;
    }
    List<double[]> rows = new ArrayList<>();
    for (double[] row : table.rows()) {
      double[] own = row.clone();
      own[column] = scaled(row[column], row[time], amplitude);
      rows.add(own);
    }
    return new Table(table.columns(), rows);
  }
}
