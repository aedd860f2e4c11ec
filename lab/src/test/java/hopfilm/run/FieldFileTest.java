package hopfilm.run;

import static hopfilm.units.Constants.MU0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FieldSource;
import hopfilm.experiment.NamedFile;
import hopfilm.file.ExperimentFile;
import hopfilm.film.ExternalField;
import hopfilm.film.FilmSetup;
import hopfilm.folder.RunFolder;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.magnet.Magnet;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** External fields from files: {@code film.field} and the fields of steps. */
class FieldFileTest {

  private static final Grid GRID = Grid.film(40, 32, 4e-9, 1e-6);

  @TempDir Path folder;

  private String file(VectorField field, String unit) throws IOException {
    Path path = folder.resolve("field.ovf");
    Ovf.write(path, field, OvfFormat.BINARY8, "H", unit, 0);
    return path.toString();
  }

  /** From 0 to 39 mT along x, in tesla. */
  private static VectorField rising() {
    VectorField field = new VectorField(GRID);
    for (int i = 0; i < GRID.cells(); i++) {
      field.z()[i] = 1e-3 * (i % GRID.nx());
    }
    return field;
  }

  @Test
  void uniformFileHasTheBitsOfAValue() throws IOException {
    String uniform = file(VectorField.uniform(GRID, 0.01, 0, 0.05), "T");
    String[] steps = {
      "film.field={value: [10 mT, 0 mT, 50 mT]}",
      "film.field={file: %s}".formatted(uniform),
      "protocol=[{field: {value: [10 mT, 0 mT, 50 mT], time: 20 ps, shape: pulse}},"
          + " {rest: {time: 20 ps, field: {value: [10 mT, 0 mT, 50 mT], shape: ramp}}}]",
      "protocol=[{field: {file: %1$s, time: 20 ps, shape: pulse}},"
          .concat(" {rest: {time: 20 ps, field: {file: %1$s, shape: ramp}}}]")
          .formatted(uniform)
    };
    for (int k = 0; k < steps.length; k += 2) {
      SmallFilm.run(folder.resolve("value" + k), steps[k]);
      SmallFilm.run(folder.resolve("file" + k), steps[k + 1]);
      assertThat(folder.resolve("file" + k + "/table.txt"))
          .hasSameBinaryContentAs(folder.resolve("value" + k + "/table.txt"));
    }
  }

  @Test
  void fieldOfEachCellIsThatOfTheFileTimesTheScale() throws IOException {
    Experiment e =
        SmallFilm.experiment("film.field={file: %s, scale: -2}".formatted(file(rising(), "T")));
    Magnet magnet = new FilmSetup(e, Parallel.SERIAL).magnet();
    VectorField h = magnet.fieldOfCells().orElseThrow();
    for (int i = 0; i < GRID.cells(); i++) {
      double expected = -2 * 1e-3 * (i % GRID.nx()) / MU0;
      assertThat(h.z()[i]).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
    }
    assertThat(Arrays.stream(h.x()).allMatch(v -> v == 0)).isTrue();
    // -mu0 Ms V sum of H for a film along z: the mean field is -39 mT
    double energy = magnet.energies(VectorField.uniform(GRID, 0, 0, 1)).zeeman();
    double expected = 700e3 * 0.039 * 160e-9 * 128e-9 * 1e-6;
    assertThat(energy).isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void filesInAmperesPerMetreNeedNoUnit() throws IOException {
    NamedFile file = new NamedFile(Path.of(file(rising(), "A/m")));
    FieldSource source = new FieldSource(Optional.empty(), Optional.of(file), 1);
    assertThat(ExternalField.read(source, GRID).z()).containsExactly(rising().z());
    file(rising(), "");
    assertThat(ExternalField.read(source, GRID).z()).containsExactly(rising().z());
  }

  /** Ku and exchange hold m near z: its tilt follows the field in the plane, from left to right. */
  @Test
  void filmTurnsWhereTheFieldIs() throws IOException {
    VectorField field = new VectorField(GRID);
    for (int i = 0; i < GRID.cells(); i++) {
      field.x()[i] = i % GRID.nx() < 20 ? 0 : 0.1;
    }
    Path run = folder.resolve("run");
    SmallFilm.run(
        run,
        "film.field={file: %s}".formatted(file(field, "T")),
        "material.D=0 mA",
        "initial={texture: uniform, relax: 400 ps}",
        "protocol=[{measure: a}]");
    VectorField m = Ovf.read(new RunFolder(run).measure("a")).field();
    // far from the step sin(tilt) = H/Hk, Hk = 2 Ku/(mu0 Ms): 0.1 T Ms/(2 Ku); walls are 8 nm wide
    double tilt = 0.1 * 700e3 / (2 * 172e3);
    int row = 16 * GRID.nx();
    assertThat(m.x()[row + 2]).isCloseTo(0, within(2e-3));
    assertThat(m.x()[row + 37]).isCloseTo(tilt, within(2e-3));
    assertThat(m.x()[row + 19] + m.x()[row + 20]).isCloseTo(tilt, within(0.02));
  }

  @Test
  void experimentIsReadBackWholeAndAnotherFieldIsAnotherRun() throws IOException {
    String step = "protocol=[{relax: {time: 5 ps, field: {file: %s, scale: 2, shape: ramp}}}]";
    Experiment e =
        SmallFilm.experiment(
            "film.field={file: %s}".formatted(file(rising(), "T")),
            step.formatted(folder.resolve("field.ovf")));
    assertThat(ExperimentFile.parse(ExperimentFile.write(e), "again", List.of())).isEqualTo(e);
    String before = InputHash.of(e);
    VectorField other = rising();
    other.z()[7] += 1e-9;
    file(other, "T");
    assertThat(InputHash.of(e)).isNotEqualTo(before);
  }

  @Test
  void pathsStartAtTheFolderOfTheExperiment() throws IOException {
    file(rising(), "T");
    Path yaml =
        Files.writeString(
            folder.resolve("e.yaml"),
            SmallFilm.YAML.replace("cell: 4 nm}", "cell: 4 nm, field: {file: field.ovf}}"));
    assertThat(ExperimentFile.read(yaml, List.of()).film().field().orElseThrow().file())
        .contains(new NamedFile(folder.resolve("field.ovf")));
  }

  @Test
  void wrongFilesGiveOneClearError() throws IOException {
    refused("film.field={file: nowhere.ovf}", "film.field.file: ", "nowhere.ovf");
    Ovf.write(
        folder.resolve("small.ovf"),
        new VectorField(Grid.film(8, 8, 4e-9, 1e-6)),
        OvfFormat.BINARY8,
        "H",
        "T",
        0);
    refused(
        "protocol=[{rest: {field: {file: %s}}}]".formatted(folder.resolve("small.ovf")),
        "field.file: ",
        "8 x 8 x 1 cells");
    refused(
        "film.field={file: %s}".formatted(file(rising(), "J/m^3")),
        "J/m^3",
        "a field is in A/m or T");
    refused(
        "film.field={file: %s, scale: 1e6}".formatted(file(rising(), "T")),
        "scale",
        "allowed: -100 MA/m to 100 MA/m");
    VectorField bad = rising();
    bad.y()[5] = Double.NaN;
    refused("film.field={file: %s}".formatted(file(bad, "T")), "film.field.file: ", "NaN");
  }

  private static void refused(String setting, String... parts) {
    assertThatThrownBy(() -> SmallFilm.experiment(setting))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContainingAll(parts);
  }
}
