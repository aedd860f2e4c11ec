package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.web.Caller.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The experiment in a served folder may come from anybody: whatever key names a file elsewhere, the
 * server says the same whether that file is there or not, and so has not read it.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FilesOfFoldersTest extends OwnServer {

  private static final String FILM =
      "film: {size: [96 nm, 80 nm], cell: 4 nm}\nelectrodes: {layout: corners, radius: 24 nm}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        FILM
            + "protocol: [{drive: {voltages: {n1: {samples: FILE, every: 1 ps, scale: 1 mV}}, time: 1 ps}}]",
        FILM + "initial: {file: FILE}",
        FILM + "initial: {texture: image, file: FILE}",
        FILM + "network: {reference: {file: FILE}}",
        FILM + "sweep: {initial.file: [FILE]}",
        "device: {svg: FILE, scale: 1 nm}",
        "film: {size: [96 nm, 80 nm], cell: 4 nm, mask: [{shape: svg, file: FILE, id: a, scale: 1 nm}]}",
        "film: {shape: image, file: FILE, size: [96 nm, 80 nm], cell: 4 nm}",
        "electrodes: {rows: {grid: 3x3, pixels: 4, places: 1, seed: 1}}\n"
            + "protocol: [{write: {picture: FILE, voltage: 1 mV, time: 1 ps}}]",
      })
  void aFileElsewhereIsRefusedBeforeItIsRead(String yaml) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "+-+-\n12345\n");
    for (String kind : new String[] {"p-kept-001", "run-001"}) {
      Path run = Files.createDirectories(folder.resolve("runs").resolve(kind));
      if (kind.startsWith("run")) {
        Files.writeString(run.resolve("table.txt"), "# t (s)\n0\n");
      }
      Files.createSymbolicLink(run.resolve("link"), secret);
      String[] said = new String[2];
      for (String name : new String[] {secret.toString(), "../../secret.txt", "link"}) {
        String there = opened(run, yaml.replace("FILE", name));
        assertThat(there).contains("experiment.yaml names ").doesNotContain("12345");
        said[0] = there;
      }
      said[1] = opened(run, yaml.replace("FILE", folder.resolve("gone").toString()));
      assertThat(said[1])
          .isEqualTo(
              opened(run, yaml.replace("FILE", secret.toString())).replace("secret.txt", "gone"));
    }
  }

  private String opened(Path run, String yaml) throws Exception {
    Files.writeString(run.resolve("experiment.yaml"), yaml + "\n");
    Answer answer = caller.post("/api/films", "{\"folder\": \"%s\"}".formatted(run.getFileName()));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    return answer.error();
  }

  @Test
  void aDamagedRunIsRefusedWithItsFile() throws Exception {
    Path run = Files.createDirectories(folder.resolve("runs/small-001"));
    Experiment e = ExperimentFile.parse(Caller.SMALL, "small", List.of());
    ExperimentRunner.run(e, run, 1, RunListener.NONE);
    for (String name : List.of("table.txt", "summary.json", "experiment.yaml", "files.json")) {
      byte[] whole = Files.readAllBytes(run.resolve(name));
      Files.write(run.resolve(name), Arrays.copyOf(whole, whole.length - 2));
      Answer answer = caller.post("/api/films", "{\"folder\": \"small-001\"}");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
      assertThat(answer.error()).contains("small-001/" + name).doesNotContain(folder.toString());
      Files.write(run.resolve(name), whole);
    }
    byte[] whole = Files.readAllBytes(run.resolve("m000001.ovf"));
    whole[whole.length / 2] ^= 1;
    Files.write(run.resolve("m000001.ovf"), whole);
    assertThat(caller.post("/api/films", "{\"folder\": \"small-001\"}").status()).isLessThan(300);
    Answer frame = caller.get("/api/films/f1/frames/1");
    assertThat(frame.status()).isEqualTo(422);
    assertThat(frame.error()).contains("small-001/m000001.ovf: differs");
  }

  @Test
  void aSeriesOfSamplesBesideTheExperimentIsRead() throws Exception {
    Path kept = Files.createDirectories(folder.resolve("runs/p-kept-001"));
    Files.writeString(kept.resolve("own.csv"), "1\n2\n3\n");
    Files.writeString(
        kept.resolve("experiment.yaml"),
        FILM
            + "initial: {relax: 2 ps}\n"
            + "protocol: [{drive: {voltages: {n1: {samples: own.csv, every: 1 ps, scale: 1 mV}}}}]\n");
    assertThat(caller.post("/api/films", "{\"folder\": \"p-kept-001\"}").status()).isLessThan(300);
  }
}
