package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmSetup;
import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.RunListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FilmWithoutElectrodesTest {
  private static final String FILM =
      """
      film: {size: [64 nm, 32 nm], edges: periodic}
      electrodes: none
      initial: {texture: random}
      protocol:
        - relax: 20 ps
        - measure: relaxed
        - field: {value: [0 T, 0 T, 100 mT], time: 10 ps}
        - measure: end
      output: {table: 5 ps, snapshots: 10 ps}
      """;

  @TempDir Path folder;

  private static Experiment film(String... settings) {
    return ExperimentFile.parse(FILM, "plain", List.of(settings));
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "periodic-x", "periodic"})
  void hasAPageAndATableWithoutConductances(String edges) throws Exception {
    ExperimentRunner.run(film("film.edges=" + edges), folder, 1, RunListener.NONE);
    JsonNode summary = SmallFilm.summary(folder);
    assertThat(summary.path("status").asString()).isEqualTo("done");
    assertThat(summary.path("electrodes")).isEmpty();
    assertThat(summary.path("conductance")).isEmpty();
    assertThat(Files.readString(folder.resolve("index.html"))).doesNotContain("Conductances");
    Table table = new RunFolder(folder).readTable();
    assertThat(table.columns())
        .extracting(Table.Column::name)
        .contains("E_total", "Q")
        .doesNotContain("P", "E_prime", "gx", "gy");
    assertThat(table.rows()).hasSize(7);
  }

  @Test
  void movesAsOneWithElectrodesThatCarryNoCurrent() throws Exception {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    Path contacts = Files.createDirectory(folder.resolve("contacts"));
    ExperimentRunner.run(film("film.edges=open"), plain, 1, RunListener.NONE);
    ExperimentRunner.run(
        film("film.edges=open", "electrodes={layout: sides-x}"), contacts, 1, RunListener.NONE);
    for (String column : List.of("t", "mx", "mz", "E_total", "Q")) {
      assertThat(new RunFolder(plain).readTable().column(column))
          .isEqualTo(new RunFolder(contacts).readTable().column(column));
    }
  }

  @Test
  void isReadAsItIsWritten() {
    Experiment e = film();
    assertThat(ExperimentFile.parse(ExperimentFile.write(e), "plain", List.of())).isEqualTo(e);
    List<SweepRun> runs = ExperimentFile.study(FILM, "plain", List.of("initial.seed=1..3")).runs();
    assertThat(runs).hasSize(3);
  }

  @Test
  void isEvaluatedWithoutConductances() throws Exception {
    Experiment e = film();
    Evaluation of =
        Evaluation.of(e, new FilmSetup(e, Parallel.SERIAL).start(e.initial().seed()), null);
    assertThat(of.conductance()).isEmpty();
    assertThat(of.energies()).containsKeys("exchange", "total");
  }
}
