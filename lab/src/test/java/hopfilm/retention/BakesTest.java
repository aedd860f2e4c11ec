package hopfilm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.film.Kept;
import hopfilm.folder.RunFolder;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.io.Ovf;
import hopfilm.live.LiveFilm;
import hopfilm.live.LiveListener;
import hopfilm.live.LiveState;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.StoppedException;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.retention.Retention.Bake;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bakes of tiny films. */
class BakesTest {

  private static final String FILM =
      """
      film: {size: [64 nm, 48 nm], cell: 4 nm, thickness: 20 nm}
      electrodes: {layout: corners, radius: 16 nm}
      initial: {relax: 100 ps}
      output: {table: 50 ps, snapshots: 1 ns, formats: [ovf], report: off, figures: off}
      protocol:
      """;

  private static final String TRAINED =
      FILM + "  - train: {pattern: +-+-, voltage: 20 mV, time: 100 ps}\n";

  private static final double TIME = 100e-12;

  @TempDir Path folder;

  private Path trained(String name, String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), yaml);
    Experiment e = ExperimentFile.read(file, List.of());
    Path run = Files.createDirectory(folder.resolve(name));
    ExperimentRunner.run(e, run, 1, RunListener.NONE);
    return run;
  }

  private static Bakes bakes(Path run, double... kelvin) throws IOException {
    return Bakes.of(new Retention.Plan(run.toString(), kelvin, TIME, 2, false), note -> {});
  }

  private Retention run(Bakes bakes, String name) throws IOException {
    Path out = Files.createDirectory(folder.resolve(name));
    return bakes.run(out, new LocalWorkers(2), SweepListener.NONE, 1);
  }

  /** A film at rest keeps its weights without noise, now and for ever. */
  @Test
  void aFilmAtRestKeepsAll() throws IOException {
    String atRest = TRAINED + "  - relax: {time: 30 ns, alpha: 1, torque: 1 A/m}\n  - measure: a\n";
    Retention r = run(bakes(trained("rest", atRest), 300), "out");
    Bake control = r.only().bakes().get(0);
    // what is left of the torque, 1 A/m of 700 kA/m, turns m by less than 1e-4
    for (double left : control.weights()) {
      assertThat(left).isCloseTo(1, within(1e-3));
    }
    assertThat(control.slope()).isCloseTo(0, within(1e-3));
    assertThat(r.only().rest().weights()).isCloseTo(1, within(1e-3));
    assertThat(folder.resolve("out/index.html")).content().contains("Weights left, read cold");
  }

  /**
   * The live film answers the rest limit of the run as which it is saved, and goes on as it was.
   */
  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void theLiveFilmHasTheSameRestLimit() throws Exception {
    Path file = Files.writeString(folder.resolve("live.yaml"), TRAINED);
    Experiment e = ExperimentFile.read(file, List.of());
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Path saved = Files.createDirectory(folder.resolve("saved"));
    try (LiveFilm film = new LiveFilm(e, false, scratch, 1, new LiveListener() {})) {
      assertThatThrownBy(() -> film.restLimit().get(60, TimeUnit.SECONDS))
          .hasMessageContaining("no pattern was trained");
      await(film);
      film.play(
          film.read("[{train: {voltages: [20 mV, 0 V, 0 V, 0 V], time: 10 ps}}]").get(0), false);
      await(film);
      assertThatThrownBy(() -> film.restLimit().get(60, TimeUnit.SECONDS))
          .hasMessageContaining("no pattern was trained");
      film.play(e.steps().get(0), false);
      film.reset();
      // asked while the film still goes back
      assertThatThrownBy(() -> film.restLimit().get(60, TimeUnit.SECONDS))
          .hasMessageContaining("no pattern was trained");
      for (Step step : List.of(e.steps().get(0), new Step.Rest(50e-12))) {
        await(film);
        film.play(step, false);
      }
      await(film);
      Kept live = film.restLimit().get(60, TimeUnit.SECONDS);
      film.save(saved).get(60, TimeUnit.SECONDS);
      Retention.Rest rest = run(bakes(saved, 300), "out").only().rest();
      assertThat(live.weights())
          .isCloseTo(rest.weights(), within(1e-6))
          .isNotCloseTo(1, within(1e-4));
      assertThat(live.margin()).isCloseTo(rest.margin(), within(1e-6));
      assertThat(live.recalled()).isEqualTo(rest.recalled() == 1);
    }
    Path again = Files.createDirectory(folder.resolve("again"));
    Experiment same = ExperimentFile.read(saved.resolve("experiment.yaml"), List.of());
    ExperimentRunner.run(same, again, 1, RunListener.NONE);
    assertThat(again.resolve("table.txt")).hasSameBinaryContentAs(saved.resolve("table.txt"));
  }

  private static void await(LiveFilm film) throws InterruptedException {
    while (film.state().status() != LiveState.Status.IDLE) {
      Thread.sleep(2);
    }
  }

  /** The control is the film of the run, resting on; the measure of the file changes nothing. */
  @Test
  void theControlIsTheRunGoingOn() throws IOException {
    String rest = TRAINED + "  - rest: 50 ps\n  - measure: trained\n";
    String on = rest + "  - rest: 100 ps\n  - measure: later\n";
    run(bakes(trained("short", rest), 300), "out");
    RunFolder control =
        new RunFolder(folder.resolve("out/bakes")).run("001_film=1_temperature=0K_seed=1");
    VectorField baked = Ovf.read(control.measure("read-5")).field();
    VectorField later = Ovf.read(new RunFolder(trained("long", on)).measure("later")).field();
    // time steps end at other times; their error is of fourth order
    for (int c = 0; c < baked.x().length; c++) {
      assertThat(baked.x()[c]).isCloseTo(later.x()[c], within(1e-6));
      assertThat(baked.z()[c]).isCloseTo(later.z()[c], within(1e-6));
    }
  }

  /** Noise goes with T/V: a bake at 600 K of 20 nm has the bits of one at 300 K of 10 nm. */
  @Test
  void onlyTemperatureOverThicknessCounts() throws IOException {
    String yaml = TRAINED + "  - rest: 50 ps\n  - measure: trained\n";
    Path thick = trained("thick", yaml);
    Path thin = trained("thin", yaml.replace("20 nm}", "10 nm}"));
    Bake hot = run(bakes(thick, 600), "hot").only().bakes().get(1);
    Bake cool = run(bakes(thin, 300), "cool").only().bakes().get(1);
    assertThat(hot.weights()).containsExactly(cool.weights(), within(1e-9));
    assertThat(hot.sameThickness()).isCloseTo(10e-9, within(1e-20));
    assertThat(hot.weights()[4]).isNotEqualTo(1);
  }

  /**
   * Resistances that grow with temperature are no change of weights: bakes are read at ambient
   * temperature. A given current trains both films alike, but for what the uneven heat moves.
   */
  @Test
  void theTemperatureOfABakeIsNoLossOfWeights() throws IOException {
    String driven = TRAINED.replace("radius: 16 nm", "radius: 16 nm, drive: current");
    String heated = "heat: {substrate: MgO}\n" + driven.replace("voltage: 20 mV", "current: 2 mA");
    String yaml = heated + "  - rest: 1 ns\n  - measure: trained\n";
    String coefficient = "material: {temperature_coefficient: 0.003 1/K}\n";
    double[] without = run(bakes(trained("plain", yaml), 600), "a").only().bakes().get(1).weights();
    double[] with =
        run(bakes(trained("warm", coefficient + yaml), 600), "b").only().bakes().get(1).weights();
    assertThat(with).containsExactly(without, within(0.02));
  }

  /** Neither threads nor a stop change a byte. */
  @Test
  void aStoppedRetentionGoesOn() throws IOException {
    Path run = trained("run", TRAINED + "  - measure: trained\n");
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Path stopped = Files.createDirectory(folder.resolve("stopped"));
    bakes(run, 300).run(whole, new LocalWorkers(1), SweepListener.NONE, 1);
    RunControl control = RunControl.unlimited();
    int[] done = {0, 0};
    SweepListener twoBakes =
        new SweepListener() {
          @Override
          public void finished(SweepRecord record, int number, int of) {
            if (record.status() == RunStatus.DONE && ++done[0] == 2) {
              control.stop("enough");
            }
          }
        };
    assertThatThrownBy(
            () -> bakes(run, 300).run(stopped, new LocalWorkers(1, control), twoBakes, 1))
        .isInstanceOf(StoppedException.class);
    assertThat(new RunFolder(stopped).status()).content().contains("hopfilm retain --resume");
    SweepListener counting =
        new SweepListener() {
          @Override
          public void doneBefore(SweepRun baked) {
            done[1]++;
          }
        };
    Bakes.in(stopped, note -> {}).run(stopped, new LocalWorkers(2), counting, 2);
    assertThat(done[1]).isEqualTo(2);
    for (String file : List.of("summary.json", "retention.csv", "figures/retention.svg")) {
      assertThat(stopped.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
  }

  /** Of a row the contrast counts: the gain of unlike pixels less that of the others. */
  @Test
  void aRowKeepsItsContrast() throws IOException {
    String row =
        """
        film: {size: [120 nm, 96 nm], cell: 4 nm}
        electrodes: {rows: {grid: 2x4, pixels: 4}, radius: 8 nm, margin: 16 nm}
        initial: {relax: 12 ps}
        output: {formats: [ovf], report: off, figures: off}
        protocol:
          - write: {picture: +--+, voltage: 9 mV, time: 100 ps}
          - measure: written
        """;
    Retention r = run(bakes(trained("row", row), 300), "out");
    assertThat(r.only().isRow()).isTrue();
    assertThat(r.only().bakes().get(0).weights()[0]).isBetween(0.5, 1.5);
    assertThat(folder.resolve("out/index.html")).content().contains("contrast left");
  }

  /** The states that end elsewhere than the control are those that the bakes count. */
  @Test
  void eventsAreTheBakesThatCrossed() throws IOException {
    Path run = trained("hot", TRAINED + "  - measure: trained\n");
    double[] kelvin = {20_000};
    Retention r =
        run(Bakes.of(new Retention.Plan(run.toString(), kelvin, TIME, 3, true), note -> {}), "out");
    int crossed = r.only().crossed().get(0).events();
    assertThat(crossed).isPositive();
    assertThat(r.events().stream().mapToInt(e -> e.temperatures().size()).sum()).isEqualTo(crossed);
    assertThat(folder.resolve("out/index.html")).content().contains("Other rest states");
    assertThat(folder.resolve("out/retain.json")).content().contains("\"events\" : true");
  }

  @Test
  void hotterThanTheOrderIsRefused() throws IOException {
    String hot =
        TRAINED + "  - measure: trained\n" + "heat: {ambient: 300 K}\nmaterial: {Tc: 700 K}\n";
    Path run = trained("hot", hot);
    assertThatThrownBy(() -> bakes(run, 300, 670))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("--temperatures: at 670 K the film has no order left")
        .hasMessageContaining("use less than 665 K");
  }
}
