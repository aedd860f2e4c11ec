package hopfilm.key;

import static hopfilm.units.Constants.MU0;

import hopfilm.input.Origin;
import hopfilm.key.KeyKind.Form;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.KeyKind.Measures;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.yaml.YamlNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** Values as they stand in an experiment file. */
public final class YamlValues {

  /** Fewer than a double has: a field that was given in kA/m has more in mT. */
  private static final MathContext FLUX_DIGITS = new MathContext(12);

  private YamlValues() {}

  public static YamlNode.Mapping map() {
    return YamlNode.Mapping.empty(Origin.DEFAULT);
  }

  public static YamlNode list(List<? extends YamlNode> items) {
    return new YamlNode.Sequence(List.copyOf(items), Origin.DEFAULT);
  }

  public static YamlNode.Scalar scalar(String text) {
    return new YamlNode.Scalar(text, Origin.DEFAULT);
  }

  public static YamlNode number(String path, double si) {
    Measure kind = (Measure) ExperimentKeys.find(path).kind();
    return scalar(text(si, kind.forms().get(0)));
  }

  public static YamlNode numbers(String path, List<Double> si) {
    return numbers(path, si.stream().mapToDouble(Double::doubleValue).toArray());
  }

  public static YamlNode numbers(String path, double... si) {
    Form form = ((Measures) ExperimentKeys.find(path).kind()).element().forms().get(0);
    return list(Arrays.stream(si).mapToObj(v -> scalar(text(v, form))).toList());
  }

  /**
   * A field in mT where few digits say it; in the usual unit where that reads back to the same
   * bits, else in the SI unit.
   */
  public static String text(double si, Form form) {
    BigDecimal exact = new BigDecimal(Double.toString(si));
    if (form.dimension() == Dimension.MAGNETIC_FIELD) {
      String flux = plain(new BigDecimal(1e3 * MU0 * si, FLUX_DIGITS)) + " mT";
      if (Quantity.parse(flux, form.dimension()) == si) {
        return flux;
      }
    }
    if (!form.unit().isEmpty()) {
      double one = Quantity.parse("1 " + form.unit(), form.dimension());
      BigDecimal scaled = exact.divide(new BigDecimal(Double.toString(one)), MathContext.DECIMAL64);
      String usual = plain(scaled) + " " + form.unit();
      if (usual.length() < 30 && Quantity.parse(usual, form.dimension()) == si) {
        return usual;
      }
      return (si + " " + form.dimension().unit()).strip();
    }
    String usual = plain(exact);
    return usual.length() < 30 && Quantity.parse(usual, form.dimension()) == si
        ? usual
        : Double.toString(si);
  }

  private static String plain(BigDecimal x) {
    return x.signum() == 0 ? "0" : x.stripTrailingZeros().toPlainString();
  }

  /** The least whole number of cells that holds a length, two or more. */
  public static YamlNode cells(double length, double cell) {
    long cells = Math.max(2, (long) Math.ceil(length / cell - 1e-6));
    return scalar(
        BigDecimal.valueOf(cell * 1e9)
                .round(new MathContext(12))
                .multiply(BigDecimal.valueOf(cells))
                .stripTrailingZeros()
                .toPlainString()
            + " nm");
  }

  /** Closed lines of corners {x, y} [m]. */
  public static List<YamlNode> lines(List<List<double[]>> lines) {
    return lines.stream()
        .map(line -> list(line.stream().map(YamlValues::corner).toList()))
        .toList();
  }

  private static YamlNode corner(double[] p) {
    return list(List.of(nanometres(p[0]), nanometres(p[1])));
  }

  /** To a thousandth, far below any cell, so that a file of many corners stays short. */
  private static YamlNode.Scalar nanometres(double metres) {
    BigDecimal nm = BigDecimal.valueOf(metres * 1e9).setScale(3, RoundingMode.HALF_EVEN);
    return scalar(plain(nm) + " nm");
  }
}
