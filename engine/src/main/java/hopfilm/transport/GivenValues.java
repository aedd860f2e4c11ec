package hopfilm.transport;

import hopfilm.transport.Electrode.Drive;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Values that sources give at the electrodes of a film, in the order of these.
 *
 * @param kinds the kind of each: a voltage [V], a current into the film [A], or nothing
 * @param numbers the values; 0 where the electrode floats
 */
public record GivenValues(List<Drive> kinds, double[] numbers) {

  /**
   * Copies both; a number where an electrode floats becomes 0.
   *
   * @throws IllegalArgumentException if their lengths differ
   */
  public GivenValues {
    kinds = List.copyOf(kinds);
    numbers = numbers.clone();
    if (numbers.length != kinds.size()) {
      throw new IllegalArgumentException(
          "%d values for %d electrodes".formatted(numbers.length, kinds.size()));
    }
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = kinds.get(k) == Drive.FLOAT ? 0 : numbers[k];
    }
  }

  /**
   * Values of the kind that each electrode takes.
   *
   * @throws IllegalArgumentException if there is not one value for each electrode
   */
  public static GivenValues at(List<Electrode> electrodes, double... numbers) {
    return new GivenValues(electrodes.stream().map(Electrode::drive).toList(), numbers);
  }

  /** A voltage at each electrode [V]. */
  public static GivenValues voltages(double... volts) {
    return new GivenValues(Collections.nCopies(volts.length, Drive.VOLTAGE), volts);
  }

  /** A current into the film at each electrode [A]. */
  public static GivenValues currents(double... amperes) {
    return new GivenValues(Collections.nCopies(amperes.length, Drive.CURRENT), amperes);
  }

  /** The values [V, A]; 0 where the electrode floats. */
  @Override
  public double[] numbers() {
    return numbers.clone();
  }

  /** The values themselves, to be read only. */
  double[] array() {
    return numbers;
  }

  /** Number of electrodes. */
  public int size() {
    return numbers.length;
  }

  /** Kind of the value at an electrode. */
  public Drive kind(int k) {
    return kinds.get(k);
  }

  /** Value at an electrode [V or A], 0 where it floats. */
  public double at(int k) {
    return numbers[k];
  }

  /**
   * Refuses values that these electrodes do not take. Each may be of any kind, whatever usually
   * drives its electrode.
   *
   * @throws IllegalArgumentException if their number is another, or one is not finite
   */
  void vet(List<Electrode> electrodes) {
    if (size() != electrodes.size()) {
      throw new IllegalArgumentException(
          "%d values for %d electrodes".formatted(size(), electrodes.size()));
    }
    for (int e = 0; e < size(); e++) {
      if (!Double.isFinite(at(e))) {
        boolean isVoltage = kind(e) == Drive.VOLTAGE;
        throw new IllegalArgumentException(
            "the %s of electrode '%s' is %g %s; it must be finite"
                .formatted(
                    isVoltage ? "voltage" : "current",
                    electrodes.get(e).name(),
                    at(e),
                    isVoltage ? "V" : "A"));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GivenValues v
        && kinds.equals(v.kinds)
        && Arrays.equals(numbers, v.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * kinds.hashCode() + Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return "GivenValues[kinds=" + kinds + ", numbers=" + Arrays.toString(numbers) + "]";
  }
}
