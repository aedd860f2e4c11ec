package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.check.Plausibility;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmSetup;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Discretisation;
import hopfilm.magnet.Energies;
import hopfilm.magnet.Grains;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Material;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a film with a material of their own. */
class RegionsTest {

  private static final double MU0 = 4e-7 * Math.PI;

  /** The left half of a film of 160 x 128 nm. */
  private static final String LEFT =
      "{shape: rectangle, centre: [40 nm, 64 nm], size: [80 nm, 128 nm], %s}";

  private static final String DISC = "{shape: disc, centre: [80 nm, 64 nm], radius: 20 nm, %s}";

  @TempDir Path folder;

  private static Material material(Experiment e) {
    return new FilmSetup(e, Parallel.SERIAL).magnet().material();
  }

  private static Experiment film(String... regions) {
    return SmallFilm.experiment("regions=[" + String.join(", ", regions) + "]");
  }

  @Test
  void theFileIsWrittenAndReadBackWhole() {
    Experiment e =
        film(
            LEFT.formatted("Ku: 100 kJ/m^3, axis: [0, 1, 1]"),
            DISC.formatted("name: dot, Ms: 500 kA/m, A: 8 pJ/m, D: -3 mA, alpha: 0.02"));
    assertThat(e.disorder().regions()).hasSize(2);
    assertThat(ExperimentFile.parse(ExperimentFile.write(e), "again", List.of())).isEqualTo(e);
  }

  @Test
  void theLaterOneCountsAndWhatItDoesNotGiveStays() {
    Experiment e =
        film(
            LEFT.formatted("Ku: 100 kJ/m^3, alpha: 0.1, Ms: 350 kA/m"),
            DISC.formatted("Ku: 50 kJ/m^3, D: 6.5 mA, axis: [0, 3, 4]"));
    Material a = material(e);
    Grid grid = e.film().grid();
    double d = 0.5 * MU0 * 700e3 * 6.5e-3;
    for (int i = 0; i < grid.cells(); i++) {
      double x = (i % grid.nx() + 0.5) * 4 - 80;
      int row = i / grid.nx();
      double y = (row + 0.5) * 4 - 64;
      boolean isLeft = x < 0;
      boolean isDot = x * x + y * y < 400;
      assertThat(a.Ku().at(i)).isEqualTo(isDot ? 50e3 : isLeft ? 100e3 : 172e3);
      assertThat(a.Ms().at(i)).isEqualTo(isLeft ? 350e3 : 700e3);
      assertThat(a.alpha().at(i)).isEqualTo(isLeft ? 0.1 : 0.3);
      assertThat(a.axis().at(1, i)).isEqualTo(isDot ? 0.6 : 0);
      // D_H counts with the Ms there
      assertThat(a.D().at(i)).isCloseTo(isLeft && isDot ? d / 2 : d, within(1e-12 * d));
    }
  }

  @Test
  void regionsOfTheSameMaterialHaveTheBitsOfNone() throws IOException {
    String same =
        "Ms: 700 kA/m, A: 10 pJ/m, Ku: 172 kJ/m^3, D: 6.5 mA, alpha: 0.3, axis: [0, 0, 2]";
    SmallFilm.run(folder.resolve("none"));
    SmallFilm.run(
        folder.resolve("same"),
        "regions=[" + LEFT.formatted(same) + ", " + DISC.formatted(same) + "]");
    assertThat(folder.resolve("same/table.txt"))
        .hasSameBinaryContentAs(folder.resolve("none/table.txt"));
    SmallFilm.run(folder.resolve("other"), "regions=[" + LEFT.formatted("alpha: 0.29") + "]");
    assertThat(Files.readString(folder.resolve("other/table.txt")))
        .isNotEqualTo(Files.readString(folder.resolve("none/table.txt")));
  }

  /**
   * By hand, in two halves: w = A_ij (m_j - m_i)^2/dx^2 for each bond, A_ij the harmonic mean, and
   * -Ku (m.e)^2, -mu0 Ms m.H for each cell (docs/explanation/physics.md); the standard
   * discretisation.
   */
  @ParameterizedTest
  @ValueSource(strings = {"open", "periodic"})
  void energiesAreSumsOverBothHalves(String edges) throws IOException {
    Experiment e =
        SmallFilm.experiment(
            "film.edges=" + edges,
            "electrodes=none",
            "protocol=[{measure: a}]",
            "numerics.discretisation=standard",
            "material.D=0 mA",
            "regions=["
                + LEFT.formatted("Ms: 400 kA/m, A: 5 pJ/m, Ku: 90 kJ/m^3, axis: [3, 0, 4]")
                + "]");
    FilmSetup setup = new FilmSetup(e, Parallel.SERIAL);
    Grid grid = setup.grid();
    VectorField m = Textures.random(grid, 4);
    double[] h = {3e4, -2e4, 5e4};
    Energies energies =
        new Magnet(grid, setup.magnet().material(), Discretisation.STANDARD, h).energies(m);
    double exchange = 0;
    double anisotropy = 0;
    double zeeman = 0;
    int nx = grid.nx();
    int ny = grid.ny();
    double volume = grid.cellVolume();
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        int c = i + nx * j;
        boolean isLeft = i < nx / 2;
        double a = isLeft ? 5e-12 : 1e-11;
        double along = isLeft ? 0.6 * m.x()[c] + 0.8 * m.z()[c] : m.z()[c];
        anisotropy -= (isLeft ? 90e3 : 172e3) * along * along * volume;
        double mh = h[0] * m.x()[c] + h[1] * m.y()[c] + h[2] * m.z()[c];
        zeeman -= MU0 * (isLeft ? 400e3 : 700e3) * mh * volume;
        int right = edges.equals("open") && i == nx - 1 ? -1 : (i + 1) % nx + nx * j;
        int up = edges.equals("open") && j == ny - 1 ? -1 : i + nx * ((j + 1) % ny);
        double other = (i + 1) % nx < nx / 2 ? 5e-12 : 1e-11;
        exchange += right < 0 ? 0 : 2 * a * other / (a + other) * square(m, c, right);
        exchange += up < 0 ? 0 : a * square(m, c, up);
      }
    }
    exchange *= volume / (grid.dx() * grid.dx());
    // rounding of sums over a thousand cells
    assertThat(energies.exchange()).isCloseTo(exchange, within(1e-12 * exchange));
    assertThat(energies.anisotropy()).isCloseTo(anisotropy, within(1e-12 * -anisotropy));
    double scale = MU0 * 700e3 * 6.2e4 * volume * grid.cells();
    assertThat(energies.zeeman()).isCloseTo(zeeman, within(1e-12 * scale));
  }

  private static double square(VectorField m, int a, int b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double d = m.component(c)[a] - m.component(c)[b];
      sum += d * d;
    }
    return sum;
  }

  @Test
  void grainsAreAFactorOfTheRegionAndTiltItsAxis() {
    String grains = "grains={size: 32 nm, spread: {Ku: 5 %, axis: 3 deg}, seed: 2}";
    Experiment plain = SmallFilm.experiment(grains);
    Experiment both =
        SmallFilm.experiment(
            grains, "regions=[" + LEFT.formatted("Ku: 86 kJ/m^3, axis: [1, 0, 0]") + "]");
    Material one = material(plain);
    Material two = material(both);
    Grid grid = both.film().grid();
    Grains voronoi = Grains.voronoi(grid, 32e-9, 2);
    double[] cosine = new double[voronoi.count()];
    for (int i = 0; i < grid.cells(); i++) {
      boolean isLeft = i % grid.nx() < grid.nx() / 2;
      assertThat(two.Ku().at(i)).isCloseTo((isLeft ? 0.5 : 1) * one.Ku().at(i), within(1e-9));
      // a grain tilts by the same angle about whatever axis
      double along = two.axis().at(isLeft ? 0 : 2, i);
      cosine[voronoi.of(i)] = cosine[voronoi.of(i)] == 0 ? along : cosine[voronoi.of(i)];
      assertThat(along).isCloseTo(cosine[voronoi.of(i)], within(1e-12));
    }
  }

  @Test
  void checkKnowsTheShortestLengthAndARegionThatIsNowhere() {
    assertThat(Plausibility.warnings(film(LEFT.formatted("Ku: 3 MJ/m^3"))))
        .anyMatch(w -> w.contains("a third of the wall width in regions[1]"));
    assertThat(
            Plausibility.warnings(
                film("{shape: disc, centre: [500 nm, 0 nm], radius: 9 nm, alpha: 1}")))
        .anyMatch(w -> w.startsWith("regions[1]: no centre of a cell"));
    Experiment e = film(LEFT.formatted("alpha: 1"));
    assertThat(e.disorder().facts(e.film()).get("regions")).isEqualTo("50.0 % of the film");
  }
}
