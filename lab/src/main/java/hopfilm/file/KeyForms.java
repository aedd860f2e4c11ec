package hopfilm.file;

import hopfilm.file.KeyKind.Choice;
import hopfilm.file.KeyKind.Form;
import hopfilm.file.KeyKind.Measure;
import hopfilm.file.KeyKind.Other;
import hopfilm.file.KeyKind.Range;
import hopfilm.file.KeyKind.Whole;
import hopfilm.units.Dimension;
import java.util.Arrays;
import java.util.List;

/** Words in which keys are declared: the quantities that several of them share, with limits. */
final class KeyForms {

  static final Measure LENGTH = measure(Dimension.LENGTH, "nm", "0.01 nm", "10 mm");
  static final Measure DISTANCE = measure(Dimension.LENGTH, "nm", "0 nm", "10 mm");
  static final Measure POSITION = measure(Dimension.LENGTH, "nm", "-10 mm", "10 mm");
  static final Measure DURATION = measure(Dimension.TIME, "ns", "0 ns", "1 ms");
  static final Measure PERIOD = measure(Dimension.TIME, "ps", "0.001 ps", "1 ms");
  static final Measure INTERVAL = measure(Dimension.TIME, "ns", "0.001 ps", "1 ms");
  static final Measure VOLTAGE = measure(Dimension.VOLTAGE, "mV", "0.001 uV", "1 kV");
  static final Measure SIGNED_VOLTAGE = measure(Dimension.VOLTAGE, "mV", "-1 kV", "1 kV");
  static final Measure INPUT_CURRENT = measure(Dimension.CURRENT, "mA", "0.001 pA", "1 kA");
  static final Measure SIGNED_CURRENT = measure(Dimension.CURRENT, "mA", "-1 kA", "1 kA");
  static final Measure FIELD = measure(Dimension.MAGNETIC_FIELD, "kA/m", "-100 MA/m", "100 MA/m");
  static final Measure TORQUE = measure(Dimension.MAGNETIC_FIELD, "A/m", "1 nA/m", "100 MA/m");
  static final Measure RESISTANCE = measure(Dimension.RESISTANCE, "Ohm", "0 Ohm", "1000 TOhm");
  static final Measure ANISOTROPY =
      measure(Dimension.ENERGY_DENSITY, "kJ/m^3", "-100 MJ/m^3", "100 MJ/m^3");
  static final Measure SPREAD = measure(Dimension.FRACTION, "%", "0 %", "100 %");
  static final Whole SEED = new Whole(0, Long.MAX_VALUE);
  static final Measure ALPHA = plain("0", "10");
  static final Measure DIRECTION = plain("-1e6", "1e6");

  private KeyForms() {}

  static Key key(String path, KeyKind kind, String byDefault, String meaning) {
    return new Key(path, kind, byDefault, meaning);
  }

  static Measure measure(Dimension dimension, String unit, String low, String high) {
    return new Measure(List.of(new Form(dimension, unit, Range.of(dimension, low, high, false))));
  }

  static Measure plain(String low, String high) {
    return measure(Dimension.FRACTION, "", low, high);
  }

  static Choice choice(String... words) {
    return new Choice(Arrays.asList(words));
  }

  static Other text(String allowed) {
    return new Other(allowed, false);
  }

  static Other list(String allowed) {
    return new Other(allowed, true);
  }
}
