package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.key.Materials;
import hopfilm.manual.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {

  @TempDir Path folder;

  private Path write(String... options) throws IOException {
    String[] call = new String[options.length + 1];
    call[0] = "new";
    System.arraycopy(options, 0, call, 1, options.length);
    Program p = Program.call(call);
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.err()).isEmpty();
    return Files.writeString(folder.resolve("my.yaml"), p.out());
  }

  @Test
  void theFirstFileIsTheFirstExampleAndIsCheckedWithoutADoubt() throws IOException {
    Path file = write();
    Experiment e = ExperimentFile.read(file, List.of());
    Experiment example =
        ExperimentFile.study(Program.repository().resolve("examples/four-node.yaml"), List.of())
            .runs()
            .get(0)
            .experiment();
    assertThat(e.material()).isEqualTo(example.material());
    assertThat(e.film()).isEqualTo(example.film());
    assertThat(e.electrodes()).isEqualTo(example.electrodes());
    assertThat(e.heat()).isEqualTo(example.heat());
    assertThat(e.network()).isEqualTo(example.network());
    assertThat(e.steps().get(1)).isEqualTo(example.steps().get(1));
    assertThat(doubts(file)).isEmpty();
  }

  private static List<String> doubts(Path file) {
    return Program.call("check", file.toString()).err().lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"corners", "grid", "svg"})
  void eachLayoutRunsWithEachMaterial(String layout) throws IOException {
    Path drawing = Program.repository().resolve("examples/device.svg");
    Files.copy(drawing, folder.resolve("device.svg"));
    for (String material : Materials.magnets()) {
      Path file = write("--layout", layout, "--material", material);
      Program check = Program.call("check", file.toString());
      assertThat(check.status()).as(layout + " " + material + check.err()).isZero();
      assertThat(Files.readString(file).contains("NO SOURCE"))
          .isEqualTo(!Materials.unknown(material).isEmpty());
    }
    assertThat(doubts(write("--layout", layout))).isEmpty();
  }

  @Test
  void itRuns() throws IOException {
    Path file = write("--layout", "corners");
    Program p =
        Program.call(
            "run",
            file.toString(),
            "--set",
            "film.cell=16 nm",
            "--set",
            "material.Ku=0",
            "--set",
            "initial.relax.time=4 ps",
            "--set",
            "train.time=4 ps",
            "--set",
            "train.pulse={on: 2 ps, off: 1 ps}",
            "--set",
            "train.hold=2 ps",
            "--set",
            "rest.time=2 ps",
            "--set",
            "output.table=2 ps",
            "--out",
            folder.resolve("out").toString());
    assertThat(p.status()).as(p.err()).isZero();
  }

  @Test
  void theSchemaIsPrintedForEditors() {
    assertThat(Program.call("help", "--schema").out()).isEqualTo(JsonSchema.text());
  }
}
