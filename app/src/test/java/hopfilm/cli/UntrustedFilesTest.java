package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of somebody else: drawings, shapes and pictures that ask for more work than they look. */
class UntrustedFilesTest {

  /** Hang guard: a second or two each, on a machine that does other things too. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final boolean IS_SLOW = Boolean.getBoolean("hopfilm.slow");

  /** What was tested with few is not tested again with many. */
  private static final int FIRST = Integer.getInteger("hopfilm.untrusted.first", IS_SLOW ? 12 : 0);

  private static final int FILES =
      Integer.getInteger("hopfilm.untrusted.files", IS_SLOW ? 200 : 12);

  @TempDir Path folder;

  /** A product of copies, groups that show each other, a picture of as many corners as pixels. */
  @ParameterizedTest
  @ValueSource(strings = {"nested-copies-1", "nested-copies-3", "empty-use", "checkerboard"})
  void workThatMultipliesIsRefusedInOneLine(String name) throws Exception {
    Path file = Path.of(UntrustedFilesTest.class.getResource("/hopfilm/untrusted").toURI());
    Program p = check(file.resolve(name + ".yaml"));
    assertThat(p.status()).isEqualTo(2);
    assertThat(defect(p)).isNull();
    assertThat(p.err()).containsPattern("[1-9]\\d{3}.*allowed");
  }

  @Test
  @Tag("samples")
  void whateverIsDrawnIsReadOrRefused() throws IOException {
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    double[] slowest = {0, 0};
    for (int seed = FIRST; seed < FIRST + FILES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Files.writeString(folder.resolve("a.svg"), AnyDrawing.of(random));
      Files.write(folder.resolve("a.png"), picture(random));
      Path file = Files.writeString(folder.resolve("any.yaml"), AnyOutline.of(random));
      long started = System.nanoTime();
      Program p = check(file);
      refused += p.status() == 2 ? 1 : 0;
      String defect = defect(p);
      double seconds = (System.nanoTime() - started) * 1e-9;
      slowest = seconds > slowest[0] ? new double[] {seconds, seed} : slowest;
      if (defect != null) {
        wrong.add("seed %d: %s: %s".formatted(seed, defect, p.err()));
      }
    }
    System.out.printf(
        "%d files, %d refused; the slowest took %.1f s (seed %.0f)%n",
        FILES, refused, slowest[0], slowest[1]);
    assertThat(wrong).isEmpty();
    // that the files are neither all harmless nor all refused
    assertThat(refused).isBetween(FILES / 4, FILES * 19 / 20);
  }

  private static Program check(Path file) throws IOException {
    return assertTimeoutPreemptively(PATIENCE, () -> Program.call("check", file.toString()));
  }

  /** Pixels of few colours, in one piece or as noise, whole or damaged. */
  private static byte[] picture(SplittableRandom random) throws IOException {
    boolean isNoise = random.nextInt(3) == 0;
    int size = random.nextInt(5) == 0 ? 1500 : 60;
    int[] colours = {0, 0xffffff, 0xff0000, 0x777777};
    BufferedImage image =
        new BufferedImage(
            1 + random.nextInt(size), 1 + random.nextInt(size), 1 + random.nextInt(13));
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int k = isNoise ? random.nextInt(4) : (x / 20 + y / 30) % 4;
        image.setRGB(x, y, 0xff000000 | colours[k]);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, random.nextInt(3) == 0 ? "gif" : "png", out);
    byte[] bytes = out.toByteArray();
    for (int n = random.nextInt(4) == 0 ? 3 : 0; n > 0 && bytes.length > 0; n--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** What is wrong with what the program said, or null. */
  private static String defect(Program p) {
    for (String word :
        List.of("Exception", "hopfilm.", "java.", "\tat ", "%s", "default protocol")) {
      if ((p.out() + p.err()).contains(word)) {
        return "says " + word;
      }
    }
    if (p.status() == 0) {
      boolean warns = p.err().lines().allMatch(l -> l.matches("(warning: | {9}).+"));
      return warns ? null : "done, but with other lines than warnings";
    }
    // each error is one line, and ten are said
    List<String> lines = p.err().lines().toList();
    boolean isSaid =
        p.status() == 2
            && p.out().isEmpty()
            && !lines.isEmpty()
            && lines.size() <= 11
            && lines.stream().allMatch(l -> l.startsWith("hopfilm: ") && l.length() <= 800);
    return isSaid ? null : "ends with " + p.status() + ", and not with one line an error";
  }
}
