package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.Python;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.MaterialSpec;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.JsonFile;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  private static final String FILM =
      """
      film: {size: [48 nm, 40 nm], cell: 4 nm, thickness: 30 nm}
      material: {Ms: 580 kA/m, A: 13 pJ/m, Ku: 310 kJ/m^3, D: -2.3 mJ/m^2, axis: [0.3, -0.2, 0.8],
        rho_perp: 0.2 uOhm m, amr: 120 %}
      electrodes:
        - {name: a, shape: disc, centre: [8 nm, 8 nm], radius: 5 nm}
        - {name: b, shape: disc, centre: [36 nm, 12 nm], radius: 4 nm}
        - {name: c, shape: disc, centre: [20 nm, 32 nm], radius: 7 nm}
      protocol:
        - train: {voltages: [13 mV, -4 mV, 20 mV], time: 1 ns}
      """;

  @TempDir Path folder;

  private static Experiment film(String... settings) {
    return ExperimentFile.parse(FILM, "film", List.of(settings));
  }

  /** Waves in all components, of any length. */
  private static VectorField smooth(Grid grid) {
    SplittableRandom r = new SplittableRandom(7);
    VectorField m = new VectorField(grid);
    for (int c = 0; c < 3; c++) {
      for (int wave = 0; wave < 4; wave++) {
        double kx = r.nextDouble(-0.7, 0.7);
        double ky = r.nextDouble(-0.7, 0.7);
        double phase = r.nextDouble(6);
        for (int i = 0; i < grid.cells(); i++) {
          int row = i / grid.nx();
          m.component(c)[i] += Math.sin(kx * (i % grid.nx()) + ky * row + phase);
        }
      }
    }
    return m;
  }

  /** Dense algebra in numpy, derived from the equations; the script says how. */
  @ParameterizedTest
  @CsvSource({
    "covariant, bulk, open, off",
    "covariant, interfacial, periodic-x, off",
    "covariant, bulk, periodic, local",
    "standard, bulk, periodic-y, off",
    "standard, interfacial, open, on",
  })
  void agreesWithNumpy(String discretisation, String dmi, String edges, String demag)
      throws Exception {
    Experiment e =
        film(
            "numerics.discretisation=" + discretisation,
            "material.dmi=" + dmi,
            "film.edges=" + edges,
            "film.demag=" + demag);
    Path state = folder.resolve("m.ovf");
    Ovf.write(state, smooth(e.film().grid()), OvfFormat.BINARY8, "m", "", Double.NaN);
    Path out = Files.createDirectory(folder.resolve("out"));
    Evaluation.of(e, Evaluation.read(e, state), null).write(out);

    MaterialSpec a = e.material();
    Path file = folder.resolve("case.json");
    JsonFile.write(
        file,
        Map.ofEntries(
            Map.entry("state", state.toString()),
            Map.entry("Ms", 580e3),
            Map.entry("A", 13e-12),
            Map.entry("Ku", 310e3),
            Map.entry("axis", a.axis()),
            Map.entry("D", -2.3e-3),
            Map.entry("dmi", dmi),
            Map.entry("discretisation", discretisation),
            Map.entry("periodic_x", edges.equals("periodic") || edges.equals("periodic-x")),
            Map.entry("periodic_y", edges.equals("periodic") || edges.equals("periodic-y")),
            Map.entry("demag", demag),
            Map.entry("rho_perp", 2e-7),
            Map.entry("amr", 1.2),
            Map.entry(
                "discs",
                new double[][] {{8e-9, 8e-9, 5e-9}, {36e-9, 12e-9, 4e-9}, {20e-9, 32e-9, 7e-9}}),
            Map.entry("voltages", new double[] {0.013, -0.004, 0.02})));
    assertThat(Python.run("numpy", "evaluate.py", file, out)).contains("field total", "j ");
  }

  private static double anisotropy(Experiment e) {
    return 2 * e.material().Ku() / (4e-7 * Math.PI * e.material().Ms());
  }

  /** Known at a glance: a uniform film across a 1 V drop, no gradient, anisotropy alone. */
  @Test
  void aUniformFilm() throws IOException {
    Experiment e =
        ExperimentFile.parse(
            """
            film: {size: [40 nm, 20 nm], cell: 4 nm, thickness: 10 nm}
            material: {Ku: 200 kJ/m^3, D: 0 mJ/m^2, rho_perp: 0.1 uOhm m, amr: 150 %}
            electrodes: {layout: sides-x}
            protocol: [{measure: m}]
            """,
            "uniform", List.of());
    VectorField m = VectorField.uniform(e.film().grid(), 0, 0, 3);
    Evaluation r = Evaluation.of(e, m, new double[] {1, 0});
    // -Ku V = -2e5 J/m^3 x 8e-24 m^3
    assertThat(r.energies().get("anisotropy")).isCloseTo(-1.6e-18, within(1e-30));
    // m is brought to length one, so a uniform film has no other energy
    assertThat(r.energies().get("total")).isCloseTo(-1.6e-18, within(1e-30));
    // G = t w / (l rho) = 10 nm x 20 nm / (40 nm x 1e-7 Ohm m)
    assertThat(r.driven().currents()).containsExactly(new double[] {0.05, -0.05}, within(1e-12));
    assertThat(r.driven().power()).isCloseTo(0.05, within(1e-12));
    assertThat(r.driven().j().x()[7]).isCloseTo(1 / 40e-9 / 1e-7, within(1e3));
    assertThat(r.energies()).doesNotContainKey("oersted");
    Experiment turned =
        ExperimentFile.parse(
            """
            film: {size: [40 nm, 20 nm], cell: 4 nm, thickness: 10 nm, oersted: on}
            material: {D: 0 mJ/m^2, rho_perp: 0.1 uOhm m, amr: 150 %}
            electrodes: {layout: sides-x}
            protocol: [{measure: m}]
            """,
            "oersted", List.of());
    Evaluation o = Evaluation.of(turned, m, new double[] {1, 0});
    VectorField h = o.fields().get("oersted");
    // a current along x: down on its right, up on its left, and so no energy of a uniform m
    assertThat(h.z()[5]).isNegative().isCloseTo(-h.z()[45], within(1e-6));
    assertThat(o.energies().get("oersted")).isCloseTo(0, within(1e-28));
    assertThat(o.fields().get("total").z()[5] - r.fields().get("total").z()[5])
        .isCloseTo(h.z()[5] + anisotropy(turned) - anisotropy(e), within(1e-4));
    assertThatThrownBy(() -> Evaluation.of(e, m, new double[3]))
        .hasMessage("--voltages: 3 given, but there are 2 electrodes (left, right); give one each");
  }

  /** Cells of the hole are zero, as in snapshots, or hold what does not count. */
  @Test
  void aFilmWithAHole() throws IOException {
    Experiment e =
        ExperimentFile.parse(
            """
            film:
              size: [40 nm, 24 nm]
              cell: 4 nm
              thickness: 10 nm
              mask: [{shape: rectangle, centre: [20 nm, 12 nm], size: [8 nm, 8 nm]}]
            material: {Ku: 200 kJ/m^3, D: 0 mJ/m^2}
            electrodes: {layout: sides-x}
            protocol: [{measure: m}]
            """,
            "hole",
            List.of());
    Path state = folder.resolve("m.ovf");
    VectorField m = VectorField.uniform(e.film().grid(), 0, 0, 1);
    Ovf.write(state, m, OvfFormat.BINARY8, "m", "", 0);
    Evaluation filled = Evaluation.of(e, Evaluation.read(e, state), null);
    e.film().cells().clear(m);
    assertThat(m.isZero(24)).isTrue();
    Ovf.write(state, m, OvfFormat.BINARY8, "m", "", 0);
    Evaluation zero = Evaluation.of(e, Evaluation.read(e, state), null);
    // -Ku V of the 60 - 4 cells that are left
    assertThat(zero.energies().get("total")).isCloseTo(-2e5 * 56 * 16e-18 * 10e-9, within(1e-30));
    assertThat(zero.fields().get("total").isZero(24)).isTrue();
    assertThat(zero.meanM()).containsExactly(0, 0, 1);
    assertThat(filled.energies()).isEqualTo(zero.energies());
    assertThat(filled.conductance()).isDeepEqualTo(zero.conductance());
  }

  /** What the sources give, V I, is the heat in the film and in the contacts. */
  @Test
  void thePowerCountsTheHeatOfContacts() {
    Experiment e =
        ExperimentFile.parse(
            """
            film: {size: [40 nm, 20 nm], cell: 4 nm, thickness: 10 nm}
            material: {rho_perp: 0.1 uOhm m}
            electrodes: {layout: sides-x, resistance: 10 Ohm}
            protocol: [{measure: m}]
            """,
            "contacts",
            List.of());
    VectorField m = VectorField.uniform(e.film().grid(), 0, 0, 1);
    Evaluation r = Evaluation.of(e, m, new double[] {1, 0});
    // 1 V across 20 Ohm of film and two contacts of 10 Ohm
    assertThat(r.driven().currents()[0]).isCloseTo(1 / 40., within(1e-12));
    assertThat(r.driven().power()).isCloseTo(1 / 40., within(1e-12));
  }

  @Test
  void withoutVoltagesNoCurrentFlows() throws IOException {
    Experiment e =
        ExperimentFile.parse("protocol: [{measure: m}]", "still", List.of("film.cell=16 nm"));
    VectorField m = VectorField.uniform(e.film().grid(), 0, 0, 1);
    Evaluation r = Evaluation.of(e, m, null);
    assertThat(r.isDriven()).isFalse();
    assertThat(r.conductance()[0][0]).isPositive();
    r.write(folder);
    assertThat(folder.toFile().list()).contains("field_total.ovf").doesNotContain("j.ovf");
    assertThat(Files.readString(folder.resolve("evaluate.json")))
        .contains("energies", "conductance", "mean_m")
        .doesNotContain("voltages", "currents", "power");
  }

  @Test
  void refusesAnotherFilm() throws IOException {
    Path state = folder.resolve("m.ovf");
    Grid g = film().film().grid();
    VectorField m = VectorField.uniform(g, 0, 0, 1);
    Ovf.write(state, m, OvfFormat.TEXT, "m", "", 0);
    assertThat(Evaluation.read(film(), state).z()[0]).isEqualTo(1);
    assertThatThrownBy(() -> Evaluation.read(film("film.thickness=20 nm"), state))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("12 x 10 x 1 cells of 4 nm x 4 nm x 30 nm, the film 12 x 10 x 1");
    assertThatThrownBy(() -> Evaluation.read(film("film.cell=2 nm"), state))
        .hasMessageContaining("the film 24 x 20 x 1 cells of 2 nm x 2 nm x 30 nm");
    m.z()[25] = 0;
    Ovf.write(state, m, OvfFormat.TEXT, "m", "", 0);
    assertThatThrownBy(() -> Evaluation.read(film(), state))
        .hasMessageContaining("no magnetisation in cell (1, 2, 0)");
    assertThatThrownBy(() -> Evaluation.read(film(), folder.resolve("none.ovf")))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("--state: ")
        .hasMessageContaining("no such file");
  }
}
