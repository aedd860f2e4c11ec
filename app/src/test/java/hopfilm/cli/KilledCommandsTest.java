package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sweeps and searches that are killed outright again and again and go on each time: they end with
 * the files of one that was never killed.
 */
@Tag("slow")
@Order(3)
class KilledCommandsTest {

  private static final String FILM =
      """
      name: killed film
      film: {size: [64 nm, 48 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 16 nm}
      initial: {texture: maze, seed: 1, relax: 10 ps}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 5 mV, time: 40 ps}
        - measure: trained
      output: {table: 2 ps, snapshots: 20 ps, checkpoint: 1 ms, formats: [ovf], report: off}
      """;

  private static final String SWEEP =
      "sweep: {train.voltage: [4 mV, 6 mV], initial.seed: [1, 2]}\n";

  private static final String OPTIMISE =
      """
      optimise:
        maximise: margin
        parameters: {train.voltage: [2 mV, 8 mV], train.time: [10 ps, 50 ps]}
        evaluations: 4
      """;

  /** The film with rho_perp = 0.17 uOhm m, and random errors of 0.1 %. */
  private static final String MEASURED =
      """
      label,G_n1_n2,G_n1_n3,G_n1_n4,G_n2_n4
      untrained,-1.2436,-0.8285,-3.3779,-0.7140
      trained,-1.5272,-0.9769,-3.5352,-0.8755
      """;

  private static final String FIT =
      """
      material: {rho_perp: 0.15 uOhm m}
      fit:
        data: [{file: g.csv, noise: 0.1 %}]
        parameters: {material.rho_perp: [0.14 uOhm m, 0.2 uOhm m]}
        evaluations: 36
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"run, 5", "optimise, 5", "fit, 10"})
  void endsWithTheSameFilesHoweverOftenItWasKilled(String command, int most) throws Exception {
    String study = Map.of("run", SWEEP, "optimise", OPTIMISE, "fit", FIT).get(command);
    Path film = Files.writeString(folder.resolve("film.yaml"), FILM + study);
    Files.writeString(folder.resolve("g.csv"), MEASURED);
    Path whole = folder.resolve("whole");
    RealProgram undisturbed = start(command, film, whole);
    undisturbed.awaitLock(whole);
    long begun = System.nanoTime();
    assertThat(undisturbed.status()).as(undisturbed.said()).isZero();
    long took = (System.nanoTime() - begun) / 1_000_000;

    Random random = new Random(1);
    int kills = 0;
    for (int n = 0; kills < most; n++) {
      Path out = folder.resolve("killed-" + n);
      RealProgram program;
      do {
        program = start(command, film, out);
        program.awaitLock(out);
        if (kills < most) {
          Thread.sleep(random.nextLong(took));
          program.process.destroyForcibly();
        }
        kills += program.status() == 137 ? 1 : 0;
      } while (program.status() == 137);
      assertThat(program.status()).as(program.said()).isZero();
      assertThat(content(out)).isEqualTo(content(whole));
    }
  }

  private RealProgram start(String command, Path film, Path out) throws IOException {
    return Files.exists(out.resolve("experiment.yaml"))
        ? RealProgram.start(folder.resolve("said"), command, "--resume", out.toString())
        : RealProgram.start(folder.resolve("said"), command, film.toString(), "--out", "" + out);
  }

  /** All files but what tells of time and place. */
  private static Map<String, String> content(Path out) throws IOException {
    Map<String, String> content = RealProgram.content(out);
    for (String name : List.copyOf(content.keySet())) {
      if (name.endsWith(".csv")) {
        content.put(name, withoutSeconds(Files.readAllLines(out.resolve(name))));
      }
    }
    return content;
  }

  private static String withoutSeconds(List<String> lines) {
    int seconds = List.of(lines.get(0).split(",", -1)).indexOf("seconds");
    StringBuilder left = new StringBuilder();
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      if (seconds >= 0) {
        cells[seconds] = "";
      }
      left.append(Arrays.toString(cells)).append('\n');
    }
    return left.toString();
  }
}
