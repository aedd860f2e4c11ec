package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.FilmSpec;
import hopfilm.experiment.MaterialSpec;
import hopfilm.magnet.DmiKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that all have other values: two that are exchanged while reading or writing show. */
class EveryValueInItsPlaceTest {

  private static final String YAML =
      """
      film: {size: [96 nm, 80 nm], cell: 4 nm, thickness: 33 nm, layers: 3}
      material:
        Ms: 401 kA/m
        A: 7 pJ/m
        Ku: 55 kJ/m^3
        axis: [1, 2, 3]
        D: 1.25 mJ/m^2
        dmi: interfacial
        alpha: 0.17
        P: 0.61
        xi: 0.23
        rho_perp: 0.31 uOhm m
        amr: 12 %
        hall_angle: 3 deg
        planar_hall: off
        spin_orbit: {damping_like: 0.07, field_like: 0.09}
      electrodes: {layout: sides-x}
      protocol: [measure: a]
      temperature: 11 K
      seed: 5
      """;

  private static void isAsGiven(Experiment e) {
    FilmSpec film = e.film();
    assertThat(film.sizeX()).isEqualTo(96e-9);
    assertThat(film.sizeY()).isEqualTo(80e-9);
    assertThat(film.cell()).isEqualTo(4e-9);
    assertThat(film.thickness()).isEqualTo(33e-9);
    assertThat(film.layers()).isEqualTo(3);
    MaterialSpec m = e.material();
    assertThat(m.Ms()).isEqualTo(401e3);
    assertThat(m.A()).isEqualTo(7e-12);
    assertThat(m.Ku()).isEqualTo(55e3);
    assertThat(m.axis()).isEqualTo(List.of(1.0, 2.0, 3.0));
    assertThat(m.D()).isEqualTo(1.25e-3);
    assertThat(m.dmi()).isEqualTo(DmiKind.INTERFACIAL);
    assertThat(m.alpha()).isEqualTo(0.17);
    assertThat(m.P()).isEqualTo(0.61);
    assertThat(m.xi()).isEqualTo(0.23);
    assertThat(m.rhoPerp()).isEqualTo(0.31e-6);
    assertThat(m.amr()).isEqualTo(0.12);
    // degrees are no whole number of radians: rounding
    assertThat(m.hallAngle()).isCloseTo(Math.toRadians(3), within(1e-15));
    assertThat(m.planarHall()).isFalse();
    assertThat(m.spinOrbit().dampingLike()).isEqualTo(0.07);
    assertThat(m.spinOrbit().fieldLike()).isEqualTo(0.09);
    assertThat(e.temperature()).isEqualTo(11);
    assertThat(e.seed()).isEqualTo(5);
  }

  @Test
  void theReaderPutsEachValueWhereItBelongs() {
    isAsGiven(ExperimentFile.parse(YAML, "film", List.of()));
  }

  @Test
  void theWriterToo() {
    Experiment e = ExperimentFile.parse(YAML, "film", List.of());
    String written = ExperimentFile.write(e);
    for (String line :
        List.of(
            "Ms: 401 kA/m",
            "A: 7 pJ/m",
            "Ku: 55 kJ/m^3",
            "alpha: 0.17",
            "P: 0.61",
            "xi: 0.23",
            "rho_perp: 0.31 uOhm m",
            "amr: 12 %",
            "hall_angle: 3 deg",
            "spin_orbit: {damping_like: 0.07, field_like: 0.09}")) {
      assertThat(written).contains("  " + line + "\n");
    }
    isAsGiven(ExperimentFile.parse(written, "film", List.of()));
  }
}
