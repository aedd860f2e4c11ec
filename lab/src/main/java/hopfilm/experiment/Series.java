package hopfilm.experiment;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A series of numbers, equal to another of the same numbers; it may be long. */
public final class Series {

  private static final int BYTES_OF_NAME = 8;

  private final double[] numbers;
  private final double largest;

  /** Copies the numbers, of which there is one at least. */
  public Series(double... numbers) {
    this.numbers = numbers.clone();
    this.largest = Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
  }

  /** The numbers, a copy. */
  public double[] numbers() {
    return numbers.clone();
  }

  /** The numbers as a list, for short ones. */
  public List<Double> list() {
    return Arrays.stream(numbers).boxed().toList();
  }

  public int size() {
    return numbers.length;
  }

  /** Largest magnitude. */
  public double largest() {
    return largest;
  }

  /** What tells it from others, by its numbers alone: 16 hexadecimal digits. */
  public String digest() {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
    bytes.asDoubleBuffer().put(numbers);
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return HexFormat.of().formatHex(sum, 0, BYTES_OF_NAME);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Series s && Arrays.equals(numbers, s.numbers));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return numbers.length + " numbers " + digest();
  }
}
