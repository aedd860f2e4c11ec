package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.folder.FileList;
import hopfilm.folder.RunFolder;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.OvfFile;
import hopfilm.magnet.Textures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Fields, runs and sweeps with one fault each, and sound ones beside them. */
final class WrongFiles {

  private final Path folder;

  /**
   * @param folder an empty one
   */
  WrongFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes all of them. */
  void write() throws IOException {
    text("empty.yaml", "\n");
    text("comment.yaml", "# nothing but\n\n  # comments\n");
    text("film.yaml", film("train: {voltages: [10 mV, 0 V], time: 1 ns}"));
    VectorField m = Textures.random(Grid.film(16, 12, 4e-9, 50e-9), 5);
    OvfFile content = new OvfFile(m, 0, "m", "");
    write("m.ovf", content, FieldFormat.OVF8);
    write("m4.ovf", content, FieldFormat.OVF4);
    write("text.ovf", content, FieldFormat.OVF_TEXT);
    write("a.npy", content, FieldFormat.NPY);
    write("a.csv", content, FieldFormat.CSV);
    VectorField other = Textures.random(Grid.film(16, 12, 4e-9, 51e-9), 5);
    write("other.ovf", new OvfFile(other, 0, "m", ""), FieldFormat.OVF8);
    VectorField hole = Textures.uniform(m.grid(), 0, 0, 1);
    hole.z()[9] = 0;
    write("hole.ovf", new OvfFile(hole, 0, "m", ""), FieldFormat.OVF8);
    VectorField nan = Textures.uniform(m.grid(), 0, 0, 1);
    nan.z()[9] = Double.NaN;
    for (String name : List.of("nan.ovf", "nan.npy", "nan.csv")) {
      Path file = folder.resolve(name);
      FieldFormat format = FieldFormat.ofEnding(file).orElseThrow();
      FieldFiles.write(file, new OvfFile(nan, 0, "m", ""), format);
    }
    damagedFields();
    runs();
    Files.createSymbolicLink(folder.resolve("loop.ovf"), folder.resolve("loop.ovf"));
    Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("gone"));
    shares();
    Files.createDirectory(folder.resolve("folder.png"));
    Files.createDirectory(folder.resolve("none"));
    Files.createDirectory(folder.resolve("claims"));
    text("claims/reproduction.json", "{}");
  }

  private void damagedFields() throws IOException {
    cut("m.ovf", "cut.ovf", 2);
    cut("m4.ovf", "cut4.ovf", 2);
    cut("text.ovf", "cut-text.ovf", 2);
    cut("a.npy", "cut.npy", 2);
    change("text.ovf", "magic.ovf", "OOMMF OVF", "OOMMF OWF");
    change("m.ovf", "huge.ovf", "xnodes: 16", "xnodes: 20000000");
    byte[] bytes = Files.readAllBytes(folder.resolve("m.ovf"));
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[latin.indexOf("Data Binary 8\n") + 16] ^= 64;
    Files.write(folder.resolve("check.ovf"), bytes);
    change("a.npy", "magic.npy", "NUMPY", "NUMPI");
    change("a.npy", "huge.npy", "(1, 12, 16, 3)", "(1, 1, 200000000, 3)");
    bytes = Files.readAllBytes(folder.resolve("a.npy"));
    bytes[9] = (byte) 0xff;
    Files.write(folder.resolve("header.npy"), Arrays.copyOf(bytes, 300));
    text("empty.npy", "");
    String csv = Files.readString(folder.resolve("a.csv"));
    text("cut.csv", csv.substring(0, csv.lastIndexOf(',') - 3));
    text("short.csv", csv.substring(0, csv.lastIndexOf('\n', csv.length() - 2) + 1));
    change("a.csv", "magic.csv", "x (m)", "x (nm)");
    text("empty.csv", "");
    Files.write(folder.resolve("binary.csv"), new byte[] {'x', (byte) 0xff, (byte) 0xfe, 0});
  }

  private void runs() throws IOException {
    for (boolean quick : List.of(true, false)) {
      String name = (quick ? "quick" : "full") + "-reproduction";
      Files.createDirectories(folder.resolve(name).resolve("runs"));
      text(name + "/reproduction.json", "{\"quick\": " + quick + ", \"calls\": []}");
    }
    String table =
        "# t (s)\tgx ()\tE_total (J)\tE_prime (W)\n"
            + "1e-9\t0.8\t-1e-15\tNaN\n"
            + "2e-9\t0.7\t-2e-15\tNaN\n";
    for (String run : List.of("run", "bad-run", "bad-snapshot", "bad-summary", "binary-run")) {
      Files.createDirectory(folder.resolve(run));
      text(run + "/experiment.yaml", "seed: 1\n");
      text(run + "/table.txt", table);
    }
    text("bad-run/table.txt", table.replace("0.8", "x"));
    text("bad-summary/summary.json", "{\"name\": ");
    Files.write(folder.resolve("binary-run/table.txt"), new byte[] {'#', (byte) 0xff, '\n'});
    Files.createDirectory(folder.resolve("empty-run"));
    text("empty-run/table.txt", "");
    Path loop = Files.createDirectory(folder.resolve("loop-run")).resolve("table.txt");
    Files.createSymbolicLink(loop, loop);
    Files.copy(folder.resolve("m.ovf"), folder.resolve("run/m.ovf"));
    Files.copy(folder.resolve("m.ovf"), folder.resolve("bad-snapshot/m000000.ovf"));
    Files.copy(folder.resolve("cut.ovf"), folder.resolve("bad-snapshot/m000001.ovf"));
    Files.createDirectory(folder.resolve("idle-run"));
    text("idle-run/experiment.yaml", film("rest: 1 ns"));
    Files.createDirectory(folder.resolve("trained-run"));
    text("trained-run/experiment.yaml", film("train: {voltages: [10 mV, 0 V], time: 1 ns}"));
    Files.createDirectory(folder.resolve("sweep"));
    text("sweep/runs.csv", "run\n");
    text("sweep/experiment.yaml", "seed: 1\n");
    maps();
    readouts(table);
    rows();
    damagedRuns();
    Files.createDirectories(folder.resolve("search/evaluations"));
    text("search/experiment.yaml", film("train: {voltages: [10 mV, 0 V], time: 1 ns}"));
    String alpha = "optimise: {maximise: margin, parameters: {material.alpha: [0.1, 1]}}\n";
    text("optimise.yaml", film("train: {pattern: +-, time: 1 ns}") + alpha);
    Files.createDirectories(folder.resolve("kept-run"));
    text("kept-run/experiment.yaml", film("train: {pattern: +-, voltage: 9 mV, time: 1 ns}"));
    text("kept-run/table.txt", table);
    text(
        "kept-run/summary.json",
        """
        {"status": "done", "electrodes": ["left", "right"], "patterns": ["+-"], "judged": "b",
         "reference": "untrained", "reference_matrix": [[1, -1], [-1, 1]]}
        """);
    Files.createDirectories(folder.resolve("baked"));
    text("baked/retain.json", "{}");
    Files.createDirectories(folder.resolve("fitted/films"));
    text("fitted/experiment.yaml", film("measure: before"));
    String fit =
        "fit: {data: [noise: 0.01 %], parameters: {material.rho_perp: [0.1 uOhm m, 1 uOhm m]}}\n";
    text("fit.yaml", film("measure: before") + fit);
    text(
        "fitted-cells.yaml",
        film("measure: before")
            + fit.replace(
                "material.rho_perp: [0.1 uOhm m, 1 uOhm m]", "film.cell: [3 nm, 4.2 nm]"));
    text("strong.yaml", alpha.replace("alpha: [0.1, 1]", "D: [1 mA, 6 mA]"));
  }

  /** Runs that lack what readout needs. */
  private void readouts(String table) throws IOException {
    String train = "train: {voltages: [10 mV, 0 V], time: 1 ns}";
    String trained = film("measure: untrained", train, "rest: 1 ns", "measure: trained");
    Map<String, String> all =
        Map.of(
            "idle-done",
            film("rest: 1 ns"),
            "unread-run",
            film(train, "rest: 1 ns", "measure: trained"),
            "half-read-run",
            film("measure: untrained", train),
            "failed-run",
            trained,
            "severed-run",
            trained.replace(
                "50 nm}",
                "50 nm, mask: [{shape: rectangle, centre: [32 nm, 24 nm], size: [16 nm, 60"
                    + " nm]}]}"));
    for (Map.Entry<String, String> run : all.entrySet()) {
      Files.createDirectory(folder.resolve(run.getKey()));
      text(run.getKey() + "/experiment.yaml", run.getValue());
      text(run.getKey() + "/table.txt", table);
      text(
          run.getKey() + "/summary.json",
          """
          {"status": "%s", "electrodes": ["left", "right"], "reference": "untrained-mean",
           "conductance": {"untrained": [[1, -1], [-1, 1]], "trained": [[2, -2], [-2, 2]]},
           "conductance_errors": {"trained": {"read": "%s"}}}
          """
              .formatted(
                  run.getKey().startsWith("failed") ? "failed" : "done",
                  run.getKey().startsWith("half") ? "under current" : "at rest"));
    }
  }

  /** Runs whose rows have one, two and 17 pixels. */
  private void rows() throws IOException {
    text("three-pixels.txt", "+-+\n");
    for (int pixels : List.of(1, 2, 17)) {
      String name = "row-of-" + pixels;
      Files.createDirectory(folder.resolve(name));
      String zeros = ", 0".repeat(pixels);
      String row = "[0" + zeros + "]";
      text(
          name + "/summary.json",
          """
          {"status": "done", "electrodes": [%s], "judged": "b",
           "row": {"picture": "%s", "wrong": 0, "places": [], "gains": []},
           "weight_matrix": {"b": [%s]}}
          """
              .formatted(
                  "\"row\"" + ", \"p\"".repeat(pixels),
                  "+".repeat(pixels),
                  row + (", " + row).repeat(pixels)));
    }
  }

  /** Runs with a list of their files, and then with another one. */
  private void damagedRuns() throws IOException {
    for (String name : List.of("file", "lost", "unlisted", "list")) {
      String run = "damaged-" + name;
      Files.createDirectory(folder.resolve(run));
      for (String file : List.of("experiment.yaml", "table.txt", "summary.json")) {
        Files.copy(folder.resolve("idle-done").resolve(file), folder.resolve(run).resolve(file));
      }
      FileList.write(new RunFolder(folder.resolve(run)), "0.3.0", 1, 1);
    }
    change("damaged-file/table.txt", "damaged-file/table.txt", "0.7", "0.6");
    Files.delete(folder.resolve("damaged-lost/summary.json"));
    change("damaged-unlisted/files.json", "damaged-unlisted/files.json", "table.txt", "table.tx");
    cut("damaged-list/files.json", "damaged-list/files.json", 2);
    String row = Files.readString(folder.resolve("row-of-2/summary.json"));
    Files.createDirectory(folder.resolve("damaged-row"));
    text("damaged-row/summary.json", row.replace("\"++\"", "\"+++\""));
    Files.createDirectories(folder.resolve("lost-bank/001"));
    text("lost-bank/bank.json", "{\"films\": 2, \"pixels\": 2}");
    text("lost-bank/001/summary.json", row);
    Files.createDirectories(folder.resolve("lost-rows/002"));
    text("lost-rows/runs.csv", "run\n1\n2\n");
    text("lost-rows/summary.json", "{\"runs\": 2}");
    text("lost-rows/002/summary.json", row);
    text("lost-rows/002/experiment.yaml", "seed: 1\n");
    text("lost-rows/002/table.txt", "# t (s)\n0\n");
  }

  private void maps() throws IOException {
    StringBuilder csv = new StringBuilder("run,train.voltage,electrodes.radius,pinning.seed,");
    csv.append("initial.seed,seed,status,minimum,learned,hits,total\n");
    String head = csv.toString();
    // more seeds than a map can have
    for (int k = 1; k <= 64; k++) {
      csv.append("%d,%d mV,%d nm,%d,%d,1,done,+-+-,true,,\n".formatted(k, k % 2, k % 3, k, k % 5));
    }
    for (String name :
        List.of("maps", "one-map", "word-maps", "cut-maps", "open-maps", "binary-maps")) {
      Files.createDirectory(folder.resolve(name));
      text(name + "/runs.csv", csv.toString());
    }
    Files.createDirectory(folder.resolve("many-maps"));
    text("many-maps/runs.csv", csv.toString().replace("pinning.seed", "material.alpha"));
    text("one-map/runs.csv", "run,seed,initial.seed,status\n1,1,1,done\n");
    text(
        "word-maps/runs.csv",
        "run,train.pattern,train.voltage,seed,initial.seed,status,learned,texture\n"
            + "1,+-,20 mV,1,1,done,true,maze\n2,+-,30 mV,1,1,done,true,maze\n");
    text("cut-maps/runs.csv", head + "1,20 mV,40 n");
    text("open-maps/runs.csv", head + "1,\"20 mV,40 nm");
    Files.write(folder.resolve("binary-maps/runs.csv"), new byte[] {'r', (byte) 0xff, (byte) 0xfe});
  }

  /**
   * Two shares of three of a sweep, one that has not begun, one that tells nothing, another sweep.
   */
  private void shares() throws IOException {
    String sweep =
        """
        film: {size: [64 nm, 48 nm], cell: 4 nm}
        electrodes: {layout: sides-x}
        initial: {relax: 1 ps}
        protocol: [{rest: 1 ps}]
        output: {formats: [], report: off}
        sweep: {initial.seed: [1, 2, 3]}
        """;
    text("sweep.yaml", sweep);
    for (String only : List.of("1/3", "2/3")) {
      String out = folder.resolve("share-" + only.charAt(0)).toString();
      String file = folder.resolve("sweep.yaml").toString();
      assertThat(Program.call("run", file, "--only", only, "--out", out).status()).isZero();
    }
    Files.createDirectory(folder.resolve("share-3"));
    Files.createDirectory(folder.resolve("no-share"));
    for (String to : List.of("share-3", "no-share")) {
      Files.copy(
          folder.resolve("share-1/experiment.yaml"), folder.resolve(to + "/experiment.yaml"));
    }
    text(
        "share-3/status.json",
        "{\"status\": \"running\", \"since\": \"now\", \"inputs\": \"x\", \"only\": \"3/3\"}");
    Files.createDirectory(folder.resolve("share-other"));
    text("share-other/experiment.yaml", sweep.replace("64 nm", "68 nm"));
  }

  private static String film(String... steps) {
    return """
    film: {size: [64 nm, 48 nm], cell: 4 nm, thickness: 50 nm}
    electrodes: {layout: sides-x}
    protocol: [{%s}]
    """
        .formatted(String.join("}, {", steps));
  }

  private void text(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private void write(String name, OvfFile content, FieldFormat format) throws IOException {
    FieldFiles.write(folder.resolve(name), content, format);
  }

  private void cut(String from, String to, int part) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(from));
    Files.write(folder.resolve(to), Arrays.copyOf(bytes, bytes.length - bytes.length / part));
  }

  private void change(String from, String to, String old, String young) throws IOException {
    String bytes =
        new String(Files.readAllBytes(folder.resolve(from)), StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(old);
    Files.write(
        folder.resolve(to), bytes.replace(old, young).getBytes(StandardCharsets.ISO_8859_1));
  }
}
