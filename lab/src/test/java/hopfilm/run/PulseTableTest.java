package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PulseTableTest {

  @TempDir Path folder;

  /** The film is measured after each rest: there the curve must have what the measure has. */
  @Test
  void aCurveHasWhatWasMeasuredAfterEachPulse() throws IOException {
    SmallFilm.run(
        folder,
        "output.table=1 ps",
        "protocol=[measure: before, {repeat: {times: 3, steps: ["
            + "{train: {pattern: \"+-+-\", voltage: 10 mV, time: 8 ps}}, rest: 4 ps, measure: a]}}]");
    Table pulses = PulseTable.read(new RunFolder(folder)).orElseThrow();
    assertThat(pulses.rows()).hasSize(4);
    JsonNode summary = SmallFilm.summary(folder);
    String[] labels = {"before", "a", "a-2", "a-3"};
    for (int k = 0; k < labels.length; k++) {
      double[][] g = SmallFilm.matrix(summary.get("conductance").get(labels[k]));
      // rows of the table are solved to 1e-6
      assertThat(pulses.column("G_n1_n3")[k]).isCloseTo(g[0][2], within(1e-5 * -g[0][2]));
    }
    assertThat(pulses.has("G_n1_n1")).isFalse();
    // 25 ps of relaxation, then 8 ps on and 4 ps off
    double[] start = {Double.NaN, 25e-12, 37e-12, 49e-12};
    for (int k = 1; k < 4; k++) {
      assertThat(pulses.column("start")[k]).isCloseTo(start[k], within(1e-15));
      assertThat(pulses.column("end")[k]).isCloseTo(start[k] + 8e-12, within(1e-15));
      assertThat(pulses.column("read")[k]).isCloseTo(start[k] + 12e-12, within(1e-15));
    }
    double heat = 0;
    for (double h : pulses.column("heat")) {
      heat += h;
    }
    assertThat(heat)
        .isCloseTo(
            summary.get("energy_joule").asDouble(),
            within(1e-12 * summary.get("energy_joule").asDouble()));
  }

  /** Pulses of one step, on 8 ps and off 4 ps. */
  @Test
  void aPulseIsAsLongAsItsCurrentFlows() throws IOException {
    SmallFilm.run(
        folder,
        "output.table=1 ps",
        "protocol=[{train: {pattern: \"+-+-\", voltage: 10 mV, time: 36 ps, pulse: {on: 8 ps, off: 4 ps}}}, rest: 4 ps]");
    Table pulses = PulseTable.read(new RunFolder(folder)).orElseThrow();
    assertThat(pulses.rows()).hasSize(4);
    for (int k = 1; k < 4; k++) {
      double start = 25e-12 + (k - 1) * 12e-12;
      assertThat(pulses.column("start")[k]).isCloseTo(start, within(1e-15));
      assertThat(pulses.column("end")[k]).isCloseTo(start + 8e-12, within(1e-15));
    }
  }

  /** What acts on the film after a pulse changes neither its reading nor its heat. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{drive: {voltages: {n1: 30 mV}, time: 8 ps}}",
        "{field: {value: [0 T, 0 T, 1 T], time: 8 ps}}",
        "{rest: {temperature: 900 K, time: 8 ps}}",
      })
  void laterStepsDoNotCount(String later) throws IOException {
    String train = "{train: {pattern: \"+-+-\", voltage: 10 mV, time: 8 ps}}, rest: 4 ps";
    Path alone = folder.resolve("alone");
    Path followed = folder.resolve("followed");
    SmallFilm.run(alone, "output.table=1 ps", "protocol=[%s, %s]".formatted(train, train));
    SmallFilm.run(
        followed,
        "output.table=1 ps",
        "protocol=[%s, %s, %s, rest: 4 ps]".formatted(train, train, later));
    Table expected = PulseTable.read(new RunFolder(alone)).orElseThrow();
    Table found = PulseTable.read(new RunFolder(followed)).orElseThrow();
    assertThat(found.rows()).hasSize(3);
    for (Table.Column c : found.columns()) {
      for (int k = 0; k < 3; k++) {
        double value = expected.column(c.name())[k];
        // the heat of the rows is scaled to that of the run, which sums all steps of time
        double tolerance = c.name().equals("heat") ? 1e-3 : 1e-12;
        if (Double.isFinite(value)) {
          assertThat(found.column(c.name())[k])
              .as(c.name())
              .isCloseTo(value, within(tolerance * Math.abs(value)));
        }
      }
    }
  }

  /** Pulses that a table cannot tell apart are none. */
  @Test
  void aPauseWithoutARowIsNoCurve() throws IOException {
    SmallFilm.run(
        folder,
        "output.table=5 ps",
        "protocol=[{train: {pattern: \"+-+-\", voltage: 10 mV, time: 36 ps, pulse: {on: 8 ps, off: 4 ps}}}, rest: 4 ps]");
    assertThat(PulseTable.read(new RunFolder(folder))).isEmpty();
  }

  /** Right after a drive no row is at rest before the first pulse. */
  @Test
  void aDriveRightBeforeIsNoCurve() throws IOException {
    SmallFilm.run(
        folder,
        "output.table=1 ps",
        "protocol=[{drive: {voltages: {n1: 30 mV}, time: 8 ps}}, {train: {pattern: \"+-+-\", voltage: 10 mV, time: 24 ps, pulse: {on: 8 ps, off: 4 ps}}}, rest: 4 ps]");
    assertThat(PulseTable.read(new RunFolder(folder))).isEmpty();
  }

  @Test
  void oneTrainingWithoutAPauseIsNoCurve() throws IOException {
    SmallFilm.run(folder);
    assertThat(PulseTable.read(new RunFolder(folder))).isEmpty();
  }
}
