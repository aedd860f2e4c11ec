package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.film.FilmSetup;
import hopfilm.magnet.Material;
import hopfilm.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regions with a polarisation, resistivity and anisotropy of their own. */
class RegionsTest {

  /** The left half of the small film. */
  private static final String LEFT =
      "regions=[{shape: rectangle, centre: [40 nm, 64 nm], size: [80 nm, 128 nm], %s}]";

  private static final String MATERIAL = "material.Kc1=2 kJ/m^3";

  @TempDir Path folder;

  @Test
  void aRegionWithTheValuesOfTheFilmHasTheBitsOfNone() throws IOException {
    SmallFilm.run(folder.resolve("none"), MATERIAL);
    String same = "P: 1, rho_perp: 0.15 uOhm m, Ku2: 0 kJ/m^3, Kc1: 2 kJ/m^3";
    SmallFilm.run(folder.resolve("same"), MATERIAL, LEFT.formatted(same));
    assertThat(folder.resolve("same/table.txt"))
        .hasSameBinaryContentAs(folder.resolve("none/table.txt"));
  }

  @Test
  void cellsHaveTheValuesOfTheirRegion() {
    String other = "P: 0.3, Ku2: 5 kJ/m^3, Kc1: -4 kJ/m^3";
    Experiment e = SmallFilm.experiment(MATERIAL, LEFT.formatted(other));
    Material a = new FilmSetup(e, Parallel.SERIAL).magnet().material();
    int left = 40 * 16 + 5;
    int right = 40 * 16 + 35;
    assertThat(a.P().at(left)).isEqualTo(0.3);
    assertThat(a.P().at(right)).isEqualTo(1);
    assertThat(a.anisotropy().fourth().Ku2().at(left)).isEqualTo(5e3);
    assertThat(a.anisotropy().fourth().Ku2().at(right)).isZero();
    assertThat(a.anisotropy().fourth().Kc1().at(left)).isEqualTo(-4e3);
    assertThat(a.anisotropy().fourth().Kc1().at(right)).isEqualTo(2e3);
  }

  /** Halves in series: 0.15 uOhm m and 0.6 uOhm m between the edges of a film of 160 x 128 nm. */
  @Test
  void halvesInSeriesAddTheirResistances() throws IOException {
    SmallFilm.run(
        folder.resolve("run"),
        LEFT.formatted("rho_perp: 0.6 uOhm m"),
        "electrodes={layout: sides-x}",
        "material.amr=0 %",
        "protocol=[{measure: a}]");
    double g =
        SmallFilm.matrix(SmallFilm.summary(folder.resolve("run")).at("/conductance/a"))[0][1];
    double ohm = (0.15e-6 + 0.6e-6) / 2 * 160e-9 / (128e-9 * 1e-6);
    // the solver's tolerance of a measure
    assertThat(g).isCloseTo(-1 / ohm, within(1e-7 / ohm));
  }
}
