package hopfilm.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.OptimiseSpec;
import hopfilm.experiment.Step;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.result.RunStatus;
import hopfilm.result.Summary;
import hopfilm.result.SweepRecord;
import hopfilm.result.Verdict;
import hopfilm.run.FolderLock;
import hopfilm.run.RunDirectory;
import hopfilm.run.SmallFilm;
import hopfilm.sweep.FinishedRecord;
import hopfilm.sweep.LocalWorkers;
import hopfilm.sweep.RunValue;
import hopfilm.sweep.SweepBackend;
import hopfilm.sweep.SweepListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Searches for an optimum that is known, in runs that are made up, and a short one in films. */
class OptimisationTest {

  private static final String YAML =
      SmallFilm.YAML
          + """
          sweep: {initial.seed: [1, 2]}
          optimise:
            maximise: margin
            parameters:
              train.voltage: [20 mV, 80 mV]
              material.alpha: [0.02, 2, log]
              material.P: [0.5, 1]
            evaluations: 60
            seed: 7
          """;

  private static final double BEST_VOLTAGE = 50e-3;
  private static final double BEST_ALPHA = 0.1;

  @TempDir Path folder;

  private static Study study(String... settings) {
    return ExperimentFile.study(YAML, "small", List.of(settings));
  }

  /** The voltage counts most, the damping less, the polarisation not at all. */
  private static double margin(Experiment e) {
    Step.Train train = (Step.Train) e.steps().get(1);
    double voltage = train.drives().get(0).amplitude(hopfilm.transport.Electrode.Drive.VOLTAGE);
    double v = (voltage - BEST_VOLTAGE) / 60e-3;
    double a = Math.log(e.material().alpha() / BEST_ALPHA) / Math.log(100);
    return 0.5 - 2 * v * v - a * a;
  }

  /** Runs that are made up; counts them, and stops or fails where it is told to. */
  private static final class MadeUp implements SweepBackend {
    private final List<Experiment> carriedOut = new ArrayList<>();
    private int stopAfter = Integer.MAX_VALUE;
    private int failAt = -1;

    @Override
    public void run(
        List<SweepRun> runs, Path folder, SweepListener listener, Consumer<SweepRecord> finished) {
      for (SweepRun run : runs) {
        if (carriedOut.size() >= stopAfter) {
          finished.accept(FinishedRecord.ended(run, RunStatus.STOPPED, "interrupted", 0));
          continue;
        }
        carriedOut.add(run.experiment());
        if (carriedOut.size() == failAt) {
          finished.accept(FinishedRecord.ended(run, RunStatus.FAILED, "NaN in the texture", 0));
          continue;
        }
        finished.accept(record(run));
      }
    }

    private static SweepRecord record(SweepRun run) {
      double margin = margin(run.experiment());
      SweepRecord ended = FinishedRecord.ended(run, RunStatus.DONE, null, 1);
      Summary s = ended.summary();
      Summary summary =
          new Summary(
              s.head(),
              new Summary.Network(
                  null, List.of("+-+-"), "conductance", null, null, null, null, null),
              new Summary.Readings(
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  Map.of("trained", Map.of("+-+-", -1e-3)),
                  null,
                  null,
                  null),
              new Verdict.OfAll("trained", "+-+-", List.of(margin > 0), List.of(margin), null),
              null,
              null,
              new Summary.Effort(null, 1e-12, 2.5e-13, 2e-8, 0, 0, 1, null),
              null,
              null,
              null);
      return new SweepRecord(ended.run(), RunStatus.DONE, null, summary, Map.of());
    }
  }

  private OptimisationResult run(Study e, String name, SweepBackend backend) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    return Optimisation.run(e, own, backend, SweepListener.NONE, (trial, best) -> {});
  }

  @Test
  void findsTheBestValuesAndWhatTheyDependOn() throws IOException {
    OptimisationResult r = run(study(), "o", new MadeUp());
    assertThat(r.trials()).hasSize(60);
    Candidate best = r.best();
    // within a twentieth of each range: 60 evaluations of a search of three parameters
    assertThat(best.values()[0]).isCloseTo(BEST_VOLTAGE, within(3e-3));
    assertThat(Math.log(best.values()[1] / BEST_ALPHA)).isCloseTo(0, within(0.05 * Math.log(100)));
    assertThat(best.objective()).isGreaterThan(0.49);

    Sensitivities s = r.sensitivities();
    assertThat(s.all().get(0).key()).isEqualTo("train.voltage");
    assertThat(s.all().get(2).key()).isEqualTo("material.P");
    assertThat(s.all().get(2).share()).isLessThan(0.05);
    // the first evaluation is the middle of the ranges, the geometric one with log
    assertThat(r.trials().get(0).texts())
        .containsExactly(
            Map.entry("train.voltage", "50 mV"),
            Map.entry("material.alpha", "0.2"),
            Map.entry("material.P", "0.75"));

    Study found = ExperimentFile.study(r.folder().resolve("best.yaml"), List.of());
    assertThat(found.optimise()).isNull();
    assertThat(found.sweep()).isEqualTo(study().sweep());
    assertThat(margin(found.experiment())).isEqualTo(best.objective());
    assertThat(ExperimentFile.study(r.folder().resolve("experiment.yaml"), List.of()))
        .isEqualTo(study());
    JsonNode summary = SmallFilm.summary(r.folder());
    assertThat(summary.get("best").get("objective").asDouble()).isEqualTo(best.objective());
    for (String file : List.of("index.html", "optimise.svg", "optimise.png", "optimise.csv")) {
      assertThat(r.folder().resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void aSearchThatWasStoppedGoesOnWithTheSameBits() throws IOException {
    OptimisationResult whole = run(study("optimise.evaluations=20"), "whole", new MadeUp());
    MadeUp first = new MadeUp();
    // in the middle of the eighth evaluation
    first.stopAfter = 15;
    OptimisationResult stopped = run(study("optimise.evaluations=20"), "two", first);
    assertThat(stopped.stopped()).isEqualTo("interrupted");
    assertThat(stopped.trials()).hasSize(7);
    assertThat(new RunFolder(stopped.folder()).readStatus().orElseThrow().end().resume())
        .startsWith("hopfilm optimise --resume ");
    MadeUp second = new MadeUp();
    OptimisationResult resumed = run(RunDirectory.resumable(stopped.folder()), "two", second);
    // made-up runs leave no folders, so that the sweep that was begun is done anew
    assertThat(second.carriedOut).hasSize(26);
    assertThat(resumed.folder().resolve("optimise.csv"))
        .hasSameTextualContentAs(whole.folder().resolve("optimise.csv"));
    assertThat(resumed.folder().resolve("best.yaml"))
        .hasSameTextualContentAs(whole.folder().resolve("best.yaml"));
  }

  /**
   * Nor are numbers taken from a damaged table, or an evaluation left out that another one is at.
   */
  @Test
  void aSearchThatGoesOnTakesNothingForAnAnswer() throws IOException {
    Study study = study("optimise.evaluations=5");
    OptimisationResult whole = run(study, "whole", new MadeUp());
    String table = Files.readString(whole.folder().resolve("optimise.csv"));
    Path first = whole.folder().resolve("evaluations/0001");
    Path runs = first.resolve("runs.csv");
    String good = Files.readString(runs);
    String margin = Double.toString(whole.trials().get(0).objective());
    assertThat(good).contains(margin);
    Files.writeString(runs, good.replace(margin, "9" + margin.substring(1)));
    run(study, "whole", new MadeUp());
    assertThat(whole.folder().resolve("optimise.csv")).hasContent(table);
    assertThat(runs).hasContent(good);

    Path leftOver = Files.writeString(first.resolve("lock"), "");
    run(study, "whole", new MadeUp());
    assertThat(leftOver).doesNotExist();

    Files.delete(first.resolve("status.json"));
    try (FolderLock other = FolderLock.of(first)) {
      assertThatExceptionOfType(ExperimentException.class)
          .isThrownBy(() -> run(study, "whole", new MadeUp()))
          .withMessageContaining("in use");
    }
    run(study, "whole", new MadeUp());
    assertThat(whole.folder().resolve("optimise.csv")).hasContent(table);
  }

  @Test
  void theSeedDecidesWhereItLooks() throws IOException {
    List<Map<String, String>> a = tried("optimise.evaluations=9");
    assertThat(tried("optimise.evaluations=9")).isEqualTo(a);
    assertThat(tried("optimise.evaluations=9", "optimise.seed=8")).isNotEqualTo(a);
  }

  private List<Map<String, String>> tried(String... settings) throws IOException {
    Path own = Files.createTempDirectory(folder, "tried");
    return run(study(settings), own.getFileName().toString(), new MadeUp()).trials().stream()
        .map(Candidate::texts)
        .toList();
  }

  @Test
  void aFailedRunLeavesItsEvaluationWithoutAValue() throws IOException {
    MadeUp runs = new MadeUp();
    runs.failAt = 1;
    OptimisationResult r = run(study("optimise.evaluations=5"), "f", runs);
    assertThat(r.trials().get(0).objective()).isNaN();
    assertThat(r.trials().get(0).message()).isEqualTo("1 of 2 runs failed");
    assertThat(r.best().number()).isGreaterThan(1);
    assertThat(Files.readAllLines(r.folder().resolve("optimise.csv"))).hasSize(6);
  }

  /** A search that goes another way than before does not read what was run for other values. */
  @Test
  void runsOfAnotherWayAreRemoved() throws IOException {
    Study study = study("optimise.evaluations=12", "optimise.population=7");
    OptimisationResult plain = run(study, "plain", new MadeUp());
    // the best of the first generation, which follows the middle of the ranges, fails at first
    Candidate best =
        plain.trials().subList(1, 8).stream()
            .max(Comparator.comparingDouble(Candidate::objective))
            .orElseThrow();
    MadeUp runs = new MadeUp();
    runs.failAt = 2 * best.number() - 1;
    OptimisationResult first = run(study, "way", runs);
    assertThat(first.trials().get(11).texts()).isNotEqualTo(plain.trials().get(11).texts());
    Path same = Files.createFile(first.folder().resolve("evaluations/0007/mark"));
    Path other = Files.createFile(first.folder().resolve("evaluations/0012/mark"));
    OptimisationResult again = run(study, "way", new MadeUp());
    assertThat(again.trials().get(11).texts()).isEqualTo(plain.trials().get(11).texts());
    assertThat(same).exists();
    assertThat(other).doesNotExist();
  }

  @Test
  void aNumberIsMadeSmallAsWell() throws IOException {
    String yaml = YAML.replace("maximise: margin", "minimise: margin");
    OptimisationResult r = run(ExperimentFile.study(yaml, "small", List.of()), "m", new MadeUp());
    // one of the corners: -0.12 with little damping, -0.42 with much
    assertThat(Math.abs(r.best().values()[0] - BEST_VOLTAGE)).isGreaterThan(27e-3);
    assertThat(r.best().objective()).isLessThan(-0.1);
  }

  @Test
  void filmsAreRunInFoldersOfTheirOwn() throws IOException {
    Study e =
        SmallFilm.study(
            "optimise={maximise: margin, parameters: {train.voltage: [5 mV, 20 mV]}, evaluations:"
                + " 2}",
            "output.formats=[]");
    OptimisationResult r = run(e, "films", new LocalWorkers(1));
    assertThat(r.trials()).hasSize(2);
    for (Candidate t : r.trials()) {
      Path own = r.folder().resolve(t.folder());
      assertThat(own.resolve("runs.csv")).isNotEmptyFile();
      JsonNode summary = SmallFilm.summary(own.resolve("001"));
      assertThat(t.objective()).isEqualTo(summary.get("margin").asDouble());
      assertThat(ExperimentFile.study(own.resolve("001/experiment.yaml"), List.of()).optimise())
          .isNull();
    }
    try (Stream<Path> files = Files.list(r.folder())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "experiment.yaml",
              "status.json",
              "files.json",
              "summary.json",
              "optimise.csv",
              "best.yaml",
              "optimise.svg",
              "optimise.png",
              "index.html",
              "figures",
              "evaluations");
    }
  }

  /** Three parameters want nine evaluations; fewer get no numbers that look like an answer. */
  @Test
  void fewEvaluationsAreTooFewToTell() {
    OptimiseSpec spec = study().optimise();
    List<Candidate> trials = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double[] values = spec.values(new double[] {i / 8.0, i * i % 8 / 8.0, i * 3 % 8 / 8.0});
      trials.add(trial(values, -Math.exp(i)));
    }
    assertThat(OptimiseText.sensitivities(Sensitivities.of(spec, trials)))
        .hasSize(3)
        .allMatch(row -> row.subList(1, 4).equals(List.of("too few to tell", "-", "-")));
    assertThat(Sensitivities.of(spec, trials).all())
        .allMatch(s -> Double.isNaN(s.trend()) && Double.isNaN(s.share()));
    trials.add(trial(spec.values(new double[] {1, 0.4, 0.7}), -Math.exp(8)));
    assertThat(OptimiseText.sensitivities(Sensitivities.of(spec, trials)).get(0).get(1))
        .matches("[+-][0-9.]+");
  }

  /** What a regression must find where the answer is known. */
  @Test
  void sensitivitiesAreThoseOfSimpleFunctions() {
    OptimiseSpec spec = study().optimise();
    List<Candidate> straight = new ArrayList<>();
    List<Candidate> arch = new ArrayList<>();
    // a full grid, in which no two parameters go together
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        double[] values = spec.values(new double[] {i / 4.0, j / 4.0, (i + 2 * j) % 5 / 4.0});
        straight.add(trial(values, -Math.exp(i)));
        arch.add(trial(values, -(i - 2) * (i - 2)));
      }
    }
    Sensitivities falls = Sensitivities.of(spec, straight);
    // ranks that follow each other in reverse, to rounding
    assertThat(falls.all().get(0).trend()).isCloseTo(-1, within(1e-9));
    assertThat(falls.all().get(0).share()).isCloseTo(1, within(1e-9));
    assertThat(falls.all().get(1).trend()).isCloseTo(0, within(1e-9));
    Sensitivities bends = Sensitivities.of(spec, arch);
    assertThat(bends.all().get(0).key()).isEqualTo("train.voltage");
    assertThat(bends.all().get(0).trend()).isCloseTo(0, within(1e-9));
    // ranks of a parabola are nearly one: 2, 7.5, 12.. in three steps
    assertThat(bends.all().get(0).share()).isGreaterThan(0.9);
    assertThat(bends.all().get(0).low()).isNegative();
    assertThat(bends.all().get(0).high()).isPositive();
    assertThat(Sensitivities.of(spec, arch.subList(0, 3)).all())
        .allMatch(s -> Double.isNaN(s.trend()));
    assertThat(Sensitivities.of(spec, List.of()).evaluations()).isZero();
  }

  private static Candidate trial(double[] values, double objective) {
    RunValue.Reading reading = new RunValue.Reading(objective, Double.NaN, Double.NaN, -1, 0, 1);
    return new Candidate(1, values, Map.of(), reading, reading, "", "", 0);
  }
}
