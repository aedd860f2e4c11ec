package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A sweep of films with rows, read as one memory. */
class RecallTest {

  @TempDir static Path folder;

  /** Three pictures; the films are too short to learn, so the gains are put in their place. */
  @BeforeAll
  static void run() throws IOException {
    Path file = folder.resolve("rows.yaml");
    Files.writeString(
        file,
        """
        film: {size: [120 nm, 96 nm], cell: 4 nm}
        electrodes: {rows: {grid: 2x4, pixels: 4}, radius: 8 nm, margin: 16 nm}
        initial: {texture: maze, seed: 1, relax: 4 ps}
        protocol:
          - measure: untrained
          - write: {voltage: 9 mV, time: 4 ps, picture: "++++", part: [0 ps, 6 ps]}
          - measure: remembered
        network: {reference: untrained}
        output: {table: 2 ps, report: off}
        sweep: {write.picture: ["++++", "+-+-", "++--"]}
        """);
    Program p = Program.call("run", file.toString(), "--out", folder.resolve("bank").toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out())
        .containsPattern("A picture was written into each of 3 rows: \\d+ of\\s+12 pixels");
    for (Path run : runs()) {
      Path summary = run.resolve("summary.json");
      var tree = (ObjectNode) JsonMapper.shared().readTree(Files.readString(summary));
      String picture = tree.get("row").get("picture").asString();
      var gains = (ArrayNode) tree.get("row").get("gains");
      for (int k = 0; k < 4; k++) {
        gains.set(k, JsonMapper.shared().valueToTree(picture.charAt(k) == '+' ? -0.5 : 2.0));
      }
      Files.writeString(summary, tree.toString());
      Files.delete(run.resolve("files.json")); // its sum is another one now
    }
  }

  private static List<Path> runs() throws IOException {
    try (var files = Files.list(folder.resolve("bank"))) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static JsonNode recall(String... more) throws IOException {
    String[] all = new String[more.length + 3];
    all[0] = "recall";
    all[1] = folder.resolve("bank").toString();
    System.arraycopy(more, 0, all, 2, more.length);
    all[all.length - 1] = "--json";
    Program p = Program.call(all);
    assertThat(p.status()).as(p.err()).isZero();
    return JsonMapper.shared().readTree(p.out());
  }

  @Test
  void aLostRunIsSaid() throws IOException {
    Path lost = runs().get(1);
    Path aside = Files.move(lost, folder.resolve("aside"));
    try {
      Program p = Program.call("recall", folder.resolve("bank").toString());
      assertThat(p.status()).isZero();
      assertThat(p.err()).contains("bank: 1 of 3 runs are left out, as they are not done or lost");
    } finally {
      Files.move(aside, lost);
    }
    assertThat(Program.call("recall", folder.resolve("bank").toString()).err()).isEmpty();
  }

  /**
   * A factor of 1 is that of these runs. A fitted reference counts the first row, of one sign, from
   * 1 as well, and the others from their middle: all weights of a row weigh alike.
   */
  @Test
  void theReferenceIsChosen() throws IOException {
    JsonNode usual = recall("--picture", "+---");
    assertThat(recall("--picture", "+---", "--reference", "1")).isEqualTo(usual);
    JsonNode fitted = recall("--picture", "+---", "--reference", "fitted");
    assertThat(fitted.get("currents").get(0)).isEqualTo(usual.get("currents").get(0));
    assertThat(fitted.get("currents").get(1).asDouble()).isNotCloseTo(4.0, within(0.01));
    assertThat(fitted.get("picture").asString()).isIn("+-+-", "++--");
    assertThat(refused(folder.resolve("bank").toString(), "--reference", "3"))
        .contains("--reference: 3 is out of range; allowed fitted, or a factor from 0.5 to 2");
  }

  /** By hand: 0.5 + 2 - 0.5 + 2 in the second row, less in the others. */
  @Test
  void theStrongestRowAnswers() throws IOException {
    JsonNode r = recall("--picture", "+---");
    assertThat(r.get("currents")).hasSize(3);
    assertThat(r.get("currents").get(0).asDouble()).isEqualTo(-1.0);
    assertThat(r.get("currents").get(1).asDouble()).isEqualTo(4.0);
    assertThat(r.get("currents").get(2).asDouble()).isEqualTo(4.0);
    assertThat(r.get("answer").asString()).isEqualTo(runs().get(1).toString());
    assertThat(r.get("picture").asString()).isEqualTo("+-+-");
    assertThat(r.get("exact").isNull()).isTrue();
  }

  /** By hand: of +--- the shares are -1/2, 4/5 and 4/5, so both rows stay on, and their sum. */
  @Test
  void allRowsAnswerTogether() throws IOException {
    JsonNode r = recall("--picture", "+---", "--gain", "20");
    assertThat(r.get("picture").asString()).isEqualTo("+---");
    double energy = -Math.log((Math.cosh(10) + 2 * Math.cosh(16)) / 3) / 20;
    assertThat(r.get("energy").asDouble()).isCloseTo(energy, within(1e-14));
    // of ++++ the shares are 1, -3/5 and -3/5
    energy = -Math.log((Math.cosh(20) + 2 * Math.cosh(12)) / 3) / 20;
    assertThat(r.get("energies").get(0).asDouble()).isCloseTo(energy, within(1e-14));
    assertThat(r.get("basins").isNull()).isTrue();
  }

  /** By hand, of 8 inputs that begin with +: two, three and two; for +--+ no current flows. */
  @Test
  void basinsAreCounted() throws IOException {
    JsonNode r = recall("--basins");
    assertThat(r.get("basins").values())
        .extracting(JsonNode::asDouble)
        .containsExactly(2 / 8.0, 3 / 8.0, 2 / 8.0);
    // +--- ends at itself, as above; the others as before
    assertThat(recall("--basins", "--gain", "1000").get("basins").values())
        .extracting(JsonNode::asDouble)
        .containsExactly(2 / 8.0, 2 / 8.0, 2 / 8.0);
  }

  /** Of four pixels with one wrong each of three pictures; the same seed gives the same copies. */
  @Test
  void copiesAreCounted() throws IOException {
    JsonNode r = recall("--copies", "40", "--flips", "0.25");
    assertThat(r.get("of").asInt()).isEqualTo(120);
    assertThat(r.get("exact").asInt()).isBetween(1, 119);
    assertThat(r.get("low").asDouble()).isLessThan(r.get("exact").asInt() / 120.0);
    assertThat(r.get("answer").isNull()).isTrue();
    assertThat(r.get("dealt").asInt()).isLessThan(120);
    assertThat(recall("--copies", "40", "--flips", "0.25")).isEqualTo(r);
    assertThat(recall("--flips", "0", "--picture", "++--").get("of").asInt()).isEqualTo(100);
  }

  /** Both memories are two of the runs: by hand 3.5 + 1.0 of the first, whose tiles are given. */
  @Test
  void theCurrentsOfTilesAdd() throws IOException {
    String bank = folder.resolve("bank").toString();
    String[] tiles = {"--tiles", "2", "--picture", "++-++-+-"};
    List<String> all = new ArrayList<>(List.of("recall", "--json"));
    for (int run : List.of(0, 1, 2, 0)) {
      all.add(runs().get(run).toString());
    }
    all.addAll(List.of(tiles));
    Program p = Program.call(all.toArray(new String[0]));
    assertThat(p.status()).as(p.err()).isZero();
    JsonNode r = JsonMapper.shared().readTree(p.out());
    assertThat(r.get("currents").get(0).asDouble()).isEqualTo(0.5 + 0.5 - 0.5 + 0.5 + 5.0);
    assertThat(r.get("currents").get(1).asDouble()).isEqualTo(0.5 + 0.5 + 2.0 - 2.0);
    assertThat(r.get("answer").asString()).isEqualTo(runs().get(0).toString());
    assertThat(r.get("picture").asString()).isEqualTo("+++++-+-");
    assertThat(refused(bank, "--tiles", "2"))
        .contains("--tiles: 3 runs are not memories of 2 tiles each");
  }

  /** Each probe of a file alone, from lines or from an array. */
  @Test
  void probesAreListed() throws IOException {
    Path lines = Files.writeString(folder.resolve("probes.txt"), "+---\n\n--++\n");
    JsonNode r = recall("--probes", lines.toString());
    assertThat(r.get("probes")).hasSize(2);
    for (int k = 0; k < 2; k++) {
      JsonNode one = recall("--picture", List.of("+---", "--++").get(k));
      for (String key : List.of("answer", "picture", "currents")) {
        assertThat(r.get("probes").get(k).get(key)).isEqualTo(one.get(key));
      }
    }
    byte[] signs = {1, -1, -1, -1, -1, -1, 1, 1};
    Path array = folder.resolve("probes.npy");
    Files.write(array, npy("|i1", signs));
    assertThat(recall("--probes", array.toString()).get("probes")).isEqualTo(r.get("probes"));
    Program p =
        Program.call("recall", folder.resolve("bank").toString(), "--probes", lines.toString());
    assertThat(p.out()).contains("+-+-  " + runs().get(1));
    String bank = folder.resolve("bank").toString();
    signs[2] = 0;
    Files.write(array, npy("|i1", signs));
    assertThat(refused(bank, "--probes", array.toString())).contains("probe 1 has 0; a pixel is");
    Files.write(array, npy("|u2", signs));
    assertThat(refused(bank, "--probes", array.toString())).contains("holds numbers of type u2");
    byte[] nan = new byte[64];
    Arrays.fill(nan, (byte) -1);
    Files.write(array, npy("<f8", nan));
    assertThat(refused(bank, "--probes", array.toString())).contains("NaN");
    Files.writeString(lines, "+---\n+-\n");
    assertThat(refused(bank, "--probes", lines.toString()))
        .contains("--probes: probe 2 has 2 pixels, the bank 4");
    Files.writeString(lines, "0.5\n");
    assertThat(refused(bank, "--probes", lines.toString())).contains("probe 1 has 0.5");
    assertThat(refused(bank, "--probes", "nowhere.npy")).contains("nowhere.npy has no probes");
    assertThat(refused(bank, "--probes", "a.npy", "--seed", "2")).contains("are recalled alone");
  }

  private static byte[] npy(String type, byte[] data) {
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': (2, 4), }".formatted(type);
    byte[] start =
        (" NUMPY\1\0v\0" + header + " ".repeat(117 - header.length()) + "\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    start[0] = (byte) 0x93;
    byte[] all = Arrays.copyOf(start, start.length + data.length);
    System.arraycopy(data, 0, all, start.length, data.length);
    return all;
  }

  /** A folder with a run of each film is a bank, too; its cost is that of its rows. */
  @Test
  void aFolderOfRunsIsABank() throws IOException {
    Path films = Files.createDirectories(folder.resolve("films"));
    for (int k = 0; k < 3; k++) {
      Path run = Files.createDirectories(films.resolve("00" + (k + 1)));
      for (String file : List.of("summary.json", "experiment.yaml", "table.txt")) {
        Files.copy(runs().get(k).resolve(file), run.resolve(file));
      }
    }
    Program p = Program.call("recall", films.toString(), "--picture", "+---", "--json");
    assertThat(p.status()).as(p.err()).isZero();
    JsonNode r = JsonMapper.shared().readTree(p.out());
    assertThat(r.get("answer").asString()).isEqualTo(films.resolve("002").toString());
    JsonNode cost = r.get("cost");
    double siemens = cost.get("conductance").asDouble();
    double share = (2 + 5 + 5) / (3 * siemens); // sum of |w| by hand
    assertThat(cost.get("signal").asDouble()).isCloseTo(share, within(1e-12 * share));
    double noise = 16e-18 + 4 * 1.380649e-23 * 300 / siemens;
    double time = noise / (2 * Math.pow(0.1 * 1e-3 * share, 2));
    assertThat(cost.get("time").asDouble()).isCloseTo(time, within(1e-9 * time));
    assertThat(cost.get("energy").asDouble())
        .isCloseTo(3e-6 * siemens * time, within(3e-15 * siemens * time));
  }

  /** What a step takes is that of recall from this film alone, in JSON and in words. */
  @Test
  void readoutHasTheCostOfTheRow() throws IOException {
    String run = runs().get(1).toString();
    JsonNode read = JsonMapper.shared().readTree(Program.call("readout", run, "--json").out());
    Program alone = Program.call("recall", run, "--picture", "+---", "--json");
    assertThat(read.get("recall")).isEqualTo(JsonMapper.shared().readTree(alone.out()).get("cost"));
    assertThat(Program.call("readout", run).out())
        .containsPattern("\none step of recall at 1 mV and 4 nV/sqrt\\(Hz\\), .* the row\n");
  }

  /** Runs are read at the same time, but of several faults the first in order is told. */
  @Test
  void theFirstFaultIsTold() throws IOException {
    Path films = Files.createDirectories(folder.resolve("faults"));
    for (int k = 1; k <= 8; k++) {
      Path run = Files.createDirectories(films.resolve("00" + k));
      for (String file : List.of("summary.json", "experiment.yaml", "table.txt")) {
        Files.copy(runs().get(0).resolve(file), run.resolve(file));
      }
      if (k % 3 == 0) {
        Files.writeString(run.resolve("summary.json"), "{");
      }
    }
    assertThat(refused(films.toString())).contains("faults/003").doesNotContain("faults/006");
  }

  @Test
  void tellsItInWords() throws IOException {
    Path text = Files.writeString(folder.resolve("given.txt"), "+-\n+-\n");
    Program p =
        Program.call("recall", folder.resolve("bank").toString(), "--picture", text.toString());
    assertThat(p.out()).contains("answer: " + runs().get(1)).contains("\n+-+-\n").contains("5.00");
  }

  @Test
  void refusesWhatIsWrong() throws IOException {
    String bank = folder.resolve("bank").toString();
    assertThat(refused(bank, "--picture", "+--")).contains("--picture: 3 signs for 4 pixels");
    assertThat(refused(bank, "--picture", "none.png")).contains("is neither signs + and - nor");
    assertThat(refused(bank, "--copies", "0")).contains("--copies: 0 is out of range");
    assertThat(refused(bank, "--flips", "0.6")).contains("--flips: 0.6 is out of range");
    assertThat(refused(folder.toString())).contains("has no row with a picture");
  }

  private static String refused(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "recall";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Program p = Program.call(all);
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err().strip()).hasLineCount(1);
    return p.err();
  }
}
