package hopfilm.sweep;

import hopfilm.chart.Fonts;
import hopfilm.file.KeyPath;
import hopfilm.input.ExperimentException;
import hopfilm.input.Origin;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.Key;
import hopfilm.key.KeyKind;
import hopfilm.key.KeyKind.Form;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.KeyKind.Whole;
import hopfilm.plot.MapData;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The values of a swept key along an axis: numbers in the unit of the key in their order, anything
 * else as it was written, in the order of the sweep.
 *
 * @param unit of the labels, empty where they have none
 * @param values as they stand in runs.csv
 * @param exact the same in that unit, as plain numbers where they are numbers
 * @param labels the same for the eye: with four digits, or more where that makes two of them one
 * @param isOfNumbers whether all of them are numbers
 */
record MapAxis(
    String key,
    String unit,
    List<String> values,
    List<String> exact,
    List<String> labels,
    boolean isOfNumbers) {

  private static final int SHOWN_DIGITS = 4;

  /** Fewer than a double has, so that 38.4 mV is 38.4. */
  private static final int ALL_DIGITS = 14;

  static MapAxis of(String key, List<String> values) {
    KeyKind declared = declared(key);
    if (declared instanceof Measure m) {
      for (Form form : m.forms()) {
        MapAxis axis = numbers(key, form, values);
        if (axis != null) {
          return form.dimension() == Dimension.MAGNETIC_FIELD
              ? axis.shorter(numbers(key, new Form(form.dimension(), "mT", null), values))
              : axis;
        }
      }
    } else if (declared instanceof Whole) {
      MapAxis axis = numbers(key, new Form(Dimension.FRACTION, "", null), values);
      if (axis != null) {
        return axis;
      }
    }
    return new MapAxis(key, "", values, values, values, false);
  }

  /**
   * Values of a swept key as plain numbers.
   *
   * @param unit SI unit, empty for pure numbers
   * @param values in that unit, in the order that they were given in
   */
  record InSi(String unit, List<String> values) {}

  /**
   * Values of a key with a unit as plain numbers; empty where they are none, or of several units.
   */
  static Optional<InSi> inSi(String key, List<String> texts) {
    if (declared(key) instanceof Measure m) {
      for (Form form : m.forms()) {
        List<Value> values = values(form, texts);
        if (values != null) {
          return Optional.of(
              new InSi(
                  form.dimension().unit(),
                  values.stream().map(v -> Double.toString(v.si())).toList()));
        }
      }
    }
    return Optional.empty();
  }

  private static KeyKind declared(String key) {
    try {
      Key declared = ExperimentKeys.find(KeyPath.parse(key, Origin.DEFAULT).declared());
      return declared == null ? null : declared.kind();
    } catch (ExperimentException e) {
      return null;
    }
  }

  private record Value(String text, double si) {}

  /** Null where not all of them are of that form. */
  private static List<Value> values(Form form, List<String> texts) {
    List<Value> values = new ArrayList<>();
    try {
      for (String text : texts) {
        values.add(new Value(text, Quantity.parse(text, form.dimension())));
      }
    } catch (UnitException e) {
      return null;
    }
    return values;
  }

  /** Null where not all of them are such numbers. */
  private static MapAxis numbers(String key, Form form, List<String> texts) {
    List<Value> values = values(form, texts);
    if (values == null) {
      return null;
    }
    values.sort(Comparator.comparingDouble(Value::si));
    double one = form.unit().isEmpty() ? 1 : Quantity.parse("1 " + form.unit(), form.dimension());
    return new MapAxis(
        key,
        form.unit(),
        values.stream().map(Value::text).toList(),
        labels(values, one, ALL_DIGITS),
        shown(values, one),
        true);
  }

  /** The one whose numbers have fewer digits, which is as they were given: this or another one. */
  private MapAxis shorter(MapAxis other) {
    return String.join("", exact).length() < String.join("", other.exact).length() ? this : other;
  }

  private static List<String> shown(List<Value> values, double one) {
    for (int digits = SHOWN_DIGITS; digits < ALL_DIGITS; digits++) {
      List<String> labels = labels(values, one, digits);
      if (labels.stream().distinct().count() == values.size()) {
        return labels;
      }
    }
    return labels(values, one, ALL_DIGITS);
  }

  private static List<String> labels(List<Value> values, double one, int digits) {
    return values.stream().map(v -> label(v.si() / one, new MathContext(digits))).toList();
  }

  private static String label(double x, MathContext digits) {
    BigDecimal rounded = new BigDecimal(x).round(digits);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** The key with the unit of the labels. */
  String title() {
    return unit.isEmpty() ? key : key + " (" + unit + ")";
  }

  MapData.Axis axis() {
    return new MapData.Axis(title(), labels.stream().map(Fonts::withPatterns).toList());
  }
}
