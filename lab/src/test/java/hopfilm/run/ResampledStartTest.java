package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.check.Plausibility;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmSetup;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start texture that is carried over to cells of another size, and sweeps over them. */
class ResampledStartTest {

  @TempDir Path folder;

  private static double energy(FilmSetup setup, VectorField m) {
    return setup.magnet().energies(m).total();
  }

  private FilmSetup from(VectorField m, String cell) throws IOException {
    Path file = folder.resolve("m-%s.ovf".formatted(cell.replace(" ", "")));
    Ovf.write(file, m, OvfFormat.BINARY8, "m", "", 0);
    return new FilmSetup(
        SmallFilm.experiment(
            "initial={file: %s, resample: on}".formatted(file), "film.cell=" + cell),
        Parallel.SERIAL);
  }

  /** A maze of 4 nm on 2 nm and back. */
  @Test
  void aMazeSurvivesTheWayToSmallerCellsAndBack() throws IOException {
    SmallFilm.run(
        folder.resolve("maze"),
        "initial.relax.time=400 ps",
        "output.snapshots=400 ps",
        "output.table=400 ps",
        "protocol=[measure: a]");
    FilmSetup coarse = new FilmSetup(SmallFilm.experiment(), Parallel.SERIAL);
    VectorField m = read(folder.resolve("maze/m000001.ovf"));
    FilmSetup fine = from(m, "2 nm");
    VectorField small = fine.start(0);
    assertThat(fine.carriedOver())
        .hasValue(
            "40 x 32 x 1 cells of 4 nm x 4 nm x 1 um to 80 x 64 x 1 cells of 2 nm x 2 nm x 1 um");
    FilmSetup back = from(small, "4 nm");
    VectorField again = back.start(0);
    double most = 0;
    double squares = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < m.grid().cells(); i++) {
        double d = m.component(c)[i] - again.component(c)[i];
        most = Math.max(most, Math.abs(d));
        squares += d * d;
      }
    }
    double before = energy(coarse, m);
    // six cells miss walls that turn by 0.5 from cell to cell by 1e-3, and their ends by most
    assertThat(Math.sqrt(squares / m.grid().cells())).isLessThan(3e-3);
    assertThat(most).isLessThan(1e-2);
    // other cells are another discretisation as well: second order, (k dx)^2/12 = 2 % of a wall's
    assertThat(energy(fine, small)).isCloseTo(before, within(0.02 * Math.abs(before)));
    assertThat(energy(back, again)).isCloseTo(before, within(0.01 * Math.abs(before)));
  }

  @Test
  void theReportSaysWhatWasCarriedOver() throws IOException {
    SmallFilm.run(folder.resolve("maze"), "protocol=[rest: 15 ps]");
    Path out = folder.resolve("fine");
    SmallFilm.run(
        out,
        "film.cell=8 nm",
        "output.report=on",
        "protocol=[rest: 1 ps]",
        "initial={file: %s, resample: on}".formatted(folder.resolve("maze/m000002.ovf")));
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("start, resampled")
        .contains(
            "40 x 32 x 1 cells of 4 nm x 4 nm x 1 um to 20 x 16 x 1 cells of 8 nm x 8 nm x 1 um");
    assertThat(Files.readString(out.resolve("experiment.yaml"))).contains("resample: on");
  }

  /** A mesh test of one maze, as the documents say: a single texture, resampled by each run. */
  @Test
  void aSweepOverCellsIsWarnedOfUnlessItStartsFromOneTexture() throws IOException {
    VectorField m = new FilmSetup(SmallFilm.experiment(), Parallel.SERIAL).start(1);
    Path file = folder.resolve("m.ovf");
    Ovf.write(file, m, OvfFormat.BINARY8, "m", "", 0);
    String mesh = "film.cell=[4 nm, 2 nm]";
    assertThat(ofMazes(mesh))
        .singleElement()
        .asString()
        .contains("(40 x 32 x 1, 80 x 64 x 1)", "more than their mesh", "resample: on")
        .hasLineCount(1);
    assertThat(ofMazes("film.layers=[1, 2]")).singleElement().asString().contains("their mesh");
    assertThat(ofMazes("film.size=[[160 nm, 128 nm], [320 nm, 128 nm]]"))
        .singleElement()
        .asString()
        .contains("more than their size; compare means over several initial.seed");
    assertThat(ofMazes("film.thickness=[1 um, 20 nm]")).isEmpty();
    assertThat(ofMazes("initial.seed=1..3")).isEmpty();
    assertThat(ofMazes(mesh, "initial.texture=helix")).isEmpty();
    assertThat(ofMazes(mesh, "initial={file: %s, resample: on}".formatted(file))).isEmpty();
  }

  private static List<String> ofMazes(String... settings) {
    return Plausibility.warnings(SmallFilm.study(settings).runs()).stream()
        .filter(w -> w.contains("is another maze"))
        .toList();
  }

  @Test
  void filmsOfOtherSizeAreRefusedAndOtherCellsNeedTheKey() throws IOException {
    VectorField m = new FilmSetup(SmallFilm.experiment(), Parallel.SERIAL).start(1);
    Path file = folder.resolve("m.ovf");
    Ovf.write(file, m, OvfFormat.BINARY8, "m", "", 0);
    String start = "initial={file: %s, resample: %s}";
    assertThatThrownBy(() -> SmallFilm.study(start.formatted(file, "off"), "film.cell=2 nm"))
        .hasMessageContaining("initial.file: ")
        .hasMessageContaining("or initial.resample: on for a film of the same size");
    for (String other :
        List.of(
            "film.size=[160 nm, 136 nm]", "film.thickness=20 nm", "film.size=[240 nm, 192 nm]")) {
      assertThatThrownBy(() -> SmallFilm.study(start.formatted(file, "on"), other))
          .hasMessageContaining("initial.file: ")
          .hasMessageContaining("both films must have the same size");
    }
    assertThatThrownBy(() -> SmallFilm.study("initial.resample=on"))
        .hasMessageContaining("initial.resample: the texture maze has no resample; leave it out");
    Experiment same = SmallFilm.experiment(start.formatted(file, "on"));
    assertThat(ExperimentFile.parse(ExperimentFile.write(same), "small", List.of()))
        .isEqualTo(same);
  }

  private static VectorField read(Path file) throws IOException {
    try {
      return Ovf.read(file).field();
    } catch (hopfilm.io.OvfException e) {
      throw new IOException(e);
    }
  }
}
