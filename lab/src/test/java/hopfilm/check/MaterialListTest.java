package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.key.Materials;
import hopfilm.units.Constants;
import hopfilm.units.Dimension;
import hopfilm.units.PublishedMaterials;
import hopfilm.units.Quantity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialListTest {

  /** Ranges of metals and oxides, wide, against slips of powers of ten and units. */
  private static final Map<String, String[]> PLAUSIBLE =
      Map.of(
          "Ms", new String[] {"100 kA/m", "2 MA/m"},
          "A", new String[] {"1 pJ/m", "50 pJ/m"},
          "Ku", new String[] {"-1 MJ/m^3", "1 MJ/m^3"},
          "alpha", new String[] {"0.0005", "0.5"},
          "P", new String[] {"0.1", "1"},
          "rho_perp", new String[] {"0.04 uOhm m", "20 uOhm m"},
          "amr", new String[] {"0.1 %", "20 %"});

  private static final Map<String, Dimension> DIMENSIONS =
      Map.of(
          "Ms", Dimension.MAGNETISATION,
          "A", Dimension.EXCHANGE_STIFFNESS,
          "Ku", Dimension.ENERGY_DENSITY,
          "alpha", Dimension.FRACTION,
          "P", Dimension.FRACTION,
          "rho_perp", Dimension.RESISTIVITY,
          "amr", Dimension.FRACTION,
          "Tc", Dimension.TEMPERATURE);

  @Test
  void everyValueHasASourceOrAReason() {
    Materials.all()
        .forEach(
            (name, m) ->
                m.values()
                    .forEach(
                        (key, v) -> {
                          assertThat(v.text()).as(name + " " + key).isNotEmpty();
                          assertThat(v.doi().isEmpty()).isNotEqualTo(v.why().isEmpty());
                          // a DOI: directory, registrant, suffix (ISO 26324)
                          assertThat(v.doi()).matches("|10\\.\\d{4,5}/[-._;()/:A-Za-z0-9]+");
                          assertThat(Materials.NEEDED.contains(key) || Materials.MORE.contains(key))
                              .as(key)
                              .isTrue();
                        }));
  }

  /**
   * At 0 K, Ms is the moment of an atom (J. M. D. Coey, Magnetism and Magnetic Materials, in Bohr
   * magnetons) times the number of atoms: density over molar mass. Near 300 K it is 1 to 4 % less.
   */
  @ParameterizedTest
  @CsvSource({"Co, 1.72, 58.933", "Fe, 2.22, 55.845", "Ni, 0.6, 58.693"})
  void theElementsHaveTheirValuesNearRoomTemperature(String name, double moment, double molar) {
    PublishedMaterials.Entry m = Materials.all().get(name);
    double density = Double.parseDouble(m.values().get("density").text().split(" ")[0]);
    double atoms = density / (molar * 1e-3) * 6.02214076e23;
    double ms = Quantity.parse(m.values().get("Ms").text(), Dimension.MAGNETISATION);
    assertThat(ms / (moment * Constants.MUB * atoms)).isBetween(0.95, 0.995);
    assertThat(m.about()).contains("near 300 K");
  }

  @Test
  void valuesAreInPlausibleRanges() {
    Materials.all()
        .forEach(
            (name, m) ->
                m.values()
                    .forEach(
                        (key, v) -> {
                          Dimension d = DIMENSIONS.get(key);
                          if (d == null) {
                            return;
                          }
                          double si = Quantity.parse(v.text(), d);
                          String[] range =
                              PLAUSIBLE.getOrDefault(key, new String[] {"1 K", "1500 K"});
                          assertThat(si)
                              .as(name + " " + key)
                              .isBetween(Quantity.parse(range[0], d), Quantity.parse(range[1], d));
                          if (!v.range().isEmpty()) {
                            String[] ends = v.range().split(" to ");
                            assertThat(si)
                                .isBetween(Quantity.parse(ends[0], d), Quantity.parse(ends[1], d));
                          }
                        }));
    // volumetric heat of solids is 1.5 to 4.5 MJ/(m^3 K) (Dulong and Petit)
    Materials.all()
        .forEach(
            (name, m) -> {
              if (m.values().containsKey("density")) {
                double c = first(m, "specific_heat") * first(m, "density");
                assertThat(c).as(name).isBetween(1.5e6, 4.5e6);
              }
            });
  }

  private static double first(PublishedMaterials.Entry m, String key) {
    return Double.parseDouble(m.values().get(key).text().split(" ")[0]);
  }

  @Test
  void aPresetIsAFilmWithWhatIsGivenBesideIt() {
    String yaml =
        "material: {preset: FeGe, Ms: 300 kA/m, alpha: 0.3, P: 0.5, rho_perp: 2 uOhm m, amr: 1 %}";
    Experiment e = ExperimentFile.parse(yaml, "e", List.of());
    assertThat(e.material().Ms()).isEqualTo(300e3);
    assertThat(e.material().A()).isEqualTo(8.78e-12);
    assertThat(e.material().Ku()).isZero();
    // the helix that the literature names
    assertThat(LengthScales.of(e).pitch()).isBetween(69e-9, 71e-9);
    String written = ExperimentFile.write(e);
    assertThat(written).doesNotContain("preset");
    assertThat(ExperimentFile.parse(written, "e", List.of())).isEqualTo(e);
  }

  @Test
  void presetsCanBeSwept() {
    String yaml =
        """
        material: {alpha: 0.3, P: 0.5, rho_perp: 2 uOhm m, amr: 1 %}
        initial: {texture: uniform}
        sweep: {material.preset: [FeGe, Co, Ni]}
        """;
    var study = ExperimentFile.study(yaml, "e", List.of());
    assertThat(study.runs()).hasSize(3);
    assertThat(study.runs().get(1).experiment().material().Ms()).isEqualTo(1440e3);
    assertThat(ExperimentFile.study(ExperimentFile.write(study), "e", List.of())).isEqualTo(study);
  }

  @Test
  void theListSaysWhatAFilmCouldDo() {
    Map<String, List<String>> rows =
        MaterialList.rows().stream().collect(Collectors.toMap(r -> r.get(0), r -> r));
    assertThat(rows.get("FeGe"))
        .containsExactly(
            "FeGe",
            "alpha, P, rho_perp, amr",
            "276 K",
            "yes, period 70 nm",
            "yes, period 70 nm",
            "?",
            "?");
    assertThat(rows.get("Ni80Fe20")).contains("no, D = 0", "3 %", "3 %");
    assertThat(rows.get("Co-Pt").get(3)).isEqualTo("? (A)");
    assertThatThrownBy(() -> MaterialList.of("FeG")).hasMessageContaining("did you mean FeGe?");
    assertThatThrownBy(() -> MaterialList.of("unobtainium")).hasMessageContaining("there are FeGe");
  }
}
