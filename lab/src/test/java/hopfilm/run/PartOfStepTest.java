package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.io.Table;
import hopfilm.io.TableReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A step in two parts is the step: a ramp, a pulse, a sine goes on where it was. */
class PartOfStepTest {

  @TempDir Path folder;

  private double[][] rows(String name, String... steps) throws IOException {
    Path run = folder.resolve(name);
    SmallFilm.run(run, "output.table=5 ps", "protocol=[%s]".formatted(String.join(", ", steps)));
    Table table = TableReader.read(run.resolve("table.txt"));
    int last = table.rows().size() - 1;
    return new double[][] {
      table.rows().get(last).clone(), {table.rows().size(), table.indexOf("mz").orElseThrow()}
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train | pattern: +-+-, voltage: 30 mV, ramp: 15 ps",
        "train | pattern: +-+-, voltage: 30 mV, pulse: {on: 30 ps, off: 20 ps}",
        "train | patterns: [+-+-, +--+], voltage: 30 mV, slot: 13 ps",
        "train | pattern: +-+-, voltage: 30 mV, field: {value: [0 T, 0 T, 0.1 T], shape: ramp}",
        "drive | voltages: {n1: {sine: 30 mV, frequency: 12 GHz}, n3: {pulses: 30 mV, on: 20 ps, off: 9 ps}}",
        "drive | voltages: {n1: {samples: [1, 0.5, -1, 0.2], every: 30 ps, scale: 30 mV}}",
        "rest  | field: {value: [0 T, 0 T, 0.3 T], shape: sine}",
        "relax | field: {value: [0 T, 0 T, 0.3 T], shape: ramp}",
        "field | value: [0 T, 0 T, 0.3 T], shape: pulse"
      })
  void itGoesOnWhereItWas(String kind, String keys) throws IOException {
    String step = kind + ": {time: 100 ps, " + keys;
    double[][] whole = rows("whole", step + "}");
    double[][] parts =
        rows("parts", step + ", part: [0 ps, 35 ps]}", step + ", part: [35 ps, 100 ps]}");
    double[][] anew =
        rows("anew", step.replace("100 ps", "35 ps") + "}", step.replace("100 ps", "65 ps") + "}");
    assertThat(parts[1]).isEqualTo(whole[1]);
    double[] end = whole[0];
    int mz = (int) whole[1][1];
    // the potential is solved and extrapolated anew from there on, within the coupling's tolerance
    assertThat(Math.abs(parts[0][mz] - end[mz])).isLessThan(1e-5);
    if (!keys.contains("slot") && !kind.equals("drive")) {
      assertThat(Math.abs(anew[0][mz] - end[mz])).isGreaterThan(1e-4);
    }
  }
}
