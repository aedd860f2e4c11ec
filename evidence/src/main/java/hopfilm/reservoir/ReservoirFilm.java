package hopfilm.reservoir;

import hopfilm.check.DriveEstimate;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.PlannedRun.Film;
import hopfilm.transport.Electrode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A film that random voltages have driven, each of which was held for 100 ps at one corner. Its
 * states are the conductances between corners, halfway and at the end of each voltage.
 *
 * @param memory memory capacity of the states
 * @param scattered that of states which are read with a scatter of {@link #SCATTER}
 * @param present that of powers of the present input, as many as there are states
 * @param nonlinearity mean over the states
 * @param change of the conductances by the input and the rest after it, of them [%]
 * @param drift velocity at the largest voltage, as {@code hopfilm check} has it [m/s]
 */
record ReservoirFilm(
    double memory,
    double scattered,
    double present,
    double nonlinearity,
    double change,
    double drift) {

  /** Standard deviation of a reading, of its value. */
  private static final double SCATTER = 1e-4;

  private static final String YAML =
      """
      name: driven film
      film: {size: [256 nm, 256 nm], cell: 6.4 nm}
      electrodes: {layout: corners}
      initial: {relax: {time: 15 ns, alpha: 0.5}}
      output: {table: 50 ps, snapshots: 1 us, formats: [ovf]}
      protocol:
        - measure: before
        - drive: {voltages: {n1: {samples: %s, every: 100 ps, scale: %s mV}}}
        - relax: {time: 10 ns, alpha: 0.5}
        - measure: after
      """;

  /** Of the conductances [%]. */
  private static final double BACK = 0.05;

  private static final int VALUES = 300;
  private static final double EVERY = 100e-12;

  private static final List<String> PAIRS =
      List.of("G_n1_n2", "G_n1_n3", "G_n1_n4", "G_n2_n3", "G_n2_n4", "G_n3_n4");

  /** The experiment, with an input of its own for each maze, from 0 to a largest voltage [mV]. */
  static Film driven(int largest) {
    return (effort, seed) -> {
      List<String> settings = new ArrayList<>(List.of("initial.seed=" + seed));
      settings.addAll(effort.settings());
      String input = Arrays.toString(input(seed));
      return ExperimentFile.unvetted(YAML.formatted(input, largest), "driven film", settings);
    };
  }

  /** The input of a maze, from 0 to 1, with four decimals. */
  private static double[] input(long seed) {
    return new Random(seed).doubles(VALUES).map(u -> Math.rint(1e4 * u) / 1e4).toArray();
  }

  /** Reads a finished film that was driven up to a largest voltage [mV]. */
  static ReservoirFilm of(FinishedRun run, int largest) {
    double[] u = input(run.seed());
    double[][] states =
        IntStream.rangeClosed(1, VALUES)
            .mapToObj(
                t ->
                    DoubleStream.of((t - 0.5) * EVERY, t * EVERY)
                        .flatMap(s -> at(run, run.start() + s))
                        .toArray())
            .toArray(double[][]::new);
    Random scatter = new Random(run.seed());
    double[] powers = IntStream.rangeClosed(1, states[0].length).asDoubleStream().toArray();
    return new ReservoirFilm(
        new LinearReadout(states, u).memoryCapacity(),
        memory(u, t -> each(states[t], g -> g * (1 + SCATTER * scatter.nextGaussian()))),
        memory(u, t -> each(powers, p -> Math.pow(u[t], p))),
        new LinearReadout(states, u).nonlinearity(),
        100 * change(run.conductance("before"), run.conductance("after")),
        drift(run.experiment(), largest));
  }

  /** Whether its conductances are those before the input. */
  boolean returns() {
    return change < BACK;
  }

  private static double drift(Experiment e, int largest) {
    Step.Drive drive =
        new Step.Given(
            List.of(1e-3 * largest, 0.0, 0.0, 0.0),
            Collections.nCopies(4, Electrode.Drive.VOLTAGE));
    return DriveEstimate.of(e, drive).orElseThrow().driftVelocity();
  }

  private static DoubleStream at(FinishedRun run, double time) {
    return PAIRS.stream().mapToDouble(column -> run.at(column, time));
  }

  private static double memory(double[] u, IntFunction<double[]> states) {
    return new LinearReadout(
            IntStream.range(0, u.length).mapToObj(states).toArray(double[][]::new), u)
        .memoryCapacity();
  }

  private static double[] each(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }

  /** Root of the sum of squares over pairs, of that before. */
  private static double change(double[][] before, double[][] after) {
    double sum = 0;
    double all = 0;
    for (int a = 0; a < before.length; a++) {
      for (int b = 0; b < a; b++) {
        sum += (after[a][b] - before[a][b]) * (after[a][b] - before[a][b]);
        all += before[a][b] * before[a][b];
      }
    }
    return Math.sqrt(sum / all);
  }
}
