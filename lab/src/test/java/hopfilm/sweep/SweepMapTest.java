package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Share;
import hopfilm.file.Study;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SweepMapTest {

  @TempDir Path folder;

  /** A sweep over two numbers draws its maps by itself, from what its runs say. */
  @Test
  void aSweepOverTwoNumbersHasItsMapsInTheReport() throws IOException {
    Study sweep =
        SmallFilm.study(
            "train.voltage=[10 mV, 20 mV]",
            "electrodes.radius=[24 nm, 32 nm]",
            "output.formats=[]");
    Sweep.run(sweep, folder, Share.WHOLE, new LocalWorkers(2), SweepListener.NONE);
    for (String name : List.of("learned", "margin", "recalled", "time")) {
      assertThat(folder.resolve("map-" + name + ".png")).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("id=\"maps\"", "margin over train.voltage (mV) and electrodes.radius (nm)");

    SweepTable table = SweepTable.read(folder);
    assertThat(table.keys()).containsExactly("train.voltage", "electrodes.radius");
    for (Map<String, String> run : table.done()) {
      JsonNode summary = SmallFilm.summary(folder(Integer.parseInt(run.get("run"))));
      double joule = SweepTable.number(run, "energy_joule");
      assertThat(joule).isPositive().isEqualTo(summary.get("energy_joule").asDouble());
      // four signs were trained for 40 ps
      assertThat(SweepTable.number(run, "energy_per_bit")).isEqualTo(joule / 4);
      assertThat(SweepTable.number(run, "training_time")).isCloseTo(40e-12, within(1e-20));
    }
    // P = sum V_i G_ij V_j: twice the voltage takes about four times the heat; G changes little
    double low = SweepTable.number(table.rows().get(0), "energy_joule");
    double high = SweepTable.number(table.rows().get(2), "energy_joule");
    assertThat(high / low).isCloseTo(4, within(0.1));
  }

  /** Of films that nothing trained their textures are drawn, and no time of a training. */
  @Test
  void aSweepWithoutTrainingDrawsItsFilms() throws IOException {
    Files.writeString(
        folder.resolve("runs.csv"),
        """
        run,material.D (J/m^2),relax.field.value[3] (A/m),seed,status,training_time,Q,texture
        1,1e-3,0,1,done,0.0,0,uniform
        2,1e-3,318309.886,1,done,0.0,-1,skyrmions
        3,2e-3,0,1,done,0.0,-2,maze
        4,2e-3,318309.886,1,done,0.0,-4,skyrmions
        """);
    assertThat(SweepDrawings.of(SweepTable.read(folder)))
        .extracting(SweepDrawing::name)
        .containsExactly("map-texture", "map-Q");
  }

  private Path folder(int run) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().startsWith("%03d_".formatted(run)))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void valuesThatAreNoNumbersKeepTheirOrder() {
    MapAxis words = MapAxis.of("train.pattern", List.of("+--+", "+-+-"));
    assertThat(words.labels()).containsExactly("+--+", "+-+-");
    assertThat(words.isOfNumbers()).isFalse();
    MapAxis mixed = MapAxis.of("material.D", List.of("6.5 mA", "2.86 mJ/m^2"));
    assertThat(mixed.labels()).containsExactly("6.5 mA", "2.86 mJ/m^2");
    MapAxis numbers = MapAxis.of("initial.relax.time", List.of("1 ns", "500 ps", "0.25 ns"));
    assertThat(numbers.labels()).containsExactly("0.25", "0.5", "1");
    assertThat(numbers.title()).isEqualTo("initial.relax.time (ns)");
  }

  /** 1 mT/mu0 = 795.8 A/m; a table has fields in A/m, whatever they were given in. */
  @Test
  void aFieldIsShownInTheUnitThatHasFewerDigits() {
    MapAxis flux = MapAxis.of("relax.field.value[3]", List.of("0.0 A/m", "318309.8861837907 A/m"));
    assertThat(flux.title()).isEqualTo("relax.field.value[3] (mT)");
    assertThat(flux.exact()).containsExactly("0", "400");
    MapAxis field = MapAxis.of("relax.field.value[3]", List.of("80000.0 A/m", "160000.0 A/m"));
    assertThat(field.title()).isEqualTo("relax.field.value[3] (kA/m)");
    assertThat(field.exact()).containsExactly("80", "160");
  }

  @Test
  void valuesThatDifferLittleAreToldApart() {
    MapAxis voltages = MapAxis.of("train.voltage", List.of("38.401 mV", "38.404 mV"));
    assertThat(voltages.labels()).containsExactly("38.401", "38.404");
    MapAxis fine = MapAxis.of("train.voltage", List.of("38.40123 mV", "40 mV"));
    assertThat(fine.labels()).containsExactly("38.4", "40");
    assertThat(fine.exact()).containsExactly("38.40123", "40");
    MapAxis seeds = MapAxis.of("initial.seed", List.of("10001", "10002", "10003"));
    assertThat(seeds.labels()).containsExactly("10001", "10002", "10003");
    assertThat(seeds.exact()).isEqualTo(seeds.labels());
  }
}
