package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Share;
import hopfilm.file.Study;
import hopfilm.report.SweepReportData;
import hopfilm.run.SmallFilm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SweepEffectTest {

  @TempDir Path folder;

  private static Study study(String... more) {
    String[] settings = {
      "train.voltage=[5 mV, 20 mV]",
      "film.size=[96 nm, 80 nm]",
      "film.thickness=1 um",
      "electrodes.radius=24 nm",
      "initial.relax=5 ps",
      "train.time=5 ps"
    };
    String[] all = new String[settings.length + more.length];
    System.arraycopy(settings, 0, all, 0, settings.length);
    System.arraycopy(more, 0, all, settings.length, more.length);
    return SmallFilm.study(all);
  }

  /**
   * The change from the conductances at the two measures, of which the first is the reference; the
   * heat from the Joule heat of the run at 20 mV in 96 x 80 x 1000 nm^3 at 3.5 MJ/(m^3 K).
   */
  @Test
  void changeAndHeatAreThoseOfTheRuns() throws Exception {
    SweepResult sweep =
        Sweep.run(study(), folder, Share.WHOLE, new LocalWorkers(1), SweepListener.NONE);
    double[] changes = new double[2];
    for (int run = 0; run < 2; run++) {
      JsonNode g = summary(sweep, run).path("conductance");
      double[][] before = SmallFilm.matrix(g.path("untrained"));
      double[][] after = SmallFilm.matrix(g.path("trained"));
      double moved = 0;
      double all = 0;
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < i; j++) {
          moved += Math.pow(after[i][j] - before[i][j], 2);
          all += Math.pow(before[i][j], 2);
        }
      }
      changes[run] = Math.sqrt(moved / all);
    }
    SweepTable runs = SweepTable.read(folder);
    for (int run = 0; run < 2; run++) {
      assertThat(SweepTable.number(runs.rows().get(run), "G_change"))
          .isCloseTo(changes[run], within(1e-6));
    }
    SweepReportData.Effect effect = SweepEffect.of(sweep);
    // G is symmetric to the residual of the potentials only
    assertThat(effect.least()).isCloseTo(Math.min(changes[0], changes[1]), within(1e-6));
    assertThat(effect.most()).isCloseTo(Math.max(changes[0], changes[1]), within(1e-6));
    double joule = summary(sweep, 1).path("energy_joule").asDouble();
    double rise = joule / 3.5e6 / (96e-9 * 80e-9 * 1e-6);
    assertThat(effect.heating()).contains("if no heat leaves", "heat is not in the model");
    double said = Double.parseDouble(effect.heating().replaceAll("^\\+(\\S+) K.*", "$1"));
    // two digits
    assertThat(said).isCloseTo(rise, within(0.05 * rise));
  }

  @Test
  void aFilmWithHeatHasItsOwnTemperature() throws Exception {
    SweepResult sweep =
        Sweep.run(
            study("heat.substrate=MgO"),
            folder,
            Share.WHOLE,
            new LocalWorkers(1),
            SweepListener.NONE);
    double hottest = summary(sweep, 1).path("heat").path("T_max").asDouble();
    assertThat(hottest).isGreaterThan(summary(sweep, 0).path("heat").path("T_max").asDouble());
    assertThat(SweepEffect.of(sweep).heating()).startsWith("hottest cell ");
    double said =
        Double.parseDouble(
            SweepEffect.of(sweep).heating().replaceAll("hottest cell (\\S+) K.*", "$1"));
    // three digits
    assertThat(said).isCloseTo(hottest, within(0.005 * hottest));
  }

  private static JsonNode summary(SweepResult sweep, int run) throws Exception {
    return SmallFilm.summary(sweep.folder().resolve(sweep.records().get(run).folder()));
  }
}
