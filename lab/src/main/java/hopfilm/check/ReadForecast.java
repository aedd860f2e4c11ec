package hopfilm.check;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.HeatSpec;
import hopfilm.experiment.Step;
import hopfilm.readout.Instrument;
import hopfilm.readout.Reading;
import hopfilm.readout.Readout;
import hopfilm.readout.TrainedFilm;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How well an ohmmeter will tell a film from the untrained one, before it is trained. */
public final class ReadForecast {

  private ReadForecast() {}

  /**
   * By how much training changes the resistance of a pair, relative to it: mean over the pairs of
   * films of examples/four-node.yaml, {@code docs/read-out.md}.
   *
   * @param amr ratio of the anisotropic magnetoresistance
   */
  static double typicalChange(double amr) {
    return 0.07 * amr / (1 + 0.55 * amr);
  }

  /** In a line; empty where no pattern is trained or no current can be read. */
  public static Optional<String> words(Experiment e) {
    double change = typicalChange(Math.abs(e.material().amr()));
    boolean trains =
        e.steps().stream()
            .anyMatch(
                s ->
                    s instanceof Step.Train t
                        && t.drives().stream().anyMatch(Step.PatternDrive.class::isInstance));
    return trains && change > 0
        ? ReadCurrent.of(e, ReadCurrent.WARMING).map(c -> words(e, c, change))
        : Optional.empty();
  }

  private static String words(Experiment e, ReadCurrent c, double change) {
    Instrument with = Instrument.usual(c.current());
    Reading r = reading(c.highest(), change, e.heat().map(HeatSpec::ambient).orElse(300.0), with);
    return String.format(
        Locale.ROOT,
        "at %s through %s to %s training moves about %s (%.2g %% of R, as on the thin device), %s of drift %s, noise in %s %s: signal to noise about %s; see hopfilm readout",
        Quantity.format(c.current(), Dimension.CURRENT, 2),
        Quantity.format(c.lowest(), Dimension.RESISTANCE, 2),
        Quantity.format(c.highest(), Dimension.RESISTANCE, 2),
        volts(Math.abs(r.voltage())),
        100 * change,
        Quantity.format(with.drift(), Dimension.TEMPERATURE, 2),
        volts(r.noise().drift()),
        Quantity.format(with.time(), Dimension.TIME, 2),
        volts(r.noise().averaged()),
        Quantity.digits(r.signalToNoise(), 2));
  }

  private static Reading reading(double ohm, double change, double temperature, Instrument with) {
    return Readout.of(
            new TrainedFilm(
                List.of("a", "b"),
                resistor(ohm),
                resistor(ohm * (1 - change)),
                List.of(),
                TrainedFilm.Contacts.ideal(2),
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
