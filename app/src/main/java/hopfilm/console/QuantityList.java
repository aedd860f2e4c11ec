package hopfilm.console;

import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import java.util.List;
import java.util.stream.Stream;

/** Values with units in an option, with commas between them and brackets or none around. */
public final class QuantityList {

  /**
   * The range that is allowed.
   *
   * @param low lowest value [SI]
   * @param high highest value [SI]
   * @param text the same in words
   */
  public record Range(double low, double high, String text) {}

  private QuantityList() {}

  public static List<String> split(String list) {
    String words = list.replaceAll("^\\s*\\[|]\\s*$", "");
    return Stream.of(words.split(",", -1)).map(String::strip).toList();
  }

  /** SI value of one of them. */
  public static double value(String option, String word, Dimension dimension, Range range) {
    double value;
    try {
      value = Quantity.parse(word, dimension);
    } catch (UnitException e) {
      throw ExperimentException.of(option, FileMessage.NO_QUANTITY, e.getMessage(), range.text());
    }
    if (value < range.low() || value > range.high()) {
      throw ExperimentException.of(option, FileMessage.OUT_OF_RANGE, word, range.text());
    }
    return value;
  }
}
