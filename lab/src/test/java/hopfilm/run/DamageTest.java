package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopfilm.experiment.Experiment;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.FileSum;
import hopfilm.protocol.RunListener;
import hopfilm.result.RunStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of runs that are done or stopped are damaged in every way; then the run is resumed. It is
 * refused, or what is lost comes again: the folder in the end holds the bits of a run that nothing
 * happened to, and its list fits. Never is damage passed over.
 */
class DamageTest {

  /** Without the profile slow one case in so many. */
  private static final int SHARE = Boolean.getBoolean("hopfilm.slow") ? 1 : 14;

  private static final Experiment EXPERIMENT =
      SmallFilm.experiment(
          "film.size=[96 nm, 80 nm]",
          "electrodes.radius=24 nm",
          "initial.relax=6 ps",
          "train.time=8 ps",
          "output={table: 1 ps, snapshots: 5 ps, formats: [ovf]}");

  @TempDir static Path done;
  @TempDir static Path stopped;
  private static Map<String, String> whole;

  @TempDir Path folder;

  /** What must become of a damaged folder. */
  private enum Then {
    /** One line, and nothing is written. */
    REFUSED,
    /** Made again of the data, the film is not asked. */
    MENDED,
    /** Carried out again. */
    ANEW,
    /** The other checkpoint is taken, or nothing was needed of the file; not a word is needed. */
    GOES_ON
  }

  /** A way to damage a file. */
  private record Harm(String name, UnaryOperator<byte[]> bytes) {}

  private static final Harm BIT =
      new Harm(
          "a bit",
          b -> {
            b[b.length / 3] ^= 1;
            return b;
          });
  private static final Harm CUT = new Harm("cut", b -> java.util.Arrays.copyOf(b, b.length / 2));
  private static final Harm ZEROS =
      new Harm(
          "zeros",
          b -> {
            java.util.Arrays.fill(b, b.length / 2, b.length / 2 + 40, (byte) 0);
            return b;
          });
  private static final Harm EMPTY = new Harm("empty", b -> new byte[0]);
  private static final Harm MISSING = new Harm("missing", b -> null);

  private static Harm text(String from, String to) {
    return new Harm(
        from + " -> " + to,
        b -> {
          String before = new String(b, StandardCharsets.ISO_8859_1);
          assertThat(before).contains(from);
          return before.replaceFirst(from, to).getBytes(StandardCharsets.ISO_8859_1);
        });
  }

  private record Case(boolean isDone, List<String> files, Harm harm, Then then) {
    @Override
    public String toString() {
      return "%s, %s of %s: %s".formatted(isDone ? "done" : "stopped", harm.name(), files, then);
    }
  }

  private static void add(List<Case> to, boolean isDone, String file, Then then, Harm... harms) {
    for (Harm harm : harms) {
      to.add(new Case(isDone, List.of(file.split(" ")), harm, then));
    }
  }

  static Stream<Case> cases() {
    List<Case> all = new ArrayList<>();
    add(all, true, "table.txt", Then.ANEW, BIT, CUT, ZEROS, EMPTY, MISSING);
    add(all, true, "m000001.ovf", Then.ANEW, BIT, CUT, EMPTY, MISSING);
    add(all, true, "measures/trained.ovf", Then.ANEW, BIT, MISSING);
    add(all, true, "journal.bin", Then.ANEW, BIT, MISSING);
    add(all, true, "summary.json", Then.MENDED, text("joule", "jowle"), CUT, MISSING);
    add(all, true, "index.html", Then.MENDED, EMPTY);
    add(all, true, "figures/energies.png film.gif", Then.MENDED, CUT, MISSING);
    add(all, true, "provenance.json references.bib", Then.MENDED, MISSING);
    add(all, true, "experiment.yaml", Then.MENDED, text("name:", "# a remark\nname:"));
    add(all, true, "experiment.yaml", Then.REFUSED, MISSING, text("seed: 1", "seed: 2"));
    add(all, true, "status.json", Then.REFUSED, MISSING, EMPTY);
    add(all, true, "status.json", Then.ANEW, text("\"done\"", "\"dome\""));
    add(all, true, "files.json", Then.ANEW, MISSING, CUT, text("table.txt", "tablf.txt"));

    add(all, false, "table.txt", Then.ANEW, BIT, CUT, ZEROS, EMPTY, MISSING, text("mx", "my"));
    add(all, false, "m000001.ovf", Then.ANEW, BIT, CUT, MISSING);
    add(all, false, "m000002.ovf measures/untrained.ovf", Then.GOES_ON, BIT, MISSING);
    add(all, false, "newest", Then.GOES_ON, BIT, CUT, EMPTY, MISSING);
    add(all, false, "checkpoint-A checkpoint-B", Then.ANEW, BIT, MISSING);
    add(all, false, "status.json", Then.GOES_ON, MISSING, EMPTY);
    Harm inputs = text("\"inputs\" : \"", "\"inputs\" : \"0");
    add(all, true, "status.json", Then.REFUSED, inputs);
    add(all, false, "status.json", Then.GOES_ON, inputs);
    add(all, false, "experiment.yaml", Then.REFUSED, text("name:", "name;"), MISSING);
    add(all, false, "status.json", Then.ANEW, text("\"stopped\"", "\"done\""));
    add(all, false, "status.json checkpoint-A checkpoint-B", Then.REFUSED, CUT);
    add(all, false, "lock", Then.GOES_ON, new Harm("garbage", b -> new byte[] {0, 1, 2}));
    return all.stream().filter(c -> all.indexOf(c) % SHARE == 0);
  }

  @BeforeAll
  static void runs() throws IOException {
    ExperimentRunner.run(EXPERIMENT, done, 1, RunListener.NONE);
    whole = ResultFiles.content(done);
    assertThat(
            ExperimentRunner.run(EXPERIMENT, stopped, 1, RunListener.NONE, new StopAt(24)).status())
        .isEqualTo(RunStatus.STOPPED);
    assertThat(stopped).isDirectoryContaining("glob:**m000002.ovf");
    assertThat(new CheckpointFiles(stopped, Checkpoints.FORMAT).all()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void comesAgainOrIsRefused(Case c) throws IOException {
    ResultFiles.copy(c.isDone() ? done : stopped, folder);
    for (String file : c.files()) {
      harm(file.equals("newest") ? newest() : folder.resolve(file), c.harm());
    }
    List<String> notes = new ArrayList<>();
    if (c.then() == Then.REFUSED) {
      Map<String, String> before = ResultFiles.content(folder);
      ExperimentException e = catchThrowableOfType(ExperimentException.class, () -> resume(notes));
      assertThat(e).isNotNull();
      assertThat(ResultFiles.content(folder)).isEqualTo(before);
      return;
    }
    boolean isMended = resume(notes);
    assertThat(isMended).isEqualTo(c.then() == Then.MENDED);
    if (c.then() != Then.GOES_ON) {
      assertThat(String.join("; ", notes))
          .contains(c.then() == Then.MENDED ? "made again" : "the run begins anew");
    }
    assertThat(new RunFolder(folder).isDone()).isTrue();
    assertThat(ResultFiles.content(folder)).isEqualTo(whole);
    assertThat(DoneRun.isWhole(folder)).isTrue();
  }

  /** Summary, page and figures follow from the data of a run and the time of its end. */
  @Test
  void allThatIsMadeComesAgainToTheByte() throws IOException {
    ResultFiles.copy(done, folder);
    Map<String, FileSum> before = sums();
    for (String file : before.keySet()) {
      String name = folder.relativize(Path.of(file)).toString().replace('\\', '/');
      boolean isNeeded =
          RunFile.isData(name) || RunFile.of(name).equals(Optional.of(RunFile.FILES));
      // without its experiment and its status a folder is none of a run
      if (!isNeeded && !List.of("experiment.yaml", "status.json").contains(name)) {
        Files.delete(folder.resolve(name));
      }
    }
    assertThat(folder.resolve("index.html")).doesNotExist();
    assertThat(folder.resolve("summary.json")).doesNotExist();
    assertThat(resume(new ArrayList<>())).isTrue();
    assertThat(sums()).isEqualTo(before);
  }

  /** A run that nothing happened to is left as it is, its pages of times and places included. */
  @Test
  void nothingIsDoneWhereNothingIsDamaged() throws IOException {
    ResultFiles.copy(done, folder);
    Map<String, FileSum> before = sums();
    List<String> notes = new ArrayList<>();
    assertThat(resume(notes)).isTrue();
    assertThat(notes).isEmpty();
    assertThat(sums()).isEqualTo(before);
  }

  /** A process that was killed between "done" and its own end left what only it needed. */
  @Test
  void whatTheLastMomentLeftIsRemoved() throws IOException {
    ResultFiles.copy(done, folder);
    Map<String, FileSum> before = sums();
    Files.copy(stopped.resolve("checkpoint-A"), folder.resolve("checkpoint-A"));
    Files.writeString(folder.resolve("lock"), "");
    assertThat(DoneRun.mend(EXPERIMENT, folder, 1, note -> {})).isTrue();
    assertThat(sums()).isEqualTo(before);
  }

  /**
   * Done is said when the list of files is on disk, and checkpoints stay until it is said: whatever
   * cannot be written, the run goes on from where it was.
   */
  @Test
  void doneIsSaidLast() throws IOException {
    for (String last : List.of("files.json", "status.json")) {
      Path inTheWay = folder.resolve(last + ".part");
      RunListener listener =
          new RunListener() {
            @Override
            public void progress(Progress p) {
              if (p.time() > 0.99 * p.total()) {
                inTheWay.toFile().mkdirs();
              }
            }

            @Override
            public void finishing() {
              inTheWay.toFile().mkdirs(); // of a run that had nothing left but this
            }
          };
      assertThat(
              catchThrowableOfType(
                  IOException.class, () -> ExperimentRunner.run(EXPERIMENT, folder, 1, listener)))
          .isNotNull();
      assertThat(new RunFolder(folder).isDone()).isFalse();
      assertThat(CheckpointFiles.isAnyIn(folder)).isTrue();
      Files.deleteIfExists(inTheWay);
    }
    ExperimentRunner.run(EXPERIMENT, folder, 1, RunListener.NONE);
    assertThat(ResultFiles.content(folder)).isEqualTo(whole);
    assertThat(CheckpointFiles.isAnyIn(folder)).isFalse();
  }

  /** As the command does; true if nothing had to be carried out. */
  private boolean resume(List<String> notes) throws IOException {
    Experiment experiment = RunDirectory.resumable(folder).experiment();
    if (new RunFolder(folder).isDone() && DoneRun.mend(experiment, folder, 1, notes::add)) {
      return true;
    }
    RunListener heard =
        new RunListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        };
    ExperimentRunner.run(experiment, folder, 1, heard);
    return false;
  }

  private Path newest() throws IOException {
    return new CheckpointFiles(folder, Checkpoints.FORMAT).all().get(0).file();
  }

  private static void harm(Path file, Harm harm) throws IOException {
    byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    byte[] after = harm.bytes().apply(before);
    if (after == null) {
      Files.delete(file);
    } else {
      Files.write(file, after);
    }
  }

  private Map<String, FileSum> sums() throws IOException {
    Map<String, FileSum> all = new java.util.TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(file.toString(), FileSum.of(file));
      }
    }
    return all;
  }
}
