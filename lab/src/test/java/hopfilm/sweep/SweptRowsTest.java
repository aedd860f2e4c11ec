package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Share;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.RunFolder;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import hopfilm.result.Summary;
import hopfilm.result.WrittenRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs.csv has of rows, again from the summaries of the runs. */
class SweptRowsTest {

  private static final String FILM =
      """
      film: {size: [120 nm, 96 nm], cell: 4 nm}
      electrodes: {rows: {grid: 2x4, pixels: 4}, radius: 8 nm, margin: 16 nm}
      initial: {texture: maze, relax: 4 ps}
      network: {reference: {untrained: 1.02}}
      protocol:
        - measure: untrained
        - write: {picture: +--+, voltage: 30 mV, time: 10 ps, part: [0 ns, 10 ps]}
        - measure: remembered
      output: {table: 20 ps, snapshots: 1 ns, report: off, figures: off}
      sweep: {initial.seed: 1..2, write.picture: [+--+, ++--, +++-]}
      """;

  @TempDir Path folder;

  @Test
  void rowsOfTheSameValuesAreOneBank() throws IOException {
    Study sweep = ExperimentFile.study(FILM, "rows", List.of());
    Sweep.run(sweep, folder, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
    List<Map<String, String>> table = SweepTable.read(folder).rows();
    List<SweepRun> runs = Sweep.runs(sweep, Share.WHOLE);
    for (int set = 0; set < 2; set++) {
      List<WrittenRow> rows = new ArrayList<>();
      for (SweepRun run : runs.subList(3 * set, 3 * set + 3)) {
        Summary s = new RunFolder(folder.resolve(run.folderName())).readSummary().orElseThrow();
        rows.add(s.recalls().row());
        double[] g = s.readings().weightMatrix().get("remembered")[0];
        for (int p = 0; p < 4; p++) {
          // the same difference of conductances near 1 S, taken in another order
          assertThat(s.recalls().row().weights().get(p)).isCloseTo(g[p + 1], within(1e-12));
        }
      }
      RowBank bank =
          new RowBank(
              rows.stream().map(WrittenRow::choosing).toList(),
              rows.stream().map(WrittenRow::weights).toList());
      for (int k = 0; k < 3; k++) {
        Map<String, String> row = table.get(3 * set + k);
        Pattern picture = new Pattern(rows.get(k).picture());
        assertThat(SweepTable.number(row, "row_right")).isEqualTo((4 - rows.get(k).wrong()) / 4.0);
        assertThat(SweepTable.number(row, "row_sigma")).isEqualTo(rows.get(k).sigma());
        int exact = bank.exact(picture, RowBank.copies(picture, 1, 100, 3L * set + k + 1));
        assertThat(SweepTable.number(row, "row_recalled")).isEqualTo(exact / 100.0);
      }
    }
  }
}
