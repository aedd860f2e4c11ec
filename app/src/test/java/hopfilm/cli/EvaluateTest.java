package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateTest {
  @TempDir Path folder;
  private Path film;
  private Path state;
  private Path out;

  @BeforeEach
  void aFilm() throws IOException {
    film =
        Files.writeString(
            folder.resolve("film.yaml"),
            """
            film: {size: [64 nm, 48 nm], cell: 4 nm, thickness: 50 nm}
            electrodes: {layout: sides-x}
            protocol: [{train: {voltages: [10 mV, 0 V], time: 1 ns}}]
            """);
    state = folder.resolve("m.ovf");
    VectorField m = Textures.random(Grid.film(16, 12, 4e-9, 50e-9), 5);
    Ovf.write(state, m, OvfFormat.BINARY8, "m", "", 0);
    out = folder.resolve("out");
  }

  private Program evaluate(String... more) {
    return Program.call(
        Stream.concat(
                Stream.of("evaluate", film.toString(), "--out", out.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void writesWhatTheInterfaceNames() throws IOException {
    Program p = evaluate("--state", state.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(out.toFile().list())
        .contains(
            "field_exchange.ovf",
            "field_anisotropy.ovf",
            "field_dmi.ovf",
            "field_zeeman.ovf",
            "field_total.ovf",
            "j.ovf",
            "evaluate.json");
    OvfFile total = Ovf.read(out.resolve("field_total.ovf"));
    assertThat(total.valueUnits()).isEqualTo("A/m");
    assertThat(Ovf.read(out.resolve("j.ovf")).valueUnits()).isEqualTo("A/m^2");
    JsonNode json = JsonMapper.shared().readTree(Files.readString(out.resolve("evaluate.json")));
    JsonNode e = json.get("energies");
    double sum = 0;
    for (String term : List.of("exchange", "anisotropy", "dmi", "zeeman", "demag")) {
      sum += e.get(term).asDouble();
    }
    assertThat(e.get("total").asDouble()).isCloseTo(sum, within(1e-12 * Math.abs(sum)));
    assertThat(json.get("voltages").get(0).asDouble()).isEqualTo(0.01);
    double in = json.get("currents").get(0).asDouble();
    // G V, what flows in flows out, and the power of a source: each to the solver's rounding
    double g = json.get("conductance").get(0).get(0).asDouble();
    assertThat(in).isCloseTo(g * 0.01, within(1e-9 * in));
    assertThat(json.get("currents").get(1).asDouble()).isCloseTo(-in, within(1e-9 * in));
    assertThat(json.get("power").asDouble()).isCloseTo(0.01 * in, within(1e-9 * 0.01 * in));
    assertThat(json.get("mean_m")).hasSize(3);
    assertThat(json.get("electrodes").get(1).asString()).isEqualTo("right");
    assertThat(p.out()).contains("E_total").contains("V_left").contains("I_left").contains("P ");
  }

  @Test
  void voltagesWithUnits() throws IOException {
    assertThat(evaluate("--state", state.toString(), "--voltages", "50 mV, 0 V").status()).isZero();
    JsonNode json = JsonMapper.shared().readTree(Files.readString(out.resolve("evaluate.json")));
    assertThat(json.get("voltages").get(0).asDouble()).isEqualTo(0.05);
  }

  @Test
  void aSnapshotOfADiscIsReadAndNoVoltagesAreNeeded() throws IOException {
    Files.writeString(
        film,
        """
        film:
          size: [64 nm, 48 nm]
          cell: 4 nm
          thickness: 50 nm
          mask: [{shape: disc, centre: [32 nm, 24 nm], radius: 34 nm, keep: inside}]
        electrodes: {layout: sides-x}
        initial: {texture: uniform}
        protocol: [{rest: 1 ps}]
        """);
    Path run = folder.resolve("run");
    Program ran = Program.call("run", film.toString(), "--out", run.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    Program p = evaluate("--state", run.resolve("m000000.ovf").toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out()).contains("E_total").doesNotContain("I_left").doesNotContain("P ");
    assertThat(out.resolve("field_total.ovf")).exists();
    assertThat(out.resolve("j.ovf")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--state none.ovf",
        "--state film.yaml",
        "--state m.ovf --voltages 5",
        "--state m.ovf --voltages 5mA,0V",
        "--state m.ovf --voltages 5mV",
        "--state m.ovf --voltages 5mV,,0V",
        "--state m.ovf --set film.cell=2nm",
        "--state m.ovf --set film.thickness=51nm",
        "--state m.ovf --set film.cel=2nm",
        "--state m.ovf --set initial.seed=1..3",
      })
  void wrongInput(String arguments) {
    String[] words =
        Stream.of(arguments.split(" "))
            .filter(w -> !w.isEmpty())
            .map(w -> w.matches("[a-z]+\\.(ovf|yaml)") ? folder.resolve(w).toString() : w)
            .toArray(String[]::new);
    Program p = evaluate(words);
    assertThat(p.status()).as(p.err()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err()).hasLineCount(1).startsWith("hopfilm: ").doesNotContain("Exception");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
    out = folder;
    Program p = evaluate("--state", state.toString());
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).contains("is not empty");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("film.yaml", "m.ovf");
  }
}
