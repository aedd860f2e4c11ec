package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.parallel.Parallel;
import hopfilm.readout.Instrument;
import hopfilm.readout.Reading;
import hopfilm.readout.Readout;
import hopfilm.readout.TrainedFilm;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How well an ohmmeter will tell a film from the untrained one, before it is trained. */
public final class ReadForecast {

  /** Scatter of each contact resistance from reading to reading, of itself. */
  public static final double CONTACTS = 0.01;

  private ReadForecast() {}

  /**
   * By how much training changes the resistance of a pair, relative to it: mean over the pairs of
   * films of examples/four-node.yaml, {@code docs/howto/read-a-film.md}.
   *
   * @param amr ratio of the anisotropic magnetoresistance
   */
  static double typicalChange(double amr) {
    return 0.07 * amr / (1 + 0.55 * amr);
  }

  /** In a line, found on all cores; empty where no pattern is trained or no current can be read. */
  public static Optional<String> words(Experiment e) {
    double change = typicalChange(Math.abs(e.material().amr()));
    boolean trains = !e.trained().isEmpty();
    if (!trains || change <= 0) {
      return Optional.empty();
    }
    try (Parallel all = Parallel.of(Runtime.getRuntime().availableProcessors())) {
      double time = Instrument.usual(1).time();
      return ReadCurrent.of(e, ReadCurrent.WARMING, time, all).map(c -> words(e, c, change));
    }
  }

  private static String words(Experiment e, ReadCurrent c, double change) {
    Instrument with = Instrument.usual(c.current());
    double maze = MazeConductance.untrained(e);
    double lowest = c.lowest() / maze;
    double highest = c.highest() / maze;
    double contact =
        e.electrodes().on(e.film().grid()).stream()
            .mapToDouble(Electrode::resistance)
            .average()
            .orElse(0);
    double temperature = e.heat().map(HeatSpec::ambient).orElse(300.0);
    Reading least = reading(lowest, contact, change, temperature, with);
    Reading r = reading(highest, contact, change, temperature, with);
    return String.format(
        Locale.ROOT,
        "at %s%s through %s to %s training moves up to about %s (%.2g %% of R, the mean of films of four contacts), %s of drift %s, %snoise in %s %s: signal to noise about %s to %s; see hopfilm readout",
        Quantity.format(c.current(), Dimension.CURRENT),
        c.condition().filter(w -> w.contains("reading")).map(" (%s)"::formatted).orElse(""),
        Quantity.format(lowest, Dimension.RESISTANCE, 2),
        Quantity.format(highest, Dimension.RESISTANCE, 2),
        volts(Math.abs(r.voltage())),
        100 * change,
        Quantity.format(with.drift(), Dimension.TEMPERATURE, 2),
        volts(r.noise().drift()),
        contact > 0 ? "1 %% of contacts %s, ".formatted(volts(r.noise().contact())) : "",
        Quantity.format(with.time(), Dimension.TIME, 2),
        volts(r.noise().averaged()),
        Quantity.digits(least.signalToNoise(), 2),
        Quantity.digits(r.signalToNoise(), 2));
  }

  /** Of a pair with two contacts of their mean resistance. */
  private static Reading reading(
      double ohm, double contact, double change, double temperature, Instrument with) {
    return Readout.of(
            new TrainedFilm(
                List.of("a", "b"),
                resistor(ohm + 2 * contact),
                resistor(ohm * (1 - change) + 2 * contact),
                List.of(),
                new TrainedFilm.Contacts(
                    new double[] {contact, contact},
                    new double[] {CONTACTS * contact, CONTACTS * contact}),
                temperature,
                null),
            with)
        .pairs()
        .get(0)
        .reading();
  }

  private static double[][] resistor(double ohm) {
    return new double[][] {{1 / ohm, -1 / ohm}, {-1 / ohm, 1 / ohm}};
  }

  private static String volts(double v) {
    return Quantity.format(v, Dimension.VOLTAGE, 2);
  }
}
