package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of a table whose numbers are known, over keys whose values are not in order. */
class MapTest {

  private static final String HEAD =
      "run,train.voltage,electrodes.radius,initial.seed,seed,status,minimum,learned,margin,"
          + "E_prime_trained,hits,total,seconds,energy_joule,trained_bits,energy_per_bit,"
          + "training_time,gx_trained\n";

  @TempDir Path folder;

  @BeforeEach
  void aSweep() throws IOException {
    StringBuilder csv = new StringBuilder(HEAD);
    int run = 0;
    for (String voltage : List.of("\"0.04 V\"", "\"20 mV\"")) {
      for (String radius : List.of("\"100 nm\"", "\"154 nm\"")) {
        for (int seed = 1; seed <= 4; seed++) {
          run++;
          boolean strong = voltage.contains("0.04");
          boolean large = radius.contains("154");
          boolean learned = strong && (large || seed < 4);
          // 4 bits for 8 pJ each where the voltage is low, four times as much where it is twice
          // that
          double joule = strong ? 128e-12 : 32e-12;
          csv.append(
              "%d,%s,%s,%d,1,done,+-+-,%s,%s,-0.1,%d,16,1.50,%s,4,%s,2e-08,0.9\n"
                  .formatted(
                      run,
                      voltage,
                      radius,
                      seed,
                      learned,
                      learned ? 0.25 : -0.125,
                      learned ? 16 : 8,
                      joule,
                      joule / 4));
        }
      }
    }
    csv.append("17,\"20 mV\",\"200 nm\",1,1,failed,,,,,,,0.10,,0,,,\n");
    Files.writeString(folder.resolve("runs.csv"), csv);
  }

  private List<String[]> csv(String value) throws IOException {
    Path file = folder.resolve("of.csv");
    Program p =
        Program.call(
            "map",
            folder.toString(),
            "--x",
            "voltage",
            "--y",
            "electrodes.radius",
            "--value",
            value,
            "--out",
            file.toString());
    assertThat(p.status()).as(p.err()).isZero();
    return Files.readAllLines(file).stream().map(l -> l.split(",", -1)).toList();
  }

  /** Of keys that move together under zip one is the axis, and the others split nothing. */
  @Test
  void keysThatMoveTogetherAreOneCurve() throws IOException {
    StringBuilder csv = new StringBuilder("run,train.voltage,train.time,seed,status,gx_trained\n");
    for (int k = 1; k <= 6; k++) {
      int step = (k + 1) / 2;
      csv.append("%d,%d mV,%d ns,%d,done,%d\n".formatted(k, 10 * step, 2 * step, k, 10 * k));
    }
    Files.writeString(folder.resolve("runs.csv"), csv);
    String sweep = folder.toString();
    Path file = folder.resolve("of.csv");
    Program p =
        Program.call(
            "map", sweep, "--x", "voltage", "--value", "gx_trained", "--out", file.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "train.voltage (mV),gx_trained,low,high,runs",
            "10,15.0,10.0,20.0,2",
            "20,35.0,30.0,40.0,2",
            "30,55.0,50.0,60.0,2");
    Path svg = folder.resolve("of.svg");
    Program.call("map", sweep, "--x", "voltage", "--value", "gx_trained", "--out", svg.toString());
    assertThat(Files.readString(svg)).contains("6 runs, with train.time");
  }

  @Test
  void aCurveTakesTogetherWhatItIsTold() throws IOException {
    Program p =
        Program.call(
            "map", folder.toString(), "--x", "voltage", "--value", "learned", "--pool", "radius");
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out()).contains("share learned over train.voltage (mV), 16 runs", "7/8", "0/8");
    List<String> lines = Files.readAllLines(folder.resolve("curve-learned.csv"));
    assertThat(lines.get(0)).isEqualTo("train.voltage (mV),share learned,low,high,runs");
    String[] low = lines.get(1).split(",");
    String[] high = lines.get(2).split(",");
    assertThat(low).startsWith("20", "0.0", "0.0").endsWith("8");
    assertThat(high).startsWith("40", "0.875");
    // Wilson's interval for 7 of 8: 52.9 to 97.8 %
    assertThat(Double.parseDouble(high[2])).isCloseTo(0.529, within(5e-4));
    assertThat(Double.parseDouble(high[3])).isCloseTo(0.978, within(5e-4));
    assertThat(ImageIO.read(folder.resolve("curve-learned.png").toFile())).isNotNull();
    assertThat(folder.resolve("curve-learned.svg")).isNotEmptyFile();
  }

  /** Folders of earlier versions have values with units, later ones the unit in the head. */
  @Test
  void bothFormsOfSweptValuesGiveOneCurve() throws IOException {
    Path old = folder.resolve("old.csv");
    Path now = folder.resolve("now.csv");
    String[] words = {"map", folder.toString(), "--x", "voltage", "--value", "margin", "--out", ""};
    words[7] = old.toString();
    assertThat(Program.call(words).status()).isZero();
    String csv = Files.readString(folder.resolve("runs.csv"));
    Files.writeString(
        folder.resolve("runs.csv"),
        csv.replace("train.voltage", "\"train.voltage (V)\"")
            .replace("\"0.04 V\"", "0.04")
            .replace("\"20 mV\"", "0.02"));
    words[7] = now.toString();
    assertThat(Program.call(words).status()).isZero();
    assertThat(now).hasSameTextualContentAs(old);
  }

  @Test
  void aMeanHasItsSmallestAndLargest() throws IOException {
    Path file = folder.resolve("of.csv");
    Program.call(
        "map", folder.toString(), "--x", "radius", "--value", "margin", "--out", file.toString());
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).endsWith(",low,high,runs,train.voltage");
    // with 20 mV none learned; with 40 mV 3 of 4 with 100 nm, margins 0.25 and -0.125, and all with
    // 154
    assertThat(lines.subList(1, 7))
        .containsExactly(
            "100,-0.125,-0.125,-0.125,4,20 mV",
            "154,-0.125,-0.125,-0.125,4,20 mV",
            "200,,,,0,20 mV",
            "100,%s,-0.125,0.25,4,0.04 V".formatted((3 * 0.25 - 0.125) / 4),
            "154,0.25,0.25,0.25,4,0.04 V",
            "200,,,,0,0.04 V");
    assertThat(folder.resolve("curve-margin.csv")).doesNotExist();
  }

  private static final List<String> FIELDS =
      List.of("\"[0 mT, 0 mT, 0 mT]\"", "\"[0 mT, 0 mT, 100 mT]\"", "\"[50 mT, 0 mT, 0 mT]\"");

  /** Q of a run tells which it was: only runs that differ in seeds alone make a mean of it. */
  private void aSweepOverAFieldVector(int fields) throws IOException {
    StringBuilder csv =
        new StringBuilder(
            "run,material.D (J/m^2),field.value,pinning.seed,initial.seed,seed,status,Q\n");
    int run = 0;
    for (int d = 1; d <= 2; d++) {
      for (int f = 0; f < fields; f++) {
        String field = f < FIELDS.size() ? FIELDS.get(f) : "\"[0 mT, %d mT, 0 mT]\"".formatted(f);
        for (int pins = 1; pins <= 2; pins++) {
          for (int seed = 1; seed <= 2; seed++) {
            csv.append(
                "%d,%s,%s,%d,%d,1,done,%d\n"
                    .formatted(
                        ++run,
                        d + "e-3",
                        field,
                        pins,
                        seed,
                        1000 * d + 100 * f + 10 * pins + seed));
          }
        }
      }
    }
    Files.writeString(folder.resolve("runs.csv"), csv);
  }

  /** The kind of most films of a cell, and of how many; a file of an earlier version has none. */
  @Test
  void kindsOfTexturesAreAMapOfWords() throws IOException {
    String csv =
        """
        run,material.D (J/m^2),field.value[3] (A/m),initial.seed,seed,status,Q,texture
        1,1e-3,0,1,1,done,0,uniform
        2,1e-3,0,2,1,done,0,uniform
        3,1e-3,1e5,1,1,done,-1,skyrmions
        4,1e-3,1e5,2,1,done,0,uniform
        5,2e-3,0,1,1,done,-2,maze
        6,2e-3,0,2,1,failed,,
        7,2e-3,1e5,1,1,done,-4,skyrmions
        8,2e-3,1e5,2,1,done,-5,skyrmions
        """;
    Files.writeString(folder.resolve("runs.csv"), csv);
    String[] words = {
      "map", folder.toString(), "--x", "D", "--y", "value[3]", "--value", "texture"
    };
    Program p = Program.call(words);
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out()).contains("texture over material.D", "uniform 1/2", "skyrmions", "maze");
    assertThat(Files.readAllLines(folder.resolve("map-texture.csv")))
        .extracting(l -> l.replaceAll("^[^,]*,[^,]*,", ""))
        .contains("uniform,,,2", "maze,,,1", "skyrmions,,,2");
    assertThat(ImageIO.read(folder.resolve("map-texture.png").toFile())).isNotNull();
    Program curve = Program.call("map", folder.toString(), "--x", "D", "--value", "texture");
    assertThat(curve.status()).isEqualTo(2);
    assertThat(curve.err()).contains("has words, which are no curve; name a second axis, --y KEY");
    Files.writeString(folder.resolve("runs.csv"), csv.replace("texture", "other"));
    assertThat(Program.call(words).err()).contains("none of the values there are");
  }

  @Test
  void onlyRunsThatDifferInSeedsAloneAreTakenTogether() throws IOException {
    aSweepOverAFieldVector(3);
    Program p = Program.call("map", folder.toString(), "--x", "D", "--value", "Q");
    assertThat(p.status()).as(p.err()).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("curve-Q.csv"));
    assertThat(lines).hasSize(1 + 2 * 3);
    int line = 1;
    for (int f = 0; f < 3; f++) {
      for (int d = 1; d <= 2; d++) {
        int first = 1000 * d + 100 * f;
        // seeds 1 and 2 of two kinds: 11, 12, 21, 22
        assertThat(lines.get(line++))
            .isEqualTo(
                "%s,%s,%s,%s,4,%s"
                    .formatted(d, first + 16.5, first + 11.0, first + 22.0, FIELDS.get(f)));
      }
    }
    assertThat(Files.readString(folder.resolve("curve-Q.svg")))
        .contains("24 runs; band: smallest and largest over seeds; a line for each field.value");
  }

  /** As many lines as no one can tell apart are a map, and the other way on are panels. */
  @Test
  void manyLinesAreAMapAndOtherKeysOfAMapArePanels() throws IOException {
    aSweepOverAFieldVector(9);
    Program p = Program.call("map", folder.toString(), "--x", "D", "--value", "Q");
    assertThat(p.status()).as(p.err()).isZero();
    List<String> lines = Files.readAllLines(folder.resolve("map-Q.csv"));
    assertThat(lines).hasSize(1 + 2 * 9);
    assertThat(lines.get(1)).isEqualTo("1,%s,1016.5,1011.0,1022.0,4".formatted(FIELDS.get(0)));

    Path panels = folder.resolve("panels.csv");
    p =
        Program.call(
            "map",
            folder.toString(),
            "--x",
            "D",
            "--y",
            "initial.seed",
            "--value",
            "Q",
            "--out",
            panels.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(Files.readAllLines(panels)).hasSize(1 + 2 * 2 * 9);
    // of both pinning seeds: 11 and 21
    assertThat(Files.readAllLines(panels).get(1))
        .isEqualTo("1,1,1016.0,1011.0,1021.0,2,%s".formatted(FIELDS.get(0)));
  }

  @Test
  void theShareThatLearnedHasItsIntervalInTheOrderOfTheNumbers() throws IOException {
    List<String[]> rows = csv("learned");
    assertThat(rows.get(0))
        .containsExactly(
            "train.voltage (mV)", "electrodes.radius (nm)", "learned", "low", "high", "runs");
    assertThat(rows.subList(1, 7))
        .extracting(r -> r[0] + " " + r[1] + " " + r[2] + " " + r[5])
        .containsExactly(
            "20 100 0.0 4",
            "40 100 0.75 4",
            "20 154 0.0 4",
            "40 154 1.0 4",
            "20 200  0",
            "40 200  0");
    // Wilson score interval of 3 of 4, 95 %, from tables: 30.1 to 95.4 %
    assertThat(Double.parseDouble(rows.get(2)[3])).isCloseTo(0.301, within(5e-4));
    assertThat(Double.parseDouble(rows.get(2)[4])).isCloseTo(0.954, within(5e-4));
  }

  @Test
  void energyForABitCountsTheFilmsThatDidNotLearn() throws IOException {
    List<String[]> rows = csv("energy-per-bit");
    assertThat(rows.get(0)[2]).isEqualTo("energy per trained bit (J)");
    // 4 films of 128 pJ for the 12 bits of three; 16 bits where all learn; nothing where none does
    assertThat(Double.parseDouble(rows.get(2)[2])).isCloseTo(4 * 128e-12 / 12, within(1e-20));
    assertThat(Double.parseDouble(rows.get(4)[2])).isCloseTo(32e-12, within(1e-20));
    assertThat(rows.get(1)[2]).isEmpty();
  }

  @Test
  void meansHaveTheirRange() throws IOException {
    String[] cell = csv("margin").get(2);
    assertThat(cell).endsWith("0.15625", "-0.125", "0.25", "4");
    assertThat(csv("time").get(1)[2]).isEqualTo("2.0E-8");
    assertThat(csv("gx_trained").get(1)[2]).isEqualTo("0.9");
    // 3 films with 16 of 16 starts, one with 8
    assertThat(csv("recalled").get(2)[2]).isEqualTo("0.875");
  }

  @Test
  void writesPictureAndTableAndShowsBothInTheReport() throws IOException {
    Files.writeString(
        folder.resolve("index.html"), "<p>a</p><!-- maps --><!-- end of maps --><p>b</p>");
    for (String value : List.of("margin", "learned", "learned")) {
      Program p =
          Program.call(
              "map", folder.toString(), "--x", "voltage", "--y", "radius", "--value", value);
      assertThat(p.status()).as(p.err()).isZero();
      assertThat(p.out()).contains("over train.voltage (mV)", "map-" + value + ".svg", "16 runs");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "runs.csv",
              "index.html",
              "map-margin.svg",
              "map-margin.png",
              "map-margin.csv",
              "map-learned.svg",
              "map-learned.png",
              "map-learned.csv");
    }
    assertThat(ImageIO.read(folder.resolve("map-learned.png").toFile()).getWidth())
        .isGreaterThan(800);
    String page = Files.readString(folder.resolve("index.html"));
    assertThat(page).startsWith("<p>a</p>").endsWith("<p>b</p>");
    assertThat(page.split("<svg", -1)).hasSize(3);
  }
}
