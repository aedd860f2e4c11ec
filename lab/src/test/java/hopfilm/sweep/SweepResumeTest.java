package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.protocol.RunListener;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.run.ResultFiles;
import hopfilm.run.RunControl;
import hopfilm.run.SmallFilm;
import hopfilm.run.StopAt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Sweeps that were stopped, or of which a run fails or has other results in its place. */
@Order(2)
class SweepResumeTest extends OwnSweep {

  @Test
  void aRunThatFailsDoesNotStopTheOthers() throws IOException {
    Path own = Files.createDirectories(folder.resolve("f"));
    // where the second run wants its folder
    Files.writeString(own.resolve("002_train.pattern=+-+-_initial.seed=2"), "in the way");
    SweepResult result =
        Sweep.run(SWEEP, own, Share.WHOLE, new LocalWorkers(2), SweepListener.NONE);
    assertThat(result.failures()).extracting(SweepRecord::number).containsExactly(2);
    assertThat(result.records())
        .extracting(SweepRecord::status)
        .containsExactly(RunStatus.DONE, RunStatus.FAILED, RunStatus.DONE, RunStatus.DONE);
    assertThat(Files.readAllLines(own.resolve("runs.csv")).get(2)).startsWith("2,+-+-,2,");
    assertThat(SmallFilm.summary(own).get("failed").asInt()).isEqualTo(1);
  }

  /** The error of a stack that overflows is no exception, which alone was caught before. */
  @Test
  void aFaultOfTheProgramInOneRunDoesNotStopTheOthers() throws IOException {
    Path own = Files.createDirectories(folder.resolve("faulty"));
    SweepListener faulty =
        new SweepListener() {
          @Override
          public void progress(SweepRun run, RunListener.Progress progress) {
            if (run.number() == 1) {
              throw new StackOverflowError();
            }
          }
        };
    Study two = SmallFilm.study("initial.seed=1..2", "film.size=[128 nm, 80 nm]");
    SweepResult result = Sweep.run(two, own, Share.WHOLE, new LocalWorkers(1), faulty);
    assertThat(result.records().stream().map(SweepRecord::status))
        .containsExactly(RunStatus.FAILED, RunStatus.DONE);
    assertThat(result.records().get(0).message()).contains("internal fault", "StackOverflowError");
    Path failed = own.resolve(two.runs().get(0).folderName());
    assertThat(JsonMapper.shared().readTree(failed.resolve("status.json").toFile()).get("status"))
        .hasToString("\"failed\"");
  }

  @Test
  void goesOnWhereItWasStopped() throws IOException {
    Path own = Files.createDirectories(folder.resolve("parts"));
    Heard heard = new Heard();
    SweepResult result;
    int stops = 0;
    do {
      // less than a run takes, then more
      RunControl control = new StopAt(60 + 60 * stops);
      result = Sweep.run(SWEEP, own, Share.WHOLE, new LocalWorkers(2, control), heard);
      if (result.isStopped()) {
        assertThat(SmallFilm.json(own.resolve("status.json")).get("status").asString())
            .isEqualTo("stopped");
        assertThat(own).isDirectoryNotContaining("glob:**summary.json");
      }
      stops++;
    } while (result.isStopped() && stops < 50);
    assertThat(stops).isGreaterThan(2);
    // each once: what was done was not run again
    assertThat(heard.carriedOut).containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThat(ResultFiles.csv(own)).isEqualTo(ResultFiles.csv(one));
    assertThat(ResultFiles.summary(own)).isEqualTo(ResultFiles.summary(one));
    for (SweepRun run : Sweep.runs(SWEEP, Share.WHOLE)) {
      assertThat(ResultFiles.content(own.resolve(run.folderName())))
          .isEqualTo(ResultFiles.content(one.resolve(run.folderName())));
    }
    // another start finds all of them done
    SweepResult again =
        Sweep.run(SWEEP, own, Share.WHOLE, new LocalWorkers(2, new StopAt(1)), heard);
    assertThat(again.isStopped()).isFalse();
    assertThat(again.records()).usingRecursiveComparison().isEqualTo(result.records());
  }

  @Test
  void resultsOfOtherInputsAreNotWrittenOver() throws IOException {
    Path own = folder.resolve("again");
    ResultFiles.copy(one, own);
    List<Path> runs =
        Sweep.runs(SWEEP, Share.WHOLE).stream().map(r -> own.resolve(r.folderName())).toList();
    // nobody knows of which inputs the first is; the second is of others
    Files.delete(runs.get(0).resolve("status.json"));
    Path status = runs.get(1).resolve("status.json");
    Files.writeString(
        status, Files.readString(status).replaceAll("\"inputs\" : \".", "\"inputs\" : \"x"));
    // the third has lost what comes again from its data, the fourth a part of these
    Path damaged = runs.get(2).resolve("summary.json");
    String summary = Files.readString(damaged);
    Files.writeString(damaged, summary.substring(0, summary.length() / 2));
    Files.delete(runs.get(3).resolve("m000001.ovf"));
    List<Map<String, String>> before = new ArrayList<>();
    for (Path run : runs) {
      before.add(everything(run));
    }
    Heard heard = new Heard();
    assertThat(Sweep.isWhole(SWEEP, one, Share.WHOLE)).isTrue();
    assertThat(Sweep.isWhole(SWEEP, own, Share.WHOLE)).isFalse();
    SweepResult result = Sweep.run(SWEEP, own, Share.WHOLE, new LocalWorkers(2), heard);
    assertThat(heard.carriedOut).containsExactly(4);
    assertThat(heard.notes)
        .satisfiesExactly(
            n -> assertThat(n).startsWith("3: ").endsWith("made again: summary.json"),
            n -> assertThat(n).startsWith("4: ").contains("m000001.ovf", "begins anew"),
            n -> assertThat(n).startsWith("4: ").contains("no checkpoint", "begins anew"));
    assertThat(result.failures()).extracting(SweepRecord::number).containsExactly(1, 2);
    assertThat(result.failures().get(0).message())
        .contains(runs.get(0).toString(), "no status.json");
    assertThat(result.failures().get(1).message()).contains("belongs to another experiment");
    assertThat(everything(runs.get(0))).isEqualTo(before.get(0));
    assertThat(everything(runs.get(1))).isEqualTo(before.get(1));
    assertThat(ResultFiles.content(runs.get(3)))
        .isEqualTo(ResultFiles.content(one.resolve(runs.get(3).getFileName())));
    assertThat(runs.get(2).resolve("table.txt")).hasContent(before.get(2).get("table.txt"));
    assertThat(SmallFilm.summary(runs.get(2)).get("energies"))
        .isEqualTo(JsonMapper.shared().readTree(summary).get("energies"));
  }

  private static Map<String, String> everything(Path run) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(
            run.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }

  /** Runs that were carried out, and notes on any. */
  private static final class Heard implements SweepListener {
    private final List<Integer> carriedOut = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public void finished(SweepRecord record, int done, int total) {
      if (record.status() == RunStatus.DONE) {
        carriedOut.add(record.number());
      }
    }

    @Override
    public void note(SweepRun run, String message) {
      notes.add(run.number() + ": " + message);
    }
  }

  /** A sweep over files beside its own, which are not in its folder: relative names, and a run. */
  @Test
  void aSweepOverFilesGoesOn() throws IOException {
    Path files = Files.createDirectories(folder.resolve("files/more"));
    SmallFilm.run(files.resolve("base"), "train.time=10 ps");
    Files.copy(files.resolve("base/measures/trained.ovf"), files.resolve("a.ovf"));
    Files.copy(files.resolve("base/measures/untrained.ovf"), files.resolve("../a.ovf"));
    Path file = files.resolve("../film.yaml");
    Files.writeString(
        file,
        SmallFilm.YAML.replace("texture: maze, seed: 1, ", "")
            + """
            sweep:
              zip: {initial.file: [more/a.ovf, a.ovf], network.reference: [untrained, {file: more/base}]}
            """);
    List<String> settings = List.of("initial.relax=2 ps", "train.time=4 ps");
    Study study = ExperimentFile.study(file, settings);
    assertThat(study.runs().get(1).values())
        .containsEntry("network.reference", "{file: base}")
        .containsEntry("initial.file", file.resolveSibling("a.ovf").toRealPath().toString());
    Path own = Files.createDirectories(folder.resolve("of-files"));
    assertThat(
            Sweep.run(study, own, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE).records())
        .extracting(SweepRecord::status)
        .containsOnly(RunStatus.DONE);
    Study again = ExperimentFile.study(own.resolve("experiment.yaml"), List.of());
    assertThat(again).isEqualTo(study);
    assertThat(again.runs())
        .extracting(SweepRun::folderName)
        .allMatch(n -> Files.isDirectory(own.resolve(n)));
    Heard heard = new Heard();
    Sweep.run(again, own, Share.WHOLE, new LocalWorkers(1), heard);
    assertThat(heard.carriedOut).isEmpty();
  }
}
