package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Key;
import hopfilm.experiment.Keys.OnlyWith;
import hopfilm.units.Quantity;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A value of a column of the table at which a step ends, looked at in each row: below, above, or
 * settled, one of them.
 */
public record Goal(
    @Key("column that ends the step at a table row, at the latest after `time`")
        @In("a column of table.txt, such as Q")
        String column,
    @Key("value below which the step ends") @In(LEVEL) Optional<Quantity> below,
    @Key("value above which the step ends") @In(LEVEL) Optional<Quantity> above,
    @Key("max change within `over` at which the step ends") @In(LEVEL) Optional<Quantity> settled,
    @Key("time over which `settled` is tested")
        @In(Ranges.DURATION)
        @Default(value = "1 ns", isWritten = false)
        @OnlyWith(key = "settled", otherwise = ExperimentMessage.ONLY_SETTLED_HAS_OVER)
        OptionalDouble over) {

  static final String LEVEL =
      "-1000000000 to 1000000000; V, -1 MV to 1 MV; A, -1 MA to 1 MA; Ohm, -1 TOhm to 1 TOhm;"
          + " S, -1 MS to 1 MS; W, -1 MW to 1 MW; J, -1 J to 1 J; K, 0 K to 1 MK; m, -1 m to 1 m;"
          + " s, 0 s to 1 s; A/m, -1 GA/m to 1 GA/m";

  /** The default of {@code over} [s]. */
  public static final double USUAL_OVER = 1e-9;

  /** The value, whichever of the three it is. */
  public Quantity level() {
    return below.or(() -> above).or(() -> settled).orElseThrow();
  }
}
