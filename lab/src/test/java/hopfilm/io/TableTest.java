package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("t", "s"), new Table.Column("mx", ""), new Table.Column("E_prime", "W"));

  @TempDir Path folder;

  @Test
  void rowsAreOnDiskAtOnceAndReadBackToTheSameBits() throws IOException {
    Path file = folder.resolve("table.txt");
    try (TableWriter writer = TableWriter.create(file, COLUMNS)) {
      writer.row(0, 1.0 / 3, Double.NaN);
      assertThat(Files.readString(file))
          .isEqualTo(
              "# t (s)\tmx ()\tE_prime (W)\n"
                  + "0.0000000000000000e+00\t3.3333333333333330e-01\tNaN\n");
      writer.row(1e-10, -Math.PI, -1e-300);
      Table table = TableReader.read(file);
      assertThat(table.columns()).isEqualTo(COLUMNS);
      assertThat(table.column("mx")).containsExactly(1.0 / 3, -Math.PI);
      assertThat(table.column("E_prime")).containsExactly(Double.NaN, -1e-300);
      assertThatThrownBy(() -> writer.row(1)).hasMessageContaining("1 numbers");
    }
  }

  @Test
  void goesOnFromACheckpoint() throws IOException {
    Path file = folder.resolve("table.txt");
    long position;
    String checksum;
    try (TableWriter writer = TableWriter.create(file, COLUMNS)) {
      writer.row(1, 1, 1);
      position = writer.position();
      checksum = writer.checksum();
      writer.row(2, 2, 2);
    }
    try (TableWriter writer =
        TableWriter.resume(file, COLUMNS, TableWriter.Style.TABLE, position, checksum)) {
      writer.row(3, 3, 3);
      // of the rows before and after
      assertThat(writer.checksum()).isEqualTo(FileSum.of(file).crc32c());
    }
    assertThat(TableReader.read(file).column("t")).containsExactly(1, 3);
    assertThatThrownBy(
            () -> TableWriter.resume(file, COLUMNS, TableWriter.Style.TABLE, 10_000, checksum))
        .isInstanceOf(WrittenPartException.class)
        .hasMessageContaining("table.txt does not hold");
    assertThatThrownBy(
            () -> TableWriter.resume(file, COLUMNS, TableWriter.Style.TABLE, position, "00000000"))
        .isInstanceOf(WrittenPartException.class);
    assertThat(TableReader.read(file).column("t")).containsExactly(1, 3);
  }

  @Test
  void aRowThatIsStillBeingWrittenIsLeftOut() throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(file, "# t (s)\tmx ()\n1\t2\n3\t0.");
    assertThat(TableReader.read(file).rows()).hasSize(1);
  }

  @Test
  void theEndsOfATableAreItsFirstRowAndItsLast() throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(file, "# t (s)\tQ ()\n1\t-1\n2\t3\n3\t0\n4\t");
    assertThat(TableReader.ends(file).column("t")).containsExactly(1, 3);
    Files.writeString(file, "# t (s)\tQ ()\n1\t-1\n");
    assertThat(TableReader.ends(file).column("Q")).containsExactly(-1);
  }

  @Test
  void saysWhichLineIsWrong() throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(file, "# t (s)\tmx ()\n1\t2\n3\tx\n");
    assertThatThrownBy(() -> TableReader.read(file))
        .hasMessage(file + ": line 3: \"x\" is not a number");
    Files.writeString(file, "# t (s)\tmx ()\n1\n");
    assertThatThrownBy(() -> TableReader.read(file)).hasMessageContaining("line 2 has 1 number,");
    Files.writeString(file, "t mx\n1\t2\n");
    assertThatThrownBy(() -> TableReader.read(file)).hasMessageContaining("line 1");
  }
}
