package hopfilm.reservoir;

import hopfilm.check.DriveEstimate;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.readout.Instrument;
import hopfilm.reproduce.FinishedRun;
import hopfilm.reproduce.PlannedRun.Film;
import hopfilm.transport.Electrode;
import hopfilm.transport.ResistanceMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A film that random voltages have driven, each of which was held for 100 ps at one corner. Its
 * states are the conductances between corners, halfway and at the end of each voltage.
 *
 * <p>A reading is averaged over half of an input, 50 ps, at the largest voltage V. Its noise,
 * relative to itself, is that of the resistance and of the amplifier over V; an input below V has
 * more. The magnetisation has no thermal noise.
 *
 * @param memory memory capacity of the states without noise
 * @param johnson that of states with the Johnson noise of each pair at 300 K
 * @param read that of states with Johnson noise and the amplifier of {@code hopfilm readout}
 * @param present that of powers of the present input, as many as there are states
 * @param nonlinearity mean over the states
 * @param change of the conductances by the input and the rest after it, of them [%]
 * @param drift velocity at the largest voltage, as {@code hopfilm check} has it [m/s]
 */
record ReservoirFilm(
    double memory,
    double johnson,
    double read,
    double present,
    double nonlinearity,
    double change,
    double drift) {

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
  private static final double ROOM = 300;

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(0, 1),
          new Pair(0, 2),
          new Pair(0, 3),
          new Pair(1, 2),
          new Pair(1, 3),
          new Pair(2, 3));

  /** Two contacts. */
  private record Pair(int a, int b) {
    private String column() {
      return "G_n%d_n%d".formatted(a + 1, b + 1);
    }
  }

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
    ResistanceMatrix film = ResistanceMatrix.of(run.conductance("before"));
    Instrument with = Instrument.usual(1).averaging(EVERY / 2);
    double volt = 1e-3 * largest;
    double[] johnson =
        PAIRS.stream()
            .mapToDouble(p -> with.johnson(ROOM, film.between(p.a, p.b)) / volt)
            .toArray();
    double[] all = each(johnson, j -> Math.hypot(j, with.amplifier() / volt));
    double[] powers = IntStream.rangeClosed(1, states[0].length).asDoubleStream().toArray();
    return new ReservoirFilm(
        new LinearReadout(states, u).memoryCapacity(),
        new LinearReadout(noisy(states, johnson, run.seed()), u).memoryCapacity(),
        new LinearReadout(noisy(states, all, run.seed()), u).memoryCapacity(),
        new LinearReadout(
                Arrays.stream(u)
                    .mapToObj(x -> each(powers, p -> Math.pow(x, p)))
                    .toArray(double[][]::new),
                u)
            .memoryCapacity(),
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
    return PAIRS.stream().mapToDouble(pair -> run.at(pair.column(), time));
  }

  /**
   * Readings of the states.
   *
   * @param deviation of a reading of each pair, relative to it
   */
  private static double[][] noisy(double[][] states, double[] deviation, long seed) {
    Random random = new Random(seed);
    return Arrays.stream(states)
        .map(
            row ->
                IntStream.range(0, row.length)
                    .mapToDouble(
                        k -> row[k] * (1 + deviation[k % deviation.length] * random.nextGaussian()))
                    .toArray())
        .toArray(double[][]::new);
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
