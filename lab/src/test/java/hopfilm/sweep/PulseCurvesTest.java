package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Share;
import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import hopfilm.result.SweepRecord;
import hopfilm.run.PulseTable;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulseCurvesTest {

  @TempDir Path folder;

  private SweepResult run(String... settings) throws IOException {
    return Sweep.run(
        SmallFilm.study(settings), folder, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
  }

  /** Contacts at two edges are left and right, or bottom and top. */
  @Test
  void filmsOfOtherLayoutsLeaveCellsEmpty() throws IOException {
    run(
        "electrodes={layout: sides-x}",
        "electrodes.layout=[sides-x, sides-y]",
        "protocol=[{measure: a}, {train: {pattern: +-, voltage: 10 mV, time: 12 ps,"
            + " pulse: {on: 4 ps, off: 2 ps}}}, {measure: b}]",
        "film.size=[96 nm, 80 nm]",
        "initial.relax=4 ps",
        "output.table=1 ps");
    List<String> lines = Files.readAllLines(folder.resolve("pulses.csv"));
    List<String> head = List.of(lines.get(0).split(","));
    assertThat(head).contains("G_left_right (S)", "G_bottom_top (S)");
    int x = head.indexOf("G_left_right (S)");
    int y = head.indexOf("G_bottom_top (S)");
    assertThat(lines).hasSize(1 + 2 * 3);
    for (int line = 1; line < 7; line++) {
      String[] cells = lines.get(line).split(",", -1);
      assertThat(cells[x].isEmpty()).isEqualTo(cells[0].equals("sides-y"));
      assertThat(cells[y].isEmpty()).isEqualTo(cells[0].equals("sides-x"));
    }
    assertThat(folder.resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void meanAndDeviationAreThoseOfTheFilms() throws IOException {
    SweepResult sweep =
        run(
            "train={pattern: +-+-, voltage: 10 mV, time: 12 ps, pulse: {on: 4 ps, off: 2 ps}}",
            "initial.seed=1..3",
            "train.voltage=[5 mV, 10 mV]",
            "film.size=[96 nm, 80 nm]",
            "electrodes.radius=24 nm",
            "initial.relax=4 ps",
            "output.table=1 ps");
    List<String> lines = Files.readAllLines(folder.resolve("pulses.csv"));
    assertThat(lines.get(0))
        .startsWith("train.voltage (V),pulse,films,heat (J),heat_deviation (J)")
        .contains("G_n1_n2 (S),G_n1_n2_deviation (S)");
    // two voltages, before the first and after each of two pulses
    assertThat(lines).hasSize(1 + 2 * 3);
    List<Double> g = new ArrayList<>();
    for (SweepRecord r : sweep.records()) {
      if (r.values().get("train.voltage").equals("10 mV")) {
        Table pulses = PulseTable.read(new RunFolder(folder.resolve(r.folder()))).orElseThrow();
        g.add(pulses.column("G_n1_n2")[2]);
      }
    }
    double mean = (g.get(0) + g.get(1) + g.get(2)) / 3;
    String[] head = lines.get(0).split(",");
    String[] last = lines.get(6).split(",");
    int at = List.of(head).indexOf("G_n1_n2 (S)");
    assertThat(last).startsWith("0.01", "2", "3");
    assertThat(Double.parseDouble(last[at])).isCloseTo(mean, within(1e-12 * Math.abs(mean)));
    double squares = 0;
    for (double x : g) {
      squares += Math.pow(x - mean, 2);
    }
    assertThat(Double.parseDouble(last[at + 1]))
        .isCloseTo(Math.sqrt(squares / 2), within(1e-9 * Math.abs(mean)));
    assertThat(folder.resolve("figures/pulses.svg")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("index.html"))).contains("Pulse by pulse");
  }
}
