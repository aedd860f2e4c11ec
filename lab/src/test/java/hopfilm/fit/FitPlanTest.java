package hopfilm.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.protocol.StoppedException;
import hopfilm.result.RunStatus;
import hopfilm.result.SweepRecord;
import hopfilm.run.RunControl;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of tiny films whose conductances follow from closed forms. */
class FitPlanTest {

  /** Four corners: six pairs. */
  private static final String FILM =
      """
      film: {size: [100 nm, 60 nm], cell: 10 nm, thickness: 20 nm}
      electrodes: {layout: corners, radius: 25 nm}
      protocol: [measure: before]
      output: {table: 100 ps}
      """;

  private static final String UNIFORM = FILM + "initial: {texture: uniform}\n";

  /** Relative noise of a reading. */
  private static final double NOISE = 1e-4;

  @TempDir Path folder;

  private static Study study(String yaml, String parameters) {
    String fit = "fit: {data: [{of: G, noise: 0.01 %}], parameters: " + parameters + "}\n";
    return ExperimentFile.study(yaml + fit, "film", List.of());
  }

  private PlanResult plan(Study study) throws IOException {
    return FitPlan.run(study, folder, new LocalWorkers(2), SweepListener.NONE);
  }

  /** ln G = -ln rho + const: six readings give ln rho within 1e-4 / sqrt(6). */
  @Test
  void conductanceFallsWithTheResistivity() throws IOException {
    PlanResult r = plan(study(UNIFORM, "{material.rho_perp: [0.1 uOhm m, 0.2 uOhm m]}"));
    assertSlopeOfOne(r.estimates().get(0));
    assertThat(r.rough()).isEmpty();
  }

  /** A film of twice the thickness conducts twice as well. */
  @Test
  void conductanceGrowsWithTheThickness() throws IOException {
    assertSlopeOfOne(plan(study(UNIFORM, "{film.thickness: [10 nm, 30 nm]}")).estimates().get(0));
  }

  /** 1e-6 is the error of the slope; the range adds less than 1e-7 of the information. */
  private static void assertSlopeOfOne(Estimate e) {
    assertThat(e.isIdentifiable()).isTrue();
    assertThat(e.sigma() * Math.sqrt(6) / NOISE).isCloseTo(1, within(1e-6));
  }

  /** Both scale G as a whole, with opposite signs. */
  @Test
  void ofThicknessAndResistivityTheRatioIsKnown() throws IOException {
    PlanResult r =
        plan(
            study(
                UNIFORM,
                "{film.thickness: [15 nm, 25 nm], material.rho_perp: [0.1 uOhm m, 0.2 uOhm m]}"));
    assertThat(r.estimates()).noneMatch(Estimate::isIdentifiable);
    assertThat(r.combinations())
        .extracting(Combination::text)
        .containsExactly("thickness / rho_perp");
    // the next digits are the part of the ranges
    assertThat(r.combinations().get(0).sigma() * Math.sqrt(6) / NOISE).isCloseTo(1, within(1e-4));
  }

  /** The period of a helix is 4 pi A/|D|, so that no reading at rest tells D from A. */
  @Test
  void atRestOnlyTheRatioOfDAndAIsKnown() throws IOException {
    String helix =
        FILM
            + "initial: {texture: helix, relax: 0 ns}\nmaterial: {D: 3 mJ/m^2, dmi: interfacial}\n";
    PlanResult r =
        plan(study(helix, "{material.D: [2.4 mJ/m^2, 3.4 mJ/m^2], material.A: [7 pJ/m, 14 pJ/m]}"));
    assertThat(r.estimates()).noneMatch(Estimate::isIdentifiable);
    assertThat(r.combinations()).extracting(Combination::text).containsExactly("D / A");
    assertThat(Estimate.half(r.combinations().get(0).sigma())).isLessThan(0.01);
  }

  @Test
  void whatNoReadingDependsOnIsSaid() throws IOException {
    PlanResult r = plan(study(UNIFORM, "{material.A: [7 pJ/m, 14 pJ/m]}"));
    assertThat(r.estimates().get(0).isRead()).isFalse();
    assertThat(FitWords.estimates(r).cells().get(0).get(2))
        .isEqualTo("not identifiable: no reading depends on it");
  }

  /** A stopped plan goes on with the runs that are left, and ends with the same bits. */
  @Test
  void aStoppedPlanGoesOn() throws IOException {
    Study study = study(UNIFORM, "{material.rho_perp: [0.1 uOhm m, 0.2 uOhm m]}");
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Path stopped = Files.createDirectory(folder.resolve("stopped"));
    FitPlan.run(study, whole, new LocalWorkers(1), SweepListener.NONE);
    RunControl control = RunControl.unlimited();
    int[] done = {0, 0};
    SweepListener twoRuns =
        new SweepListener() {
          @Override
          public void finished(SweepRecord record, int number, int of) {
            if (record.status() == RunStatus.DONE && ++done[0] == 2) {
              control.stop("enough");
            }
          }
        };
    Assertions.assertThatExceptionOfType(StoppedException.class)
        .isThrownBy(() -> FitPlan.run(study, stopped, new LocalWorkers(1, control), twoRuns));
    SweepListener counting =
        new SweepListener() {
          @Override
          public void doneBefore(SweepRun run) {
            done[1]++;
          }
        };
    FitPlan.run(study, stopped, new LocalWorkers(2), counting);
    assertThat(done[1]).isEqualTo(2);
    for (String file : List.of("summary.json", "fit.csv")) {
      assertThat(stopped.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
  }
}
