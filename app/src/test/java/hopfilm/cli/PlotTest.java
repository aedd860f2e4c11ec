package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotTest {

  @TempDir Path folder;
  private Path run;

  @BeforeEach
  void aRun() throws IOException {
    run = Files.createDirectory(folder.resolve("run"));
    StringBuilder table = new StringBuilder("# t (s)\tgx ()\tgy ()\tE_total (J)\tE_prime (W)\n");
    for (int k = 0; k < 30; k++) {
      table.append("%de-10\t0.8%d\t0.7%d\t-%de-15\tNaN\n".formatted(k, k, k, k));
    }
    Files.writeString(run.resolve("table.txt"), table);
  }

  private Program plot(String... words) {
    String[] args = new String[words.length + 2];
    args[0] = "plot";
    args[1] = run.toString();
    System.arraycopy(words, 0, args, 2, words.length);
    return Program.call(args);
  }

  @Test
  void drawsColumnsAsSvgAndPng() throws IOException {
    Program p = plot("t", "gx", "gy", "--title", "both");
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out().lines())
        .containsExactly(
            run.resolve("plot_t_gx_gy.svg").toString(), run.resolve("plot_t_gx_gy.png").toString());
    assertThat(Files.readString(run.resolve("plot_t_gx_gy.svg"))).contains("<svg");
    assertThat(ImageIO.read(run.resolve("plot_t_gx_gy.png").toFile()).getWidth())
        .isGreaterThan(1000);
  }

  @Test
  void drawsSeveralRunsIntoOneFile() throws IOException {
    Path file = folder.resolve("x.PNG");
    Program p = plot("gx", "E_total", "--run", run.toString(), "--out", file.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(ImageIO.read(file.toFile())).isNotNull();
    assertThat(run.toFile().list()).containsExactly("table.txt");
  }

  /** As a shell fills in {@code sweep/*}. */
  @Test
  void takesWhatAPatternFinds() throws IOException {
    Path sweep = Files.createDirectory(folder.resolve("sweep"));
    for (String name : List.of("001_a", "002_a")) {
      Path own = Files.createDirectory(sweep.resolve(name));
      Files.copy(run.resolve("table.txt"), own.resolve("table.txt"));
    }
    Files.writeString(sweep.resolve("runs.csv"), "run\n");
    Program p =
        Program.call(
            "plot",
            sweep.resolve("001_a").toString(),
            sweep.resolve("002_a").toString(),
            sweep.resolve("runs.csv").toString(),
            "t",
            "gx");
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.err())
        .isEqualToIgnoringNewLines("hopfilm: 1 of 3 are not run folders and are left out");
    assertThat(p.out()).startsWith(sweep.resolve("plot_t_gx.svg").toString());
    assertThat(Files.readString(sweep.resolve("plot_t_gx.svg"))).contains("sweep: gx against t");
    p = Program.call("plot", sweep.toString(), "t", "gx");
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).contains("name run folders in it, such as " + sweep + "/0*");
  }

  @Test
  void listsTheColumns() {
    assertThat(plot().out().lines())
        .containsExactly("t (s)", "gx", "gy", "E_total (J)", "E_prime (W)");
  }

  /** Of two units, below each other. */
  @Test
  void eachUnitGetsAPanel() throws IOException {
    assertThat(plot("t", "gx", "E_total", "--out", run.resolve("two.svg").toString()).status())
        .isZero();
    assertThat(Files.readString(run.resolve("two.svg")))
        .contains("gx against t", "E_total against t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "t gX | did you mean gx?",
        "time gx | no column time",
        "t | name at least one column",
        "t E_prime | no row has a number in both columns",
        "t gx --out x.pdf | end the name with .svg or .png",
        "t gx --out nowhere/x.png | there is no folder",
        "t gx --run nowhere | is not a folder",
        "--movie | no two snapshots",
        "t gx --movie | takes one run folder",
      })
  void refusesWhatCannotBeDrawn(String words, String message) {
    Program p = plot(words.split(" "));
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err().lines()).hasSize(1);
    assertThat(p.err()).contains(message);
    assertThat(run.toFile().list()).containsExactly("table.txt");
  }

  @Test
  void makesTheMovieAgain() throws IOException {
    for (int k = 0; k < 3; k++) {
      VectorField m = VectorField.uniform(Grid.film(8, 8, 4e-9, 1e-6), 0, 0, 1);
      Path file = run.resolve("m00000%d.ovf".formatted(k));
      Ovf.write(file, m, OvfFormat.BINARY8, "m", "", k * 1e-9);
    }
    Program p = plot("--movie");
    assertThat(p.status()).as(p.err()).isZero();
    for (String name : List.of("film-strip.svg", "film-strip.png", "film.gif")) {
      assertThat(run.resolve(name)).isNotEmptyFile();
    }
  }

  /** The gallery makes a picture of an example, says how, and keeps what it said of others. */
  @Test
  void makesAPictureForTheGallery() throws IOException {
    Path out = Files.createDirectory(folder.resolve("gallery"));
    Files.writeString(out.resolve("README.md"), "# Gallery\n\n## another\n\nkept\n");
    String example = Program.repository().resolve("examples/four-node.yaml").toString();
    Program p =
        Program.call(
            "gallery",
            example,
            "--out",
            out.toString(),
            "--set",
            "film.cell=16 nm",
            "--set",
            "initial.relax.time=10 ps",
            "--set",
            "train.time=10 ps",
            "--set",
            "rest.time=10 ps");
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(ImageIO.read(out.resolve("four-node.png").toFile()).getWidth())
        .isBetween(1000, 2000);
    assertThat(Files.readString(out.resolve("README.md")))
        .contains("## another\n\nkept", "## four-node\n\nThe thin device (20 nm", "(four-node.png)")
        .contains("./hopfilm run examples/four-node.yaml --set 'film.cell=16 nm'")
        .contains("--set train.pattern=+-+-");
  }
}
