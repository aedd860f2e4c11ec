package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OvfTest {
  @TempDir Path folder;

  /** More than one chunk of the reader, and an odd number of cells. */
  private static VectorField random() {
    Grid grid = new Grid(61, 53, 3, 4e-9, 3e-9, 1e-6 / 3);
    VectorField f = new VectorField(grid);
    SplittableRandom r = new SplittableRandom(1);
    for (int i = 0; i < grid.cells(); i++) {
      f.x()[i] = r.nextDouble(-1, 1);
      f.y()[i] = r.nextDouble(-1, 1) * 1e-12;
      f.z()[i] = r.nextDouble(-1, 1) * 1e12;
    }
    return f;
  }

  @ParameterizedTest
  @EnumSource(OvfFormat.class)
  void readsBackWhatItWrote(OvfFormat format) throws IOException {
    VectorField f = random();
    Path file = folder.resolve("j.ovf");
    Ovf.write(file, f, format, "current density", "A/m^2", 1.25e-9);
    OvfFile back = Ovf.read(file);

    assertThat(back.field().grid()).isEqualTo(f.grid());
    assertThat(back.time()).isEqualTo(1.25e-9);
    assertThat(back.title()).isEqualTo("current density");
    assertThat(back.valueUnits()).isEqualTo("A/m^2");
    for (int c = 0; c < 3; c++) {
      double[] expected = f.component(c).clone();
      if (format == OvfFormat.BINARY4) {
        for (int i = 0; i < expected.length; i++) {
          expected[i] = (float) expected[i];
        }
      }
      assertThat(back.field().component(c)).isEqualTo(expected);
    }
    assertThat(folder.toFile().list()).containsExactly("j.ovf");
  }

  /** The published layout: least significant byte first, x fastest, then y, then z. */
  @Test
  void storesVectorsAsTheFormatAsks() throws IOException {
    Grid grid = new Grid(2, 2, 2, 1e-9, 1e-9, 1e-9);
    VectorField f = new VectorField(grid);
    f.y()[grid.index(1, 0, 0)] = 1;
    f.z()[grid.index(0, 1, 0)] = 1;
    Path file = folder.resolve("m.ovf");
    Ovf.write(file, f, OvfFormat.BINARY8, "m", "", Double.NaN);

    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(bytes).startsWith("# OOMMF OVF 2.0\n").contains("# valuedim: 3\n");
    int data = bytes.indexOf("# Begin: Data Binary 8\n") + "# Begin: Data Binary 8\n".length();
    // 123456789012345.0 is 42 DC 12 21 83 77 DE 40 with the most significant byte first
    assertThat(bytes.substring(data, data + 8))
        .isEqualTo("\u0040\u00de\u0077\u0083\u0021\u0012\u00dc\u0042");
    String one = "\0\0\0\0\0\0\u00f0\u003f";
    String zero = "\0".repeat(8);
    assertThat(bytes.substring(data + 8, data + 8 + 9 * 8))
        .isEqualTo(
            zero
                + zero
                + zero // cell (0, 0, 0)
                + zero
                + one
                + zero // cell (1, 0, 0)
                + zero
                + zero
                + one); // cell (0, 1, 0)
    assertThat(bytes.substring(data + 8 + 24 * 8))
        .isEqualTo("\n# End: Data Binary 8\n# End: Segment\n");
    assertThat(Ovf.read(file).time()).isNaN();
    assertThat(Ovf.read(file).valueUnits()).isEmpty();
  }

  @Test
  void keepsAwkwardTitlesOnOneLine() throws IOException {
    Path file = folder.resolve("m.ovf");
    VectorField f = VectorField.uniform(Grid.film(1, 1, 1e-9, 1e-9), 0, 0, 1);
    Ovf.write(file, f, OvfFormat.TEXT, "a ## b\n# xnodes: 7", "", 0);
    OvfFile back = Ovf.read(file);
    assertThat(back.title()).isEqualTo("a # b # xnodes: 7");
    assertThat(back.field().grid().nx()).isEqualTo(1);
    assertThat(back.time()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "oommf2-text.omf, 2, 1, 5e-9, 3.5e-9, A/m, 8e6, Oxs_TimeDriver::Magnetization",
    "oommf1-text.omf, 2, 1, 2e-9, NaN, A/m, 8e6, sp3 ## of two",
    "oommf1-nanometres.omf, 2, 1, 5e-9, NaN, kA/m, 8e6, unit and multiplier",
    "oommf1-mmsolve.omf, 2, 1, 2e-8, 9.184200135885099e-9, A/m, 8e6, /home/user/film.field0000-pass01623.omf",
    "mumax3-text.ovf, 2, 1, 5e-9, 1e-10, '', 8e6, m",
    "ubermag-text.omf, 2, 1, 5e-9, NaN, A/m, 8e6, Field",
    "loud-text.ovf, 2, 1, 5e-9, NaN, A/m J T, 8e6, Shouting"
  })
  void readsTheDialects(
      String sample, int nx, int ny, double step, Double time, String unit, double x1, String title)
      throws Exception {
    OvfFile f = Ovf.read(Path.of(OvfTest.class.getResource("/ovf/" + sample).toURI()));
    Grid g = f.field().grid();
    assertThat(new int[] {g.nx(), g.ny(), g.nz()}).containsExactly(nx, ny, 1);
    assertThat(g.dx()).isCloseTo(step, within(1e-24));
    assertThat(f.time()).isEqualTo(time);
    assertThat(f.valueUnits()).isEqualTo(unit);
    assertThat(f.title()).isEqualTo(title.replaceAll(" ##.*", ""));
    // every sample holds (8e6, 0, 0) and (-1, 2, -3.5)
    assertThat(f.field().x()).containsExactly(x1, -1);
    assertThat(f.field().y()).containsExactly(0, 2);
    assertThat(f.field().z()).containsExactly(0, -3.5);
  }

  /** As Windows and careless editors leave them: carriage returns, blanks, comments. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "oommf2-text.omf",
        "oommf1-text.omf",
        "oommf1-mmsolve.omf",
        "mumax3-text.ovf",
        "ubermag-text.omf",
        "loud-text.ovf"
      })
  void lineEndsAndBlanksDoNotMatter(String sample) throws Exception {
    Path original = Path.of(OvfTest.class.getResource("/ovf/" + sample).toURI());
    String text = Files.readString(original);
    Path changed =
        Files.writeString(
            folder.resolve(sample),
            text.replace("\n", " \t\r\n").replace("nodes: 1 ", "nodes: 1  ## only one"));
    OvfFile expected = Ovf.read(original);
    OvfFile back = Ovf.read(changed);
    assertThat(back.field().grid()).isEqualTo(expected.field().grid());
    assertThat(back.field().x()).isEqualTo(expected.field().x());
    assertThat(back.field().z()).isEqualTo(expected.field().z());
    assertThat(back.time()).isEqualTo(Double.valueOf(expected.time()));
    assertThat(back.title()).isEqualTo(expected.title());
    assertThat(back.valueUnits()).isEqualTo(expected.valueUnits());
  }
}
