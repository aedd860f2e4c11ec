package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.io.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders of runs whose files are damaged at random: each command that reads them gives the answer
 * of the whole folder, or names what is wrong. A file that was edited together with its sum may
 * have another answer, but no command ends in words of Java. {@code verify} tries a part.
 */
@Tag("samples")
class DamagedFoldersTest {

  private static final boolean IS_SLOW = Boolean.getBoolean("hopfilm.slow");

  /** Of each kind of folder. {@code -Dhopfilm.damages} tries more of them by hand. */
  private static final int DAMAGES = Integer.getInteger("hopfilm.damages", IS_SLOW ? 100 : 20);

  /** Commands that each of them meets, in turn. */
  private static final int TURNS = IS_SLOW ? 3 : 1;

  /** To go on with a study may carry out a film again, so fewer of its folders are tried. */
  private static final int DAMAGED_STUDIES = (DAMAGES + 4) / 5;

  /** A report draws all figures, so it is made rarely, and in the slow tests alone. */
  private static final int REPORTS = 15;

  @TempDir Path folder;

  private static final String FILM =
      """
      film: {size: [64 nm, 48 nm], cell: 4 nm, thickness: 50 nm}
      initial: {texture: maze, seed: 1, relax: 2 ps}
      output: {table: 1 ps, snapshots: 2 ps, formats: [ovf], report: off}
      """;

  private static final String RUN =
      FILM
          + """
          electrodes: {layout: sides-x}
          protocol:
            - measure: untrained
            - train: {pattern: "+-", voltage: 10 mV, time: 4 ps}
            - rest: 2 ps
            - measure: trained
            - drive: {voltages: {left: 1 mV}, time: 2 ps}
          """;

  private static final String SAMPLES = "output.samples={every: 1 ps, of: [V, I]}";

  private static final String ROWS =
      """
      film: {size: [120 nm, 96 nm], cell: 4 nm}
      electrodes: {rows: {grid: 2x4, pixels: 4}, radius: 8 nm, margin: 16 nm}
      initial: {texture: maze, seed: 1, relax: 2 ps}
      protocol:
        - measure: untrained
        - write: {voltage: 9 mV, time: 2 ps, picture: "++++", part: [0 ps, 3 ps]}
        - measure: remembered
      output: {table: 1 ps, report: off}
      sweep: {write.picture: ["++++", "+-+-", "++--"]}
      """;

  private static final String SEARCH =
      RUN
          + """
          optimise:
            minimise: time
            parameters: {train.voltage: [5 mV, 20 mV]}
            evaluations: 3
          """;

  private static final String FIT =
      RUN
          + """
          fit:
            data: [{file: '%s', noise: 1 %%}]
            parameters: {material.rho_perp: [0.1 uOhm m, 0.2 uOhm m]}
          """;

  @Test
  void aRun() throws IOException {
    Path run = run(RUN, "--set", SAMPLES);
    damage(
        run,
        List.of(
            "readout @",
            "plot @",
            "plot @ t mx --out OUT/plot.svg",
            "plot @ t E_prime --out OUT/plot.svg",
            "where @ --out OUT",
            "convert @ --to csv --out OUT/g.csv",
            "convert @ --to spice --over-time --out OUT/g.cir",
            "convert @ --to zarr --out OUT/run.zarr",
            "convert @ --to hdf5 --out OUT/run.h5",
            "plot @ --movie",
            "status @",
            "status @ --json",
            "report @"));
  }

  @Test
  void aSweep() throws IOException {
    Path sweep = run(RUN, "--set", "train.voltage=[5 mV, 10 mV]");
    damage(
        sweep,
        List.of(
            "readout @",
            "map @ --x voltage --value mz --out OUT/map.csv",
            "status @",
            "gather @ --out OUT/all",
            "report @"));
  }

  @Test
  void filmsWithRows() throws IOException {
    Path sweep = run(ROWS);
    damage(
        sweep,
        List.of(
            "recall @",
            "recall @ --picture +--- --json",
            "recall @ --tiles 3",
            "readout @",
            "status @"));
  }

  @Test
  @Tag("slow")
  void anOptimisation() throws IOException {
    Path search = folder("optimise", SEARCH);
    damage(search, List.of("optimise --resume @", "status @", "status @ --json"), DAMAGED_STUDIES);
  }

  @Test
  @Tag("slow")
  void aFit() throws IOException {
    Path readings = folder.resolve("g.csv");
    Files.writeString(readings, "label,G_left_right[S]\nuntrained,-0.0226\ntrained,-0.0227\n");
    Path fit = folder("fit", FIT.formatted(readings));
    damage(fit, List.of("fit --resume @ --json", "status @"), DAMAGED_STUDIES);
  }

  @Test
  @Tag("slow")
  void aRetention() throws IOException {
    Path run = run(RUN);
    Path kept = folder.resolve("kept");
    String[] words = {"retain", run.toString(), "--time", "2 ps", "--out", kept.toString()};
    Program p = Program.call(words);
    assertThat(p.status()).as(p.err()).isZero();
    damage(kept, List.of("retain --resume @ --json", "status @"), DAMAGED_STUDIES);
    damage(
        run,
        List.of("retain @ --time 2ps --seeds 1 --temperatures 300K --json --out BESIDE"),
        DAMAGED_STUDIES);
  }

  @Test
  void statusNamesWhatAStudyLost() throws IOException {
    Path run = run(RUN);
    Path kept = folder.resolve("kept");
    String[] words = {"retain", run.toString(), "--time", "2 ps", "--out", kept.toString()};
    assertThat(Program.call(words).status()).isZero();
    for (String name : List.of("summary.json", "retention.csv", "retain.json")) {
      byte[] whole = Files.readAllBytes(kept.resolve(name));
      Files.delete(kept.resolve(name));
      Program p = Program.call("status", kept.toString());
      assertThat(p.status()).isEqualTo(2);
      assertThat(p.err())
          .contains(kept.resolve(name) + ": is missing, but files.json lists it")
          .contains("hopfilm retain --resume " + kept);
      Files.write(kept.resolve(name), whole);
    }
    assertThat(Program.call("status", kept.toString()).out()).contains("done");
  }

  private Path run(String yaml, String... settings) throws IOException {
    return folder("run", yaml, settings);
  }

  private Path folder(String command, String yaml, String... settings) throws IOException {
    Path file = Files.writeString(folder.resolve("film.yaml"), yaml);
    Path out = folder.resolve("folder");
    List<String> call = new ArrayList<>(List.of(command.split(" ")));
    call.addAll(List.of(file.toString(), "--out", out.toString()));
    call.addAll(Arrays.asList(settings));
    Program p = Program.call(call.toArray(String[]::new));
    assertThat(p.status()).as(p.err()).isZero();
    return out;
  }

  private void damage(Path place, List<String> all) throws IOException {
    damage(place, all, DAMAGES);
  }

  private void damage(Path place, List<String> all, int damages) throws IOException {
    List<String> commands = all.stream().filter(c -> IS_SLOW || !c.startsWith("report")).toList();
    Map<Path, byte[]> whole = files(place);
    Map<String, String> answers = new TreeMap<>();
    for (String command : commands) {
      Program p = call(command, place);
      assertThat(p.status()).as(command + "\n" + p.err()).isZero();
      answers.put(command, answer(p));
      restore(place, whole);
    }
    List<Path> names = List.copyOf(whole.keySet());
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    int calls = 0;
    for (int seed = 0; seed < damages; seed++) {
      for (int k = 0; k < commands.size(); k++) {
        String command = commands.get(k);
        boolean isTurn =
            (k - seed * TURNS % commands.size() + commands.size()) % commands.size() < TURNS;
        if (command.startsWith("report") ? seed % REPORTS == 1 : isTurn) {
          FolderDamage d = FolderDamage.to(names, new SplittableRandom(seed));
          Program p = call(command, place);
          String fault = fault(p, answers.get(command), d, place);
          if (fault != null) {
            wrong.add(
                "%d: %s %s%s: %s: %s\n%s%s"
                    .formatted(
                        seed,
                        d.how(),
                        d.file(),
                        d.isUnseen() ? " and sum" : "",
                        command,
                        fault,
                        p.err(),
                        p.out()));
          }
          calls++;
          refused += p.status() == 0 ? 0 : 1;
          restore(place, whole);
        }
      }
    }
    assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    // the damages are not all fatal, nor all harmless where no command mends them
    assertThat(refused).isBetween(damages < DAMAGES ? 0 : calls / 20, calls * 19 / 20);
  }

  private Program call(String command, Path place) throws IOException {
    Path out = folder.resolve("out");
    FileTree.remove(out);
    Files.createDirectory(out);
    // of results with times of day what is printed is compared alone
    Path beside = folder.resolve("beside");
    FileTree.remove(beside);
    return Program.call(
        Arrays.stream(command.split(" "))
            .map(w -> w.replace("@", place.toString()).replace("OUT", out.toString()))
            .map(w -> w.replace("BESIDE", beside.toString()))
            .toArray(String[]::new));
  }

  /** What a command printed and wrote. */
  private String answer(Program p) throws IOException {
    CRC32C sum = new CRC32C();
    for (Map.Entry<Path, byte[]> f : files(folder.resolve("out")).entrySet()) {
      boolean isOfTime =
          f.getKey()
              .toString()
              .matches(".*(status.json|summary.json|files.json|index.html|run.h5)");
      sum.update(isOfTime ? new byte[0] : f.getValue());
    }
    // how long a command took
    return p.out().replaceAll("\\d+\\.\\d s\\n", "") + sum.getValue();
  }

  private String fault(Program p, String answer, FolderDamage d, Path place) throws IOException {
    if (Stream.of(
            "Exception",
            "\tat ",
            "java.",
            "Cannot invoke",
            "out of bounds",
            "tools.jackson",
            "an error of the program",
            "internal fault")
        .anyMatch(p.err()::contains)) {
      return "speaks Java";
    }
    String name = d.file().getFileName().toString();
    boolean isNamed = p.err().contains(place.toString());
    if (p.status() == 0) {
      boolean isSaid = isNamed && (p.err().contains(name) || p.err().contains("left out"));
      return d.isUnseen() || isSaid || answer(p).equals(answer)
          ? null
          : "another answer in silence";
    }
    if (p.status() > 2) {
      return "ends with " + p.status();
    }
    return isNamed ? null : "does not name the folder";
  }

  private static Map<Path, byte[]> files(Path place) throws IOException {
    Map<Path, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        all.put(f, Files.readAllBytes(f));
      }
    }
    return all;
  }

  private static void restore(Path place, Map<Path, byte[]> whole) throws IOException {
    for (Path f : files(place).keySet()) {
      if (!whole.containsKey(f)) {
        Files.delete(f);
      }
    }
    for (Map.Entry<Path, byte[]> f : whole.entrySet()) {
      Files.createDirectories(f.getKey().getParent());
      if (!Files.exists(f.getKey())
          || !Arrays.equals(Files.readAllBytes(f.getKey()), f.getValue())) {
        Files.write(f.getKey(), f.getValue());
      }
    }
  }
}
