package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Grid;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.OvfFile;
import hopfilm.magnet.Textures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Field files with bytes changed at random: each is converted, or refused in one clear line. */
@Tag("samples")
class ConvertMutationTest {

  private static final int MUTATIONS = Boolean.getBoolean("hopfilm.slow") ? 300 : 60;

  private static final List<String> TARGETS = List.of("npy", "csv", "ovf-text", "ovf4", "vtk");

  /** Takes longer, so not each time. */
  private static final List<String> RARE = List.of("png", "hdf5");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"OVF_TEXT", "OVF4", "OVF8", "NPY", "CSV"})
  void everyChangedFileIsConvertedOrRefusedInOneLine(FieldFormat format) throws IOException {
    Path in = folder.resolve("in" + format.ending());
    Path out = folder.resolve("out");
    OvfFile field = new OvfFile(Textures.random(Grid.film(5, 4, 4e-9, 1e-6), 3), 1e-9, "m", "");
    FieldFiles.write(in, field, format);
    byte[] good = Files.readAllBytes(in);
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Files.write(in, changed(good, new SplittableRandom(seed)));
      List<String> targets = seed % 50 == 0 ? RARE : TARGETS;
      String to = targets.get(seed / (seed % 50 == 0 ? 50 : 1) % targets.size());
      String[] args = {
        "convert", in.toString(), "--to", to, "--cell", "4 nm, 4 nm, 1 um", "--out", out.toString()
      };
      long taken = Memory.allocated();
      Program p = Program.call(args);
      taken = Memory.allocated() - taken;
      refused += p.status() == 2 ? 1 : 0;
      String defect = taken > Memory.LITTLE ? "takes " + taken + " bytes" : defect(p, in, out);
      if (defect != null) {
        wrong.add("seed %d to %s: %s: %s".formatted(seed, to, defect, p.err()));
      }
      Files.deleteIfExists(out);
    }
    assertThat(wrong).isEmpty();
    // that the changes are neither all harmless nor all fatal
    assertThat(refused).isBetween(MUTATIONS / 5, MUTATIONS * 19 / 20);
  }

  /** What is wrong with what the program said and left, or null. */
  private String defect(Program p, Path in, Path out) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.list(folder)) {
      left = files.sorted().toList();
    }
    if (p.status() == 0) {
      boolean isQuiet =
          p.err().isEmpty()
              || (p.err().startsWith("warning: npy holds no unit: ")
                  && p.err().lines().count() == 1);
      return isQuiet && left.equals(List.of(in, out)) ? null : "done, but leaves " + left;
    }
    if (p.status() != 2) {
      return "ends with " + p.status();
    }
    if (!left.equals(List.of(in))) {
      return "refused, but leaves " + left;
    }
    if (!p.out().isEmpty() || p.err().lines().count() != 1) {
      return "says more than one line";
    }
    String start = "hopfilm: " + in + ": ";
    if (!p.err().startsWith(start) || p.err().strip().length() < start.length() + 10) {
      return "does not say what";
    }
    // the bytes themselves may be shown
    boolean isJava = Stream.of("Exception", "java.", "null", "%s").anyMatch(p.err()::contains);
    return isJava ? "says Java" : p.err().length() > 800 ? "says too much" : null;
  }

  private static byte[] changed(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0 && bytes.length > 8; changes--) {
      // half of them in the header
      int bound = random.nextBoolean() ? Math.min(bytes.length, 600) : bytes.length;
      int at = random.nextInt(bound);
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = replaced(bytes, at, at + 1, "");
        case 3 -> bytes = replaced(bytes, at, at, "" + (char) random.nextInt(256));
        case 4 -> bytes = Arrays.copyOf(bytes, at);
        case 5 -> {
          String number = List.of("9", "-", "999999999", "e300", "NaN").get(random.nextInt(5));
          bytes = replaced(bytes, digit(bytes, at), digit(bytes, at), number);
        }
        default -> {
          int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
          String piece =
              new String(Arrays.copyOfRange(bytes, at, end), StandardCharsets.ISO_8859_1);
          bytes = replaced(bytes, at, at, piece);
        }
      }
    }
    return bytes;
  }

  /** The next digit from a place on, where a number would grow. */
  private static int digit(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && !(bytes[at] >= '0' && bytes[at] <= '9')) {
      at++;
    }
    return at;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, String piece) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return (text.substring(0, from) + piece + text.substring(to))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
