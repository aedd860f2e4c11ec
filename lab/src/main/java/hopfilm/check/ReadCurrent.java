package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.film.FilmCurrents;
import hopfilm.parallel.Parallel;
import hopfilm.transport.GivenValues;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.Arrays;
import java.util.Optional;

/**
 * The largest current that reads a pair of contacts: one that moves next to nothing and warms the
 * film little, each in the pair where it does so most. Solved for the film saturated along z, with
 * the other contacts left out.
 *
 * <p>The drift velocity is that of the current density where the heat is, sqrt(int j^4/int j^2): in
 * a large film a pair far from most of it would count too little in the mean.
 *
 * @param byDrift current of the largest drift velocity that reads [A]; infinite without one
 * @param byHeat current of the given warming [A]
 * @param velocity largest drift velocity that reads [m/s]
 * @param warming of the hottest cell, film and substrate together [K]
 * @param lowest resistance of a pair without its contacts, the others left out [Ohm]
 * @param highest likewise [Ohm]
 * @param condition of the warming, in words: the substrate of an experiment without heat, the time
 *     of a reading where no heat leaves; empty for others
 */
public record ReadCurrent(
    double byDrift,
    double byHeat,
    double velocity,
    double warming,
    double lowest,
    double highest,
    Optional<String> condition) {

  /** As usual [K]. */
  public static final double WARMING = 1;

  /**
   * Mean |u| over a maze of the default material that writes next to nothing, scaled as all limits
   * of {@link DriveEstimate}: a tenth of 25 m/s, from which on the gain of 3 ns rises in a straight
   * line. docs/howto/read-a-film.md has the measurement.
   */
  static final double READS = 2.5;

  /**
   * What a direct current of 20 ns moves [% of the change by training], over the current that
   * reads: the table of docs/howto/read-a-film.md.
   */
  private static final double[][] MOVED = {{1, 0.61}, {4, 7.7}, {10, 20}, {20, 71}};

  /** Cells of all films that are solved for, at some microseconds each. */
  private static final long MAX_CELLS = 1_500_000;

  /** Of a film without the section heat. */
  private static final HeatSpec USUAL = new HeatSpec(300, 3.5e6, 30, 1e8, HeatSpec.Usual.MGO);

  /**
   * That of a film.
   *
   * @param warming largest [K]
   * @param time of a reading, for films that no heat leaves [s]
   * @param parallel threads, without effect on the result
   * @return empty where no pair of contacts is connected
   */
  public static Optional<ReadCurrent> of(
      Experiment experiment, double warming, double time, Parallel parallel) {
    HeatSpec heat = experiment.heat().orElse(USUAL);
    Experiment e = experiment.withHeat(heat);
    FilmCurrents currents = FilmCurrents.atStart(e, parallel);
    boolean[] held = currents.heatSinks(e);
    DriveEstimate limit = DriveEstimate.of(e, DriveHeat.NONE);
    double velocity = limit.scaled(READS);
    double byDrift = Double.POSITIVE_INFINITY;
    double byHeat = Double.POSITIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    int n = e.electrodes().count();
    long pairs =
        Math.max(1, MAX_CELLS / ((long) e.film().nx() * e.film().ny() * e.film().layers()));
    for (int a = 0; a < n; a++) {
      // all pairs of few contacts, of many each with the next
      for (int b = a + 1; b < (n <= 6 ? n : Math.min(n, a + 2)) && pairs > 0; b++) {
        DriveHeat at1V = at1V(e, currents.between(a, b), held);
        double current = at1V.power() * e.film().cells().volume();
        if (current > 0) {
          pairs--;
          lowest = Math.min(lowest, 1 / current);
          highest = Math.max(highest, 1 / current);
          byDrift = Math.min(byDrift, current * velocity / velocity(at1V));
          double rise = HeatForecast.hottest(at1V, e, time, parallel);
          byHeat = Math.min(byHeat, current * Math.sqrt(warming / rise));
        }
      }
    }
    return Double.isInfinite(byHeat)
        ? Optional.empty()
        : Optional.of(
            new ReadCurrent(
                byDrift,
                byHeat,
                velocity,
                warming,
                lowest,
                highest,
                experiment.heat().isEmpty()
                    ? Optional.of("as if on MgO: no heat")
                    : HeatForecast.isSteady(e)
                        ? Optional.empty()
                        : Optional.of(
                            "in a reading of %s: no heat leaves"
                                .formatted(Quantity.format(time, Dimension.TIME, 2)))));
  }

  /** Without current where the potential does not converge. */
  private static DriveHeat at1V(Experiment e, FilmCurrents currents, boolean[] held) {
    try {
      return DriveHeat.of(e, currents, GivenValues.voltages(1, 0), held);
    } catch (IllegalStateException unsolved) {
      return DriveHeat.NONE;
    }
  }

  /** u = muB P j/(e Ms) where the heat is, and the spin-orbit torque beside it [m/s]. */
  private static double velocity(DriveHeat heat) {
    double sum = Arrays.stream(heat.heating()).sum();
    double squares = Arrays.stream(heat.heating()).map(q -> q * q).sum();
    double cells = Arrays.stream(heat.heating()).filter(q -> q > 0).count();
    // heat is j^2 but for a factor, which the mean over all cells of film tells
    return heat.drift() * Math.sqrt(squares / sum * cells / sum);
  }

  /** The smaller of the two [A]. */
  public double current() {
    return Math.min(byDrift, byHeat);
  }

  /** Largest drift velocity at a current [m/s]. */
  public double velocityAt(double ampere) {
    return velocity * ampere / byDrift;
  }

  /** Warming of the hottest cell at a current [K]. */
  public double warmingAt(double ampere) {
    return warming * Math.pow(ampere / byHeat, 2);
  }

  /** What a current does, in words. */
  public String words(double ampere) {
    return "a drift velocity of %s m/s and %s"
        .formatted(Quantity.digits(velocityAt(ampere), 2), warms(warmingAt(ampere)));
  }

  /** What is wrong with a current that is larger than both limits allow; empty for others. */
  public Optional<String> warning(double ampere) {
    // a default that was written down with four digits is none
    if (ampere <= 1.001 * current()) {
      return Optional.empty();
    }
    String larger =
        "%s is larger than the %s that move next to nothing and warm by less than %s"
            .formatted(
                Quantity.format(ampere, Dimension.CURRENT),
                Quantity.format(current(), Dimension.CURRENT),
                Quantity.format(warming, Dimension.TEMPERATURE, 2));
    return Optional.of(
        ampere <= byDrift
            ? larger
            : "%s; a direct current at such a drift velocity moves %s of the training in 20 ns (docs/howto/read-a-film.md)"
                .formatted(larger, moved(ampere / byDrift)));
  }

  /** A line between the points of {@link #MOVED} in logarithms. */
  private static String moved(double times) {
    int k = 1;
    while (k < MOVED.length && times > MOVED[k][0]) {
      k++;
    }
    if (k == MOVED.length) {
      return "more than %.0f %%".formatted(MOVED[k - 1][1]);
    }
    double along = Math.log(times / MOVED[k - 1][0]) / Math.log(MOVED[k][0] / MOVED[k - 1][0]);
    double percent = MOVED[k - 1][1] * Math.pow(MOVED[k][1] / MOVED[k - 1][1], along);
    return "about %s %%".formatted(Quantity.digits(percent, percent < 10 ? 1 : 2));
  }

  private String warms(double kelvin) {
    return "%s of warming%s"
        .formatted(
            kelvin > 1e4 ? "more than 10,000 K" : Quantity.format(kelvin, Dimension.TEMPERATURE, 2),
            condition.map(" (%s)"::formatted).orElse(""));
  }

  /** Which of the two limits it is, in words. */
  public String limit() {
    String warms = warms(warming);
    String moves =
        "a drift velocity of %s m/s, at which reading writes next to nothing"
            .formatted(Quantity.digits(velocity, 2));
    if (Double.isInfinite(byDrift)) {
      return warms;
    }
    boolean isByHeat = byHeat < byDrift;
    String other = isByHeat ? moves : warms;
    return "%s; %s would be reached at %s"
        .formatted(
            isByHeat ? warms : moves,
            other,
            Quantity.format(Math.max(byHeat, byDrift), Dimension.CURRENT, 2));
  }
}
