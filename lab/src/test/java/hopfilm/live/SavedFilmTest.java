package hopfilm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.film.TableRow;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.SmallFilm;
import hopfilm.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever a live film saves is an experiment that is read again. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Order(5)
class SavedFilmTest {

  private static final String SLOTS =
      "train: {patterns: [+--+, +-+-], voltage: 30 mV, time: 300 ps, slot: 13 ps}";
  private static final String PULSES =
      "train: {patterns: [+--+, +-+-], voltage: 30 mV, time: 300 ps, slot: 30 ps, until: verified,"
          + " margin: 49 %, pulse: {on: 30 ps, off: 20 ps}}";

  @TempDir Path folder;

  private LiveFilm film(boolean withProtocol, String... settings) throws IOException {
    Path scratch = Files.createTempDirectory(folder, "scratch");
    return new LiveFilm(
        SmallFilm.experiment(settings), withProtocol, scratch, 1, new LiveListener() {});
  }

  private static void await(LiveFilm film) throws InterruptedException {
    while (film.state().status() != LiveState.Status.IDLE) {
      assertThat(film.state().notes().message()).isNull();
      Thread.sleep(2);
    }
  }

  private static void train(LiveFilm film) throws InterruptedException {
    film.play(
        film.read("[{train: {pattern: \"+--+\", voltage: 30 mV, time: 20 ps}}]").get(0), false);
    await(film);
  }

  /** The experiment of a film that is saved to a folder. */
  private static Experiment saved(LiveFilm film, Path to) throws Exception {
    film.save(to).get(60, TimeUnit.SECONDS);
    await(film); // it has taken in the measure of the save
    Experiment read = ExperimentFile.read(to.resolve("experiment.yaml"), List.of());
    assertThat(read).isEqualTo(film.experiment());
    return read;
  }

  private Experiment saved(LiveFilm film) throws Exception {
    Path saved = Files.createTempDirectory(folder, "saved");
    Experiment read = saved(film, saved);
    List<String> labels =
        read.steps().stream()
            .filter(Step.Measure.class::isInstance)
            .map(s -> ((Step.Measure) s).label())
            .toList();
    assertThat(SmallFilm.summary(saved).get("conductance").propertyNames())
        .containsExactlyElementsOf(labels);
    return read;
  }

  @Test
  void measuresOfOneNameAreNumbered() throws Exception {
    try (LiveFilm film = film(false)) {
      await(film);
      String longest = "a".repeat(Step.Measure.LONGEST);
      film.measure(longest).get(60, TimeUnit.SECONDS);
      film.measure(longest).get(60, TimeUnit.SECONDS);
      train(film);
      saved(film);
      train(film);
      saved(film);
    }
  }

  @Test
  void soAreThoseOfARepeat() throws Exception {
    try (LiveFilm film =
        film(true, "protocol=[repeat: {times: 3, steps: [measure: a, rest: 10 ps]}]")) {
      await(film);
      saved(film);
    }
  }

  /** A drive that is far too weak is known of the protocol alone. */
  @Test
  void itWarnsOfWhatARunWarnsOf() throws Exception {
    try (LiveFilm film = film(false)) {
      await(film);
      film.play(
          film.read("[{train: {pattern: \"+--+\", voltage: 1 uV, time: 20 ps}}]").get(0), false);
      await(film);
      Path saved = Files.createTempDirectory(folder, "saved");
      film.save(saved).get(60, TimeUnit.SECONDS);
      Path again = Files.createTempDirectory(folder, "again");
      Experiment read = ExperimentFile.read(saved.resolve("experiment.yaml"), List.of());
      List<String> warnings = ExperimentRunner.run(read, again, 1, RunListener.NONE).warnings();
      assertThat(warnings).anyMatch(w -> w.contains("textures stall"));
      assertThat(SmallFilm.summary(saved).get("warnings").valueStream().map(JsonNode::asString))
          .containsExactlyElementsOf(warnings);
    }
  }

  @Test
  void aFilmWithoutAStepGetsOne() throws Exception {
    try (LiveFilm film = film(true)) {
      // while it relaxes; the protocol is left for the call
      CompletableFuture<Object> answer = film.save(Files.createTempDirectory(folder, "first"));
      film.stop();
      answer.get(60, TimeUnit.SECONDS);
      await(film);
      assertThat(saved(film).steps()).hasSize(1);
    }
  }

  /** Steps in which one moment differs from another. */
  static Stream<Arguments> courses() {
    return Stream.of(
            "train: {pattern: +--+, voltage: 30 mV, time: 300 ps, ramp: 40 ps}",
            "train: {pattern: +--+, voltage: 30 mV, time: 300 ps, pulse: {on: 30 ps, off: 20 ps}, ramp: 5 ps}",
            "train: {pattern: +--+, voltage: 30 mV, time: 300 ps, until: settled}",
            "train: {pattern: +--+, voltage: 30 mV, time: 300 ps, until: verified, margin: 49 %, pulse:"
                + " {on: 30 ps, off: 20 ps}}",
            SLOTS,
            "drive: {time: 300 ps, voltages: {n1: {sine: 20 mV, frequency: 9 GHz}, n2: 5 mV, n3: float},"
                + " field: {value: [0 T, 0 T, {pulses: 50 mT, on: 30 ps, off: 20 ps, ramp: 5 ps}]}}",
            // more than are written as a list
            "drive: {voltages: {n2: {samples: [%s], every: 3 ps, scale: 20 mV}}}"
                .formatted("0.5, -1, 0.25, ".repeat(33) + "1"),
            PULSES,
            "train: {pattern: +--+, voltage: 30 mV, time: 300 ps, field: {value: [0 T, 0 T, 0.1 T],"
                + " shape: ramp}}",
            "rest: {time: 300 ps, field: {value: [0 T, 0 T, 0.3 T], shape: sine}}",
            "relax: {time: 300 ps, field: {value: [0 T, 0 T, 0.3 T], shape: ramp}}",
            "field: {value: [0 T, 0 T, 0.3 T], time: 300 ps, shape: pulse}",
            "rest: 300 ps")
        .flatMap(step -> Stream.of(Arguments.of(step, true), Arguments.of(step, false)));
  }

  @ParameterizedTest
  @MethodSource("courses")
  void aStepThatIsCutIsRunAgainToTheSameBits(String step, boolean isStopped) throws Exception {
    try (LiveFilm film = film(false)) {
      await(film);
      double begun = film.state().clock().time();
      film.play(film.read("[{" + step + "}]").get(0), false);
      // two cuts, each at a row that comes by chance
      for (int k = 1; k <= 2; k++) {
        while (film.state().clock().time() < begun + 70e-12 * k
            && film.state().status() != LiveState.Status.IDLE) {
          Thread.sleep(1);
        }
        if (isStopped) {
          film.stop();
        } else {
          film.measure("then").get(60, TimeUnit.SECONDS);
        }
      }
      await(film);
      assertRunsAgainToTheSameBits(film);
    }
  }

  private void assertRunsAgainToTheSameBits(LiveFilm film) throws Exception {
    Path saved = Files.createTempDirectory(folder, "saved");
    Experiment read = saved(film, saved);
    Path again = Files.createTempDirectory(folder, "again");
    ExperimentRunner.run(read, again, 1, RunListener.NONE);
    assertThat(again.resolve("table.txt")).hasSameTextualContentAs(saved.resolve("table.txt"));
  }

  /** Commands something at times of a step, in the film's thread: no time comes by chance. */
  private static final class Cutter implements LiveListener {
    private final Deque<Double> times = new ArrayDeque<>();
    private LiveFilm film;
    private Runnable command;

    void begin(LiveFilm begun, Runnable what, double... after) {
      double start = begun.state().clock().time();
      for (double t : after) {
        times.add(start + t - 1e-16);
      }
      command = what;
      film = begun;
    }

    /** Asked before each time step. */
    @Override
    public boolean wantsFrame() {
      look(times.isEmpty() || film == null ? 0 : film.state().clock().time());
      return false;
    }

    @Override
    public void row(TableRow row) {
      look(row.numbers()[0]);
    }

    private void look(double time) {
      if (film != null && !times.isEmpty() && time >= times.peek()) {
        times.remove();
        command.run();
      }
    }
  }

  /**
   * Cuts at ends of slots, pulses and readings. The film is relaxed for 30 ps, or for 25 ps, where
   * rows lie between them: a command that came after the last row cut the film at the end of the
   * slot, and a run of the saved film went on from another time by rounding.
   */
  @ParameterizedTest
  @CsvSource({
    "slots, 30, 130, 260",
    "slots, 30, 127, 257",
    "slots, 25, 127, 257",
    "slots, 25, 98, 257",
    "pulses, 25, 42, 127",
    "settled, 40, 500, 1000",
    "settled, 140, 500, 1000",
    "settled, 25, 497, 997"
  })
  void soIsOneThatIsCutWhereASlotEnds(String which, int relax, double first, double second)
      throws Exception {
    String step =
        switch (which) {
          case "slots" -> SLOTS;
          case "pulses" -> PULSES;
          default -> "train: {pattern: +--+, voltage: 30 mV, time: 1.1 ns, until: settled}";
        };
    for (boolean isStopped : new boolean[] {true, false}) {
      Cutter cutter = new Cutter();
      Path scratch = Files.createTempDirectory(folder, "scratch");
      try (LiveFilm film =
          new LiveFilm(
              SmallFilm.experiment("initial.relax=" + relax + " ps"), false, scratch, 1, cutter)) {
        await(film);
        Runnable command = isStopped ? film::stop : () -> film.measure("then");
        cutter.begin(film, command, first * 1e-12, second * 1e-12);
        film.play(film.read("[{" + step + "}]").get(0), false);
        await(film);
        film.play(film.read("[rest: 30 ps]").get(0), false);
        await(film);
        assertRunsAgainToTheSameBits(film);
      }
    }
  }

  /** A reading that is asked for after the last row of a step finds it ended. */
  @Test
  void aTrainingThatEndsItselfBeforeItIsCutIsOver() throws Exception {
    Experiment e =
        SmallFilm.experiment(
            "film.size=[96 nm, 80 nm]", "electrodes.radius=24 nm", "initial.seed=2");
    String step =
        "train: {pattern: +-+-, voltage: 30 mV, time: 300 ps, until: verified, margin: 0 %,"
            + " clearance: 0 %, hold: 0 ns, pulse: {on: 60 ps, off: 13 ps}}";
    Cutter cutter = new Cutter();
    Path scratch = Files.createTempDirectory(folder, "scratch");
    try (LiveFilm film = new LiveFilm(e, false, scratch, 1, cutter)) {
      await(film);
      cutter.begin(film, () -> film.measure("then"), 67e-12);
      film.play(film.read("[{" + step + "}]").get(0), false);
      await(film);
      assertThat(film.experiment().steps())
          .extracting(Step::kind)
          .containsExactly("measure", "train", "measure");
      // at the end of the first pause
      assertThat(film.state().clock().time()).isCloseTo((25 + 73) * 1e-12, within(1e-18));
      assertRunsAgainToTheSameBits(film);
    }
  }

  /** A name that leaves the file room for some steps. */
  private static String nameFor(int bytes) {
    int others = ExperimentFile.length(SmallFilm.experiment("name=x").withProtocol(List.of()));
    return "name=" + "x".repeat(Yaml.LONGEST - LiveRoom.RESERVE - others - bytes);
  }

  @Test
  void whatHasNoPlaceInAFileIsRefusedAndNothingIsLost() throws Exception {
    try (LiveFilm film = film(false, nameFor(400))) {
      await(film);
      int steps = 1;
      try {
        for (; steps < 100; steps++) {
          train(film);
        }
      } catch (LiveCommandException e) {
        assertThat(e).hasMessageContaining("an experiment file has 4 MB at most");
        assertThat(e.isConflict()).isTrue();
      }
      // 60 to 100 bytes each
      assertThat(steps).isBetween(4, 7);
      assertThatThrownBy(film::train).hasMessageContaining("4 MB");
      assertThatThrownBy(() -> film.step(1e-12)).hasMessageContaining("4 MB");
      assertThat(film.experiment().steps()).hasSize(steps);
      assertThat(saved(film).steps()).hasSize(steps + 1);
      Path kept = Files.createTempDirectory(folder, "kept");
      film.keep(kept);
      assertThat(ExperimentFile.read(kept.resolve("experiment.yaml"), List.of()))
          .isEqualTo(film.experiment());
      Experiment now = film.experiment();
      film.electrodes(now);
      while (film.state().place().chapter() == 1) {
        Thread.sleep(2);
      }
      await(film);
      train(film);
      film.undo().get(60, TimeUnit.SECONDS);
      film.undo().get(60, TimeUnit.SECONDS);
      await(film);
      film.undo().get(60, TimeUnit.SECONDS);
      // the script that the film is on its way back to has room already
      film.play(new Step.Rest(10e-12), false);
      await(film);
      assertThat(saved(film).steps()).hasSize(steps + 1);
    }
  }

  @Test
  void aProtocolThatHasNoPlaceInAFileWhereItIsWrittenOutIsRefused() throws Exception {
    String protocol = "protocol=[repeat: {times: 10, steps: [rest: 10 ps]}]";
    assertThatThrownBy(() -> film(true, nameFor(-4900), protocol))
        .hasMessageContaining("the protocol has 4 MB with its repeats written out");
    try (LiveFilm film = film(false, nameFor(-4900), protocol)) {
      await(film);
      assertThatThrownBy(film::protocol).hasMessageContaining("4 MB");
      assertThat(film.experiment().steps()).hasSize(1);
    }
  }

  /** 100 000 snapshots. */
  @Test
  void whatHasNoPlaceInTheTableIsRefused() throws Exception {
    try (LiveFilm film = film(false, "output.snapshots=1 ps")) {
      await(film);
      assertThatThrownBy(() -> film.play(new Step.Rest(100e-9), false))
          .hasMessageContaining("such a run has 100 ns at most");
      LiveRoom room = new LiveRoom(film.experiment(), 0, 60e-9);
      // three rows of 10 ps before the end
      assertThat(room.fitting(new Step.Rest(1e-6), true).duration())
          .isCloseTo(39.97e-9, within(1e-15));
      train(film);
      saved(film);
    }
  }
}
