package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.check.Plausibility;
import hopfilm.experiment.DisorderSpec;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmSetup;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.io.Ovf;
import hopfilm.magnet.Material;
import hopfilm.magnet.PinningSites;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Grains and pinning sites of an experiment file, and what a run makes of them. */
class DisorderRunTest {

  private static final String PINNING =
      "pinning={density: 1000 1/um^2, radius: 10 nm, seed: 5, %s}";

  @TempDir Path folder;

  private static Material material(Experiment e) {
    return new FilmSetup(e, Parallel.SERIAL).magnet().material();
  }

  @Test
  void theFileIsWrittenAndReadBackWhole() {
    Experiment e =
        SmallFilm.experiment(
            PINNING.formatted("Ku: -30 kJ/m^3"),
            "grains={size: 33 nm, spread: {Ku: 5.1 %, D: 2 %, axis: 3 deg}, seed: 9}");
    assertThat(e.disorder().pinning().orElseThrow())
        .isEqualTo(
            new DisorderSpec.Pinning(1e15, 10e-9, java.util.OptionalDouble.of(-30e3), false, 5));
    assertThat(e.disorder().grains().orElseThrow().spread().axis())
        .isCloseTo(Math.toRadians(3), within(1e-15));
    assertThat(ExperimentFile.parse(ExperimentFile.write(e), "again", List.of())).isEqualTo(e);
    Experiment frozen = SmallFilm.experiment(PINNING.formatted("frozen: true"));
    assertThat(ExperimentFile.parse(ExperimentFile.write(frozen), "again", List.of()))
        .isEqualTo(frozen);
    assertThat(SmallFilm.experiment().disorder()).isEqualTo(DisorderSpec.NONE);
  }

  @Test
  void sitesHaveTheirAnisotropyInTheCellsOfTheFilmOnly() {
    Experiment e =
        SmallFilm.experiment(
            PINNING.formatted("Ku: 30 kJ/m^3"),
            "grains={size: 33 nm, spread: {Ku: 5 %, D: 5 %, axis: 3 deg}}",
            "film.mask=[{shape: disc, centre: [80 nm, 64 nm], radius: 20 nm}]");
    Material a = material(e);
    Grid grid = e.film().grid();
    PinningSites sites = PinningSites.random(grid, 1e15, 10e-9, 5);
    int pinned = 0;
    int varied = 0;
    for (int i = 0; i < grid.cells(); i++) {
      if (!e.film().cells().inside(i)) {
        assertThat(a.Ku().at(i)).isZero();
        assertThat(a.D().at(i)).isZero();
      } else if (sites.inside()[i]) {
        assertThat(a.Ku().at(i)).isEqualTo(30e3);
        pinned++;
      } else {
        // three deviations of 5 %
        assertThat(a.Ku().at(i)).isBetween(0.85 * 172e3, 1.15 * 172e3);
        varied += a.Ku().at(i) != 172e3 ? 1 : 0;
      }
    }
    assertThat(pinned).isGreaterThan(100);
    assertThat(varied).isGreaterThan(500);
    assertThat(a.axis().isUniform()).isFalse();
  }

  @Test
  void grainsWithoutSpreadAreNoGrains() throws IOException {
    SmallFilm.run(folder.resolve("none"));
    RunResult zero = SmallFilm.run(folder.resolve("zero"), "grains={size: 30 nm}");
    assertThat(folder.resolve("zero/table.txt"))
        .hasSameTextualContentAs(folder.resolve("none/table.txt"));
    assertThat(zero.warnings()).anyMatch(w -> w.startsWith("grains: without a spread"));
    SmallFilm.run(folder.resolve("some"), "grains={size: 30 nm, spread: {D: 5 %}}");
    assertThat(Files.readString(folder.resolve("some/table.txt")))
        .isNotEqualTo(Files.readString(folder.resolve("none/table.txt")));
  }

  @Test
  void frozenSitesStayAsTheyRelaxed() throws IOException {
    SmallFilm.run(folder, PINNING.formatted("frozen: true"), "output.snapshots=5 ps");
    VectorField start = Ovf.read(folder.resolve("m000000.ovf")).field();
    VectorField relaxed = Ovf.read(folder.resolve("m000005.ovf")).field();
    VectorField end = Ovf.read(folder.resolve("m000013.ovf")).field();
    boolean[] inside = PinningSites.random(relaxed.grid(), 1e15, 10e-9, 5).inside();
    for (int i = 0; i < inside.length; i++) {
      assertThat(relaxed.x()[i]).isNotEqualTo(start.x()[i]);
      assertThat(end.x()[i] == relaxed.x()[i] && end.z()[i] == relaxed.z()[i]).isEqualTo(inside[i]);
    }
    JsonNode seeds = SmallFilm.summary(folder).get("seeds");
    assertThat(seeds.get("pinning.seed").asInt()).isEqualTo(5);
    assertThat(seeds.has("grains.seed")).isFalse();
  }

  @Test
  void checkSaysHowMuchThereIsAndWarnsWhereThereIsNone() {
    Experiment e =
        SmallFilm.experiment(
            PINNING.formatted("frozen: true"), "grains={size: 32 nm, spread: {Ku: 5 %}}");
    // 160 x 128 nm^2: 20 sites and 20 grains
    assertThat(e.disorder().facts(e.film()).get("pinning sites"))
        .startsWith("20 of 10 nm radius, on 2");
    assertThat(e.disorder().facts(e.film()).get("grains")).isEqualTo("20 of about 32 nm");
    assertThat(Plausibility.warnings(e)).noneMatch(w -> w.startsWith("pinning"));
    Experiment none =
        SmallFilm.experiment("pinning={density: 1 1/um^2, radius: 10 nm, Ku: 1 kJ/m^3}");
    assertThat(Plausibility.warnings(none))
        .anyMatch(w -> w.startsWith("pinning: no cell of the film lies in a site"));
  }
}
