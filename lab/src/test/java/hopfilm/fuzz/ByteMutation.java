package hopfilm.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes of a file such as damage, cut transfers and malice make; the same for the same seed. */
final class ByteMutation {

  private static final int MAX_CHANGES = 4;
  private static final int LONGEST_PIECE = 64;

  /** Most of what readers decide on stands at the start. */
  private static final int HEADER = 600;

  private static final List<String> PIECES =
      List.of(
          "9",
          "-",
          "0",
          "999999999",
          "2147483647",
          "-1",
          "1e308",
          "e999",
          "NaN",
          "Infinity",
          ".",
          "\n",
          "\r\n",
          "\t",
          " ",
          "#",
          "# ",
          "(",
          ")",
          ",",
          "'",
          "\"",
          ":",
          ": ",
          "[",
          "{",
          "}",
          "]",
          "- ",
          "&a ",
          "*a",
          "!!",
          "|",
          "%",
          "\0",
          "\uFEFF",
          "\u00FF",
          "\u2028");

  private ByteMutation() {}

  static byte[] of(byte[] good, SplittableRandom random) {
    byte[] bytes = good;
    for (int n = 1 + random.nextInt(MAX_CHANGES); n > 0 && bytes.length > 0; n--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, SplittableRandom random) {
    int bound = random.nextBoolean() ? Math.min(bytes.length, HEADER) : bytes.length;
    int at = random.nextInt(bound);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(LONGEST_PIECE));
    return switch (random.nextInt(9)) {
      case 0 -> with(bytes, at, (byte) (bytes[at] ^ (1 << random.nextInt(8))));
      case 1 -> with(bytes, at, (byte) random.nextInt(256));
      case 2 -> replaced(bytes, at, end, new byte[0]);
      case 3 -> Arrays.copyOf(bytes, at);
      case 4 -> replaced(bytes, at, at, piece(random));
      case 5 -> replaced(bytes, at, Math.min(bytes.length, at + 1), piece(random));
      case 6 -> {
        int digit = digit(bytes, at);
        yield replaced(bytes, digit, digit, piece(random));
      }
      case 7 -> {
        // a part of the file at another place
        int to = random.nextInt(bytes.length);
        yield replaced(bytes, to, to, Arrays.copyOfRange(bytes, at, end));
      }
      default -> {
        byte[] same = new byte[1 + random.nextInt(LONGEST_PIECE)];
        Arrays.fill(same, (byte) random.nextInt(256));
        yield replaced(bytes, at, Math.min(bytes.length, at + same.length), same);
      }
    };
  }

  private static byte[] piece(SplittableRandom random) {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
  }

  /** The next digit from a place on, where a number would grow. */
  private static int digit(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && !(bytes[at] >= '0' && bytes[at] <= '9')) {
      at++;
    }
    return at;
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    byte[] changed = bytes.clone();
    changed[at] = value;
    return changed;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] piece) {
    byte[] changed = new byte[bytes.length - (to - from) + piece.length];
    System.arraycopy(bytes, 0, changed, 0, from);
    System.arraycopy(piece, 0, changed, from, piece.length);
    System.arraycopy(bytes, to, changed, from + piece.length, bytes.length - to);
    return changed;
  }
}
