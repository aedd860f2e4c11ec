package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One clear line for each file that cannot be read. */
class OvfErrorsTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("m.ovf");
  }

  private String whole(OvfFormat format) throws IOException {
    VectorField f = VectorField.uniform(Grid.film(3, 2, 4e-9, 1e-6), 0.6, 0, 0.8);
    Ovf.write(file(), f, format, "m", "", 1e-9);
    return Files.readString(file(), StandardCharsets.ISO_8859_1);
  }

  private void refuses(String content, String what) throws IOException {
    Files.writeString(file(), content, StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Ovf.read(file()))
        .isInstanceOf(OvfException.class)
        .hasMessageStartingWith(file() + ": ")
        .hasMessageContaining(what)
        .hasMessageNotContaining("\n");
  }

  /** Wherever a file is cut, reading says so; nothing else is thrown and nothing is made up. */
  @ParameterizedTest
  @EnumSource(OvfFormat.class)
  void everyCutIsNoticed(OvfFormat format) throws IOException {
    String whole = whole(format);
    int end = whole.indexOf("# End: Data");
    for (int length = 0; length <= end; length++) {
      Files.writeString(file(), whole.substring(0, length), StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> Ovf.read(file()))
          .as("cut after %d bytes", length)
          .isInstanceOf(OvfException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# xnodes: 3 | # xnodes: 0 | xnodes is 0; it must be a whole number",
        "# xnodes: 3 | # xnodes: three | xnodes is three",
        "# xnodes: 3 | # xnodes: 99999999999 | xnodes is 99999999999",
        "# xnodes: 3 | # xnodes: 100000000 | cut off: 100000000 x 2 x 1 cells",
        "# xnodes: 3 | # xnodes: 2000000000 | more than the 2^28",
        "# xnodes: 3 | # xnodes: 2 | longer than the number of cells",
        "# xnodes: 3 | # x: 3 | no line \"# xnodes",
        "# xstepsize: 4.0E-9 | # xstepsize: -1 | xstepsize is -1",
        "# xstepsize: 4.0E-9 | # xstepsize: 4 nm | xstepsize is \"4 nm\"",
        "# meshunit: m | # meshunit: ell | meshunit is \"ell\"",
        "# meshtype: rectangular | # meshtype: irregular | only rectangular",
        "# valuedim: 3 | # valuedim: 1 | valuedim is 1",
        "# Segment count: 1 | # Segment count: 2 | holds 2 segments",
        "# Begin: Data Text | # Begin: Data Binary 16 | data binary 16",
        "# OOMMF OVF 2.0 | # OOMMF OVF 3.0 | not an OVF file",
        "# OOMMF OVF 2.0 | # OOMMF: irregular mesh v1.0 | irregular",
        "0.6 0.0 0.8 | 0.6 zero 0.8 | \"zero\"",
        "0.6 0.0 0.8 | 0.6 NaN 0.8 | cell (0, 0, 0) holds (0.6, NaN, 0.8)",
        "# End: Header | Header ends | does not start with #",
      })
  void namesTheFault(String from, String to, String what) throws IOException {
    String whole = whole(OvfFormat.TEXT);
    assertThat(whole).contains(from);
    int at = whole.indexOf(from);
    refuses(whole.substring(0, at) + to + whole.substring(at + from.length()), what);
  }

  @Test
  void fewerNumbersThanCellsInText() throws IOException {
    String whole = whole(OvfFormat.TEXT);
    refuses(
        whole.replace("0.6 0.0 0.8\n# End", "# End"), "holds 15 numbers, but the header says 18");
  }

  @Test
  void binaryFileThatWentThroughTextMode() throws IOException {
    String whole = whole(OvfFormat.BINARY8);
    // the first byte of the check value, least significant first
    refuses(whole.replace("\u0040\u00de\u0077", "\u0040?\u0077"), "check value");
  }

  @Test
  void otherFiles() throws IOException {
    refuses("", "not an OVF file");
    refuses("\u0089PNG\r\n\u001a\n", "not an OVF file");
    refuses("x".repeat(100_000), "not an OVF file");
    refuses("# OOMMF OVF 2.0\n#" + "x".repeat(100_000), "header");
    Files.delete(file());
    assertThatThrownBy(() -> Ovf.read(file())).hasMessage(file() + ": no such file");
    assertThatThrownBy(() -> Ovf.read(folder)).hasMessageContaining("is a folder");
  }
}
