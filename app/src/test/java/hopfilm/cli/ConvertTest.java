package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import hopfilm.io.OvfFormat;
import hopfilm.magnet.Textures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertTest {
  @TempDir Path folder;
  private Path input;
  private VectorField m;

  @BeforeEach
  void aField() throws IOException {
    m = Textures.random(Grid.film(9, 6, 4e-9, 1e-6), 2);
    input = folder.resolve("m.ovf");
    Ovf.write(input, m, OvfFormat.BINARY8, "m", "", 1e-9);
  }

  private Program convert(Object... arguments) {
    List<String> words = Stream.of(arguments).map(Object::toString).toList();
    return Program.call(Stream.concat(Stream.of("convert"), words.stream()).toArray(String[]::new));
  }

  /** To each format by name and by ending, and back where it is read. */
  @ParameterizedTest
  @CsvSource({
    "ovf-text, .ovf, 8",
    "ovf4, .omf, 4",
    "ovf8, .ovf, 8",
    "npy, .npy, 8",
    "csv, .csv, 8",
    "vtk, .vti, 0",
    "hdf5, .h5, 0",
    "png, .png, 0"
  })
  void thereAndBack(String format, String ending, int width) throws IOException {
    Path there = folder.resolve("there" + ending);
    Program p = convert(input, "--to", format, "--out", there);
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out().strip()).isEqualTo(there.toString());
    if (width == 0) {
      assertThat(Files.size(there)).isGreaterThan(1000);
      return;
    }
    Path back = folder.resolve("back.ovf");
    p = convert(there, "--out", back, "--cell", "4 nm, 4 nm, 1 um");
    assertThat(p.status()).as(p.err()).isZero();
    OvfFile read = Ovf.read(back);
    for (int c = 0; c < 3; c++) {
      double[] expected = m.component(c).clone();
      for (int i = 0; i < expected.length; i++) {
        expected[i] = width == 4 ? (float) expected[i] : expected[i];
      }
      assertThat(read.field().component(c)).isEqualTo(expected);
    }
    if (format.equals("ovf-text") || format.equals("ovf8")) {
      assertThat(back).hasSameBinaryContentAs(input);
    }
  }

  @Test
  void aRunThatIsNotDoneIsConvertedWithAWarning() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("film.yaml"),
            "film: {size: [32 nm, 32 nm]}\nelectrodes: none\nprotocol: [rest: 1 ps]\n");
    Path run = folder.resolve("run");
    assertThat(Program.call("run", "" + file, "--out", "" + run).status()).isZero();
    assertThat(convert(run, "--out", folder.resolve("done.zarr")).err()).isEmpty();
    Path status = run.resolve("status.json");
    Files.writeString(status, Files.readString(status).replace("\"done\"", "\"stopped\""));
    Program p = convert(run, "--out", folder.resolve("stopped.zarr"));
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.err()).contains("warning: " + run + " is not done (stopped)");
  }

  @Test
  void aUnitThatAFormatCannotHoldIsNamed() throws IOException {
    Path field = folder.resolve("b.ovf");
    Ovf.write(field, m, OvfFormat.BINARY8, "B", "T", 0);
    assertThat(convert(field, "--to", "csv").err()).isEmpty();
    assertThat(convert(field, "--to", "npy").err())
        .contains("npy holds no unit: the values of ", " are in T");
    assertThat(convert(input, "--to", "npy").err()).isEmpty();
  }

  @Test
  void severalInputsBesideThemAndInAFolder() throws IOException {
    Path second = folder.resolve("n.ovf");
    Files.copy(input, second);
    assertThat(convert(input, second, "--to", "npy").status()).isZero();
    assertThat(folder.resolve("m.npy")).hasSameBinaryContentAs(folder.resolve("n.npy"));
    Path other = folder.resolve("pictures");
    assertThat(convert(input, second, "--to", "png", "--out", other).status()).isZero();
    assertThat(other.toFile().list()).containsExactlyInAnyOrder("m.png", "n.png");
    assertThat(ImageIO.read(other.resolve("m.png").toFile()).getWidth()).isGreaterThan(100);
  }

  @Test
  void replacesOnlyWhenForced() throws IOException {
    Path there = Files.writeString(folder.resolve("m.csv"), "mine");
    Program p = convert(input, "--to", "csv");
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).contains("exists already; add --force");
    assertThat(there).hasContent("mine");
    assertThat(convert(input, "--to", "csv", "--force").status()).isZero();
    assertThat(Files.readAllLines(there)).hasSize(9 * 6 + 1);
    // in its own place a file would be lost if the disk is full
    assertThat(convert(input, "--to", "ovf4", "--force").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "m.ovf",
        "m.ovf --to ovf",
        "m.ovf --out x.dat",
        "m.ovf --to npy --out no/such/folder/x.npy",
        "none.ovf --to npy",
        "m.ovf bad.ovf --to npy --out both",
        "m.ovf m2/m.ovf --to npy --out both",
        "m.ovf m2 --to npy --out both",
        "m2 --to hdf5",
        "m2 --to png",
        "bad.ovf --to csv",
        "picture.png --to ovf8",
        "a.npy --to ovf8",
        "a.npy --to ovf8 --cell 4nm",
        "a.npy --to ovf8 --cell 4,4,4",
        "a.npy --to ovf8 --cell 4nm,4nm,0nm",
        "a.npy --to ovf8 --cell 4nm,4nm,-1um",
      })
  void wrongInput(String arguments) throws IOException {
    Files.writeString(folder.resolve("bad.ovf"), "# OOMMF OVF 2.0\n");
    Files.writeString(folder.resolve("picture.png"), "");
    Files.createDirectory(folder.resolve("m2"));
    Files.copy(input, folder.resolve("m2/m.ovf"));
    convert(input, "--out", folder.resolve("a.npy"));
    List<Path> before = files();
    Object[] words =
        Stream.of(arguments.split(" "))
            .filter(w -> !w.isEmpty())
            .map(w -> w.matches("[a-z0-9/]+\\.[a-z]+|m2|both|no/.*") ? folder.resolve(w) : w)
            .toArray();
    Program p = convert(words);
    assertThat(p.status()).as(p.err()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err()).hasLineCount(1).startsWith("hopfilm: ").doesNotContain("Exception");
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }
}
