package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.result.Outcome;
import hopfilm.result.Summary;
import hopfilm.result.SweepSummaryRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files that version 0.2.0 wrote before results had their own package open as they did. */
class EarlierFoldersTest {

  private static final Path FOLDERS = Path.of("src/test/resources/hopfilm/result");

  @Test
  void aSummaryIsReadAndWrittenToTheByte() throws IOException {
    RunFolder run = new RunFolder(FOLDERS.resolve("run"));
    Summary summary = run.readSummary().orElseThrow();
    assertThat(JsonFile.text(summary)).isEqualTo(Files.readString(run.summary()));
    assertThat(summary.verdict().outcome()).isEqualTo(Outcome.NOT_LEARNED);
    assertThat(summary.verdict().lowest()).isEqualTo("+-+---++");
    assertThat(summary.recalls().memories()).hasSize(2);
    assertThat(summary.verification().pulses()).isEqualTo(2);
    assertThat(summary.retrieval().get(1).recall()).hasSize(3);
    assertThat(summary.energies().energies()).hasSize(128);
  }

  /** Heads with a blank stood in quotes. */
  @Test
  void theTableOfASweepIsReadWithItsQuotes() throws IOException {
    SweepTable table = SweepTable.read(FOLDERS.resolve("sweep"));
    assertThat(table.keys()).containsExactly("initial.seed", "train.voltage");
    assertThat(table.values("train.voltage")).containsExactly("0.096 V", "0.08 V");
    assertThat(table.outcomes()).containsEntry("not-learned", 4);
    Path file = new RunFolder(FOLDERS.resolve("sweep")).summary();
    assertThat(JsonFile.read(file, SweepSummaryRecord.class).map(JsonFile::text))
        .contains(Files.readString(file));
  }
}
