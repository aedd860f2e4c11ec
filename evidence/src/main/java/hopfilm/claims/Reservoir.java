package hopfilm.claims;

import hopfilm.check.DriveEstimate;
import hopfilm.experiment.Driven;
import hopfilm.experiment.Signal;
import hopfilm.experiment.Step;
import hopfilm.reading.FinishedRun;
import hopfilm.readout.Instrument;
import hopfilm.transport.Electrode;
import hopfilm.transport.ResistanceMatrix;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Readings of a film that held voltages have driven at one corner: the page reservoir. Its states
 * are the conductances between corners, halfway and at the end of each voltage.
 *
 * <p>A reading is averaged over half of an input at the largest voltage V. Its noise, relative to
 * itself, is that of the resistance and of the amplifier over V; an input below V has more. The
 * magnetisation has no thermal noise.
 */
final class Reservoir {

  /**
   * Memory capacity of the states without noise, with the Johnson noise of each pair at 300 K, and
   * with the amplifier of {@code hopfilm readout} too; that of powers of the present input, as many
   * as there are states; the mean nonlinearity of the states; the change of the conductances by the
   * input and the rest after it [%]; the drift velocity at the largest voltage, as {@code hopfilm
   * check} has it [m/s].
   */
  static final Map<String, ToDoubleFunction<FinishedRun>> READINGS =
      Map.of(
          "memory", run -> new Reservoir(run).readout().memoryCapacity(),
          "johnson", run -> new Reservoir(run).read(0).memoryCapacity(),
          "amplified", run -> new Reservoir(run).read(1).memoryCapacity(),
          "present", run -> new Reservoir(run).powers().memoryCapacity(),
          "nonlinearity", run -> new Reservoir(run).readout().nonlinearity(),
          "change", Reservoir::change,
          "drift", run -> new Reservoir(run).drift());

  private static final double ROOM = 300;

  private static final int CORNERS = 4;

  private final FinishedRun run;
  private final double[] input;
  private final double every;
  private final double volt;

  private Reservoir(FinishedRun run) {
    Signal.Samples given =
        run.experiment().steps().stream()
            .filter(Driven.class::isInstance)
            .flatMap(step -> ((Driven) step).sources().stream())
            .map(Driven.Source::signal)
            .filter(Signal.Samples.class::isInstance)
            .map(Signal.Samples.class::cast)
            .findFirst()
            .orElseThrow();
    this.run = run;
    this.input = given.series().numbers();
    this.every = given.every();
    this.volt = given.scale();
  }

  /** A number of each pair of corners. */
  private interface Pairs {
    double of(int a, int b);
  }

  private static DoubleStream pairs(Pairs number) {
    return IntStream.range(0, CORNERS)
        .boxed()
        .flatMapToDouble(a -> IntStream.range(a + 1, CORNERS).mapToDouble(b -> number.of(a, b)));
  }

  private double[][] states() {
    return IntStream.rangeClosed(1, input.length)
        .mapToObj(
            t ->
                DoubleStream.of((t - 0.5) * every, t * every)
                    .flatMap(s -> conductances(run.start() + s))
                    .toArray())
        .toArray(double[][]::new);
  }

  private DoubleStream conductances(double time) {
    return pairs((a, b) -> run.at("G_n%d_n%d".formatted(a + 1, b + 1), time));
  }

  private LinearReadout readout() {
    return new LinearReadout(states(), input);
  }

  /**
   * With noise.
   *
   * @param amplifier 1 with its noise, 0 without
   */
  private LinearReadout read(double amplifier) {
    ResistanceMatrix film = ResistanceMatrix.of(run.conductance("before"));
    Instrument with = Instrument.usual(1).averaging(every / 2);
    double[] relative =
        pairs(
                (a, b) ->
                    Math.hypot(
                        with.johnson(ROOM, film.between(a, b)) / volt,
                        amplifier * with.amplifier() / volt))
            .toArray();
    Random random = new Random(run.seed());
    double[][] noisy = states();
    for (double[] row : noisy) {
      for (int k = 0; k < row.length; k++) {
        row[k] *= 1 + relative[k % relative.length] * random.nextGaussian();
      }
    }
    return new LinearReadout(noisy, input);
  }

  private LinearReadout powers() {
    double[] powers = IntStream.rangeClosed(1, states()[0].length).asDoubleStream().toArray();
    return new LinearReadout(
        Arrays.stream(input)
            .mapToObj(x -> each(powers, p -> Math.pow(x, p)))
            .toArray(double[][]::new),
        input);
  }

  private static double[] each(double[] values, DoubleUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }

  private double drift() {
    List<Double> volts = List.of(volt, 0.0, 0.0, 0.0);
    Step.Drive drive = new Step.Given(volts, Collections.nCopies(CORNERS, Electrode.Drive.VOLTAGE));
    return DriveEstimate.of(run.experiment(), drive).orElseThrow().driftVelocity();
  }

  /** Root of the sum of squares over pairs, of that before [%]. */
  private static double change(FinishedRun run) {
    double[][] before = run.conductance("before");
    double[][] after = run.conductance("after");
    double sum = pairs((a, b) -> Math.pow(after[a][b] - before[a][b], 2)).sum();
    return 100 * Math.sqrt(sum / pairs((a, b) -> Math.pow(before[a][b], 2)).sum());
  }
}
