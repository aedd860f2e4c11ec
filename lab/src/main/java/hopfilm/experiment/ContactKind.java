package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.Words;
import hopfilm.transport.Electrode;
import java.util.List;

/**
 * The keys of a contact: resistance in series, what is given at it, whether it is a heat sink; of
 * one electrode or of all of a layout.
 */
public sealed interface ContactKind {

  String OHM = "Ohm, 0 Ohm to 1000 TOhm";

  /** In series [Ohm]. */
  double resistance();

  /** What is given at it. */
  Electrode.Drive drive();

  /** Whether the film under it stays at ambient temperature. */
  boolean heatSink();

  default List<Electrode> of(List<Electrode> electrodes) {
    return electrodes.stream()
        .map(e -> new Electrode(e.name(), e.patches(), resistance(), drive(), e.face()))
        .toList();
  }

  /** That of one electrode. */
  record OfOne(
      @Key("series resistance; `electrodes[1].resistance` is that of the first electrode")
          @In(OHM)
          @Default(value = "0 Ohm", isWritten = false)
          double resistance,
      @Key("quantity that training steps set; `float`: no current")
          @Words({"voltage", "current", "float"})
          @Default(value = "voltage", isWritten = false)
          Electrode.Drive drive,
      @Key("keeps the film under the electrode at heat.ambient")
          @Words({"off", "on"})
          @Default(value = "off", isWritten = false)
          boolean heatSink)
      implements ContactKind {}

  /** That of all electrodes of a layout. */
  record OfAll(
      @Key("series resistance of each contact")
          @In(OHM)
          @Default(value = "0 Ohm", isWritten = false)
          double resistance,
      @Key("quantity that training steps set")
          @Words({"voltage", "current"})
          @Default(value = "voltage", isWritten = false)
          Electrode.Drive drive,
      @Key("keeps the film under all electrodes at heat.ambient")
          @Words({"off", "on"})
          @Default(value = "off", isWritten = false)
          boolean heatSink)
      implements ContactKind {
    /** Ideal contacts of given voltage. */
    public static final OfAll IDEAL = new OfAll(0, Electrode.Drive.VOLTAGE, false);
  }
}
