package hopfilm.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Python;
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

class FieldFilesTest {
  private static final double[] CELL = {4e-9, 3e-9, 1e-6 / 3};

  @TempDir Path folder;

  /** Three different counts and cell sizes, so that no two axes can be mistaken for each other. */
  private static OvfFile random() {
    Grid grid = new Grid(7, 5, 3, CELL[0], CELL[1], CELL[2]);
    VectorField f = new VectorField(grid);
    SplittableRandom r = new SplittableRandom(3);
    for (int i = 0; i < grid.cells(); i++) {
      f.x()[i] = r.nextDouble(-1, 1);
      f.y()[i] = r.nextDouble(-1, 1) * 1e-12;
      f.z()[i] = r.nextDouble(-1, 1) * 1e12;
    }
    return new OvfFile(f, 2.5e-9, "j", "A/m^2");
  }

  /** From and back to OVF in double precision through each format that is read: the same bytes. */
  @ParameterizedTest
  @EnumSource(
      value = FieldFormat.class,
      names = {"OVF_TEXT", "OVF8", "NPY", "CSV"})
  void theWayBackGivesTheSameBits(FieldFormat format) throws IOException {
    OvfFile content = random();
    Path file = folder.resolve("j" + format.ending());
    FieldFiles.write(file, content, format);
    OvfFile back = FieldFiles.read(file, CELL);
    for (int c = 0; c < 3; c++) {
      assertThat(back.field().component(c)).isEqualTo(content.field().component(c));
      // csv holds centres, from which the size comes back to rounding
      assertThat(back.field().grid().cellSize(c)).isCloseTo(CELL[c], within(1e-14 * CELL[c]));
    }
    if (format != FieldFormat.NPY) {
      assertThat(back.valueUnits()).isEqualTo("A/m^2");
    }
    Path first = folder.resolve("first.ovf");
    Path second = folder.resolve("second.ovf");
    FieldFiles.write(first, content, FieldFormat.OVF8);
    VectorField f = back.field();
    VectorField same = new VectorField(content.field().grid(), f.x(), f.y(), f.z());
    FieldFiles.write(second, new OvfFile(same, 2.5e-9, "j", "A/m^2"), FieldFormat.OVF8);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  /** numpy and h5py, plain reading of CSV and VTK, in a script. */
  @Test
  void otherProgramsReadWhatIsWritten() throws Exception {
    OvfFile content = random();
    for (FieldFormat format : FieldFormat.values()) {
      FieldFiles.write(folder.resolve(format.text() + format.ending()), content, format);
    }
    assertThat(Python.run("numpy, h5py", "fields.py", folder)).isEqualTo("same");
  }

  @Test
  void readsWhatNumpySaves() throws Exception {
    assertThat(Python.run("numpy", "save.py", folder)).isEqualTo("saved");
    for (String name : new String[] {"c8", "big", "c4", "film", "version2"}) {
      OvfFile f = FieldFiles.read(folder.resolve(name + ".npy"), CELL);
      Grid g = f.field().grid();
      assertThat(new int[] {g.nx(), g.ny(), g.nz()})
          .as(name)
          .containsExactly(4, 3, name.equals("film") ? 1 : 2);
      // the script saves 100 k + 10 j + i + c/4, exact in single precision too
      for (int i = 0; i < g.cells(); i++) {
        int j = i / g.nx() % g.ny();
        int k = i / (g.nx() * g.ny());
        assertThat(f.field().y()[i]).isEqualTo(100 * k + 10 * j + i % g.nx() + 0.25);
      }
    }
    refuses("fortran.npy", "Fortran order");
    refuses("int.npy", "numbers of type i8");
    refuses("scalar.npy", "shape is (3, 4)");
    refuses("nan.npy", "cell (1, 0, 0) holds");
  }

  private void refuses(String name, String what) {
    Path file = folder.resolve(name);
    assertThatThrownBy(() -> FieldFiles.read(file, CELL))
        .isInstanceOf(FieldException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(what)
        .hasMessageNotContaining("\n");
  }

  @Test
  void everyCutOfANumpyFileIsNoticed() throws IOException {
    Path whole = folder.resolve("whole.npy");
    FieldFiles.write(whole, random(), FieldFormat.NPY);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.npy");
    for (int length = 0; length < bytes.length; length += length < 140 ? 1 : 97) {
      Files.write(cut, java.util.Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> FieldFiles.read(cut, CELL))
          .as("cut after %d bytes", length)
          .isInstanceOf(FieldException.class);
    }
    assertThatThrownBy(() -> FieldFiles.read(whole, null)).hasMessageContaining("--cell");
    refuses("missing.npy", "no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x (m),y (m) | a,b | line 1 must be",
        "mx,my,mz | Bx (T),By (A/m),Bz (A/m) | the components have different units",
        "mx,my,mz | Bx (T),By,Bz | the components have different units",
        "mx,my,mz | mz,my,mx | \"mz\" stands for x",
        "mx,my,mz | Bx (T,By,Bz | \"Bx (T\" is not a name with a unit",
        "mx,my,mz | Bx_T,By_T,Bz_T | \"Bx_T\" is not a name with a unit, such as \"Bx (T)\"",
        "mx,my,mz | B_x in T,B_y in T,B_z in T | \"B_x in T\" is not a name with a unit",
        "mx,my,mz | Bx T,By T,Bz T | \"Bx T\" is not a name with a unit",
        "0.5,1.5,0.5,4 | 0.5,1.5,0.5,four | line 4: \"four\"",
        "0.5,1.5,0.5,4 | 0.5,1.5,0.5,4,9 | line 4 has 7 numbers",
        "0.5,1.5,0.5,4 | 0.5,1.5,0.5,NaN | line 4: NaN",
        "0.5,1.5,0.5,4 | 0.5,1.2,0.5,4 | cell 4 has its centre at y = 1.5",
        "1.5,1.5,0.5,4,0,0 | '' | holds 3 cells, which are not a full 2 x 1 x 1",
        "0.5,0.5,0.5,4 | 0.5,0.5,-0.5,4 | a cell size must be positive",
      })
  void saysWhatIsWrongWithATable(String from, String to, String what) throws IOException {
    String table =
        "x (m),y (m),z (m),mx,my,mz\n0.5,0.5,0.5,4,0,0\n1.5,0.5,0.5,4,0,0\n"
            + "0.5,1.5,0.5,4,0,0\n1.5,1.5,0.5,4,0,0\n";
    Path file = Files.writeString(folder.resolve("m.csv"), table);
    assertThat(FieldFiles.read(file, null).field().grid().dx()).isEqualTo(1);
    assertThat(table).contains(from);
    Files.writeString(file, table.replace(from, to), StandardCharsets.UTF_8);
    refuses("m.csv", what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mx,my,mz | ''",
        "'Bx (T),By (T),Bz (T)' | T",
        "'Bx [mT], By [mT], Bz [mT]' | mT",
        "'Bx[T],By[T],Bz[T]' | T",
        "B_x,B_y,B_z | ''",
        "H_X/A/m,H_Y/A/m,H_Z/A/m | A/m",
        "'a (A/m),b (A/m),c (A/m)' | A/m",
      })
  void aTableNamesItsUnit(String names, String unit) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("m.csv"), "x (m),y (m),z (m)," + names + "\n0.5,0.5,0.5,4,0,0\n");
    assertThat(FieldFiles.read(file, null).valueUnits()).isEqualTo(unit);
  }

  @Test
  void formatsByName() {
    assertThat(FieldFormat.named("ovf4")).contains(FieldFormat.OVF4);
    assertThat(FieldFormat.named("ovf")).contains(FieldFormat.OVF8);
    assertThat(FieldFormat.named("ovf9")).isEmpty();
    assertThat(FieldFormat.ofEnding(Path.of("a/M.OMF"))).contains(FieldFormat.OVF8);
    assertThat(FieldFormat.ofEnding(Path.of("a.vti"))).contains(FieldFormat.VTK);
    assertThat(FieldFormat.ofEnding(Path.of("ovf"))).isEmpty();
    refuses("m.vti", "fields are read from .ovf");
  }
}
