package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An optimisation of a film too small to learn, as a user calls it. */
class OptimiseTest {

  private static final String SMALL =
      """
      name: small search
      film: {size: [128 nm, 80 nm]}
      electrodes: {layout: corners, radius: 30 nm}
      initial: {seed: 3, relax: 20 ps}
      protocol:
        - measure: before
        - train: {pattern: "+-+-", voltage: 10 mV, time: 20 ps}
        - measure: after
      output: {table: 10 ps, formats: [], report: off}
      optimise:
        minimise: energy-per-bit
        parameters: {train.voltage: [5 mV, 20 mV], material.alpha: [0.1, 1, log]}
        evaluations: 3
      """;

  @TempDir Path folder;
  private String file;
  private Path out;

  @BeforeEach
  void aFile() throws IOException {
    file = Files.writeString(folder.resolve("small.yaml"), SMALL).toString();
    out = folder.resolve("out");
  }

  @Test
  void printsTheBestAndWhatItDependsOn() throws IOException {
    Program p =
        Program.call(
            "optimise", file, "--out", out.toString(), "--set", "optimise.maximise=margin");
    assertThat(p.status()).isEqualTo(2);
    p = Program.call("optimise", file, "--out", out.toString(), "--set", "optimise.minimise=time");
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out())
        .contains("3 evaluations to minimise time. Best is number 1", "time 20 ps")
        .contains("train.voltage", "material.alpha", "hopfilm run " + out.resolve("best.yaml"));
    assertThat(p.err().lines().filter(l -> l.startsWith("evaluation "))).hasSize(3);
    assertThat(p.err()).contains("evaluation 1 of 3 (voltage 12.5 mV, alpha 0.3162): time 20 ps");
    // what the search says is best is an experiment that can be run
    Path again = folder.resolve("again");
    Program best =
        Program.call("run", out.resolve("best.yaml").toString(), "--out", again.toString());
    assertThat(best.status()).as(best.err()).isZero();
    assertThat(Files.readString(again.resolve("experiment.yaml")))
        .contains("12.5 mV")
        .doesNotContain("optimise");
    Program done = Program.call("optimise", "--resume", out.toString());
    assertThat(done.status()).isZero();
    assertThat(done.err()).contains("is done; there is nothing to resume");
  }

  @Test
  void goesOnAfterATimeLimit() throws IOException {
    String setting = "optimise.minimise=time";
    Program p =
        Program.call(
            "optimise", file, "--out", out.toString(), "--time-limit", "0 s", "--set", setting);
    assertThat(p.status()).isEqualTo(143);
    assertThat(p.err()).contains("to go on: hopfilm optimise --resume " + out);
    assertThat(out.resolve("best.yaml")).doesNotExist();
    Program rest = Program.call("optimise", "--resume", out.toString());
    assertThat(rest.status()).as(rest.err()).isZero();
    List<String> table = Files.readAllLines(out.resolve("optimise.csv"));
    assertThat(table).hasSize(4);
    assertThat(table.get(0))
        .startsWith("evaluation,train.voltage (V),material.alpha,time (s),low,high");
    assertThat(table.get(1)).startsWith("1,0.0125,0.3162,");
  }

  @Test
  void checkSaysWhatItCosts() {
    Program p = Program.call("check", file);
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out())
        .containsPattern("optimisation +minimise energy-per-bit: 3 evaluations like these, about ");
  }

  @Test
  void whereNothingLearnsThereIsNoEnergyForABit() {
    Program p =
        Program.call(
            "optimise",
            file,
            "--out",
            out.toString(),
            "--set",
            "protocol=[{measure: a}, {train: {pattern: +-+-, voltage: 10 mV, time: 10 ps}}]",
            "--set",
            "network.reference=saturated",
            "--set",
            "optimise.evaluations=1");
    assertThat(p.status()).isEqualTo(1);
    assertThat(p.out()).contains("None of them has a value of it.");
  }
}
