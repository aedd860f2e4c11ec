package hopfilm.live;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import hopfilm.live.LiveState.Status;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands in any order, with steps cut short, undo and saving in between: what is saved in the end
 * is what a run of the saved experiment writes, to the bit.
 */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveUndoTest {

  private static final int COMMANDS = 9;
  private static final Executor THREADS = task -> new Thread(task).start();

  @TempDir Path folder;

  private int saved;

  private LiveFilm film() throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Experiment e =
        SmallFilm.experiment(
            "film.size=[96 nm, 80 nm]",
            "electrodes.radius=24 nm",
            "initial.relax={time: 100 ps, alpha: 1}",
            "output={table: 2 ps, snapshots: 100 ps, formats: [ovf], report: off}");
    return new LiveFilm(e, false, scratch, 1, new LiveListener() {});
  }

  /**
   * A reading ends the training, and its preconditioner serves the first row after it, as the film
   * is relaxed and moves little: somebody who looks at the film that came back must not change it.
   */
  @Test
  void aStepAfterUndoIsAsIfThereHadBeenNone() throws Exception {
    try (LiveFilm film = film()) {
      await(film, LiveUndoTest::isIdle);
      cutShort(film);
      rest(film);
      undo(film);
      rest(film);
      assertRepeats(save(film));
    }
  }

  /** A step that asks at each row whether the film is at rest, and is stopped before it is. */
  @Test
  void aRelaxationThatWasStoppedRepeats() throws Exception {
    try (LiveFilm film = film()) {
      await(film, LiveUndoTest::isIdle);
      cutShort(film);
      for (int k = 0; k < 2; k++) {
        double before = film.state().clock().time();
        film.play(
            new Step.Relax(
                1e-6,
                0.5,
                OptionalDouble.of(1e-6),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            false);
        await(film, s -> s.clock().time() > before + 5e-12);
        film.stop();
        await(film, LiveUndoTest::isIdle);
        rest(film);
      }
      undo(film);
      rest(film);
      assertRepeats(save(film));
    }
  }

  /**
   * A step that has ended is part of the history at once, with the place to go back to: between the
   * two, which takes a while on a large film, there was nothing to undo.
   */
  @Test
  void aStepCanBeUndoneAtEachMoment() throws Exception {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    Experiment e =
        SmallFilm.experiment(
            "film.size=[400 nm, 320 nm]",
            "initial.relax=1 ps",
            "protocol=[repeat: {times: 15, steps: [rest: 1 ps]}]",
            "output={table: 1 ps, snapshots: 100 ps, formats: [ovf], report: off}");
    try (LiveFilm film = new LiveFilm(e, true, scratch, 1, new LiveListener() {})) {
      await(film, s -> s.undo() != null);
      LiveState state;
      do {
        state = film.state();
        assertThat(state.undo()).startsWith("re"); // relax, rest
        assertThat(film.experiment().steps()).isNotEmpty();
      } while (!isIdle(state));
      assertThat(state.experiment().steps()).hasSize(15);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void commandsInAnyOrder(long seed) throws Exception {
    Random random = new Random(seed);
    try (LiveFilm film = film()) {
      await(film, LiveUndoTest::isIdle);
      for (int k = 0; k < COMMANDS; k++) {
        switch (random.nextInt(5)) {
          case 0 -> cutShort(film);
          case 1, 2 -> rest(film);
          case 3 -> film.measure("m" + k).get(60, TimeUnit.SECONDS);
          default -> undo(film);
        }
      }
      rest(film);
      assertRepeats(save(film));
    }
  }

  /** Whatever meets whatever: nothing hangs, and what is left in the end repeats. */
  @Test
  void commandsOfSeveralThreadsAtATime() throws Exception {
    try (LiveFilm film = film()) {
      await(film, LiveUndoTest::isIdle);
      List<CompletableFuture<Void>> threads = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        Random random = new Random(k);
        threads.add(CompletableFuture.runAsync(() -> command(film, random), THREADS));
      }
      for (CompletableFuture<Void> thread : threads) {
        thread.get(60, TimeUnit.SECONDS);
      }
      film.stop();
      await(film, LiveUndoTest::isIdle);
      rest(film);
      assertRepeats(save(film));
    }
  }

  private static void command(LiveFilm film, Random random) {
    for (int k = 0; k < 60; k++) {
      try {
        switch (random.nextInt(10)) {
          case 0 -> film.train();
          case 1 -> film.play(new Step.Rest(3e-12), false);
          case 2 -> film.stop();
          case 3 -> film.pause();
          case 4 -> film.resume();
          case 5 -> film.step(4e-12);
          case 6 -> film.set(Pattern::negated);
          case 7 -> film.measure("m");
          case 8 -> film.undo();
          default -> film.reset();
        }
        Thread.sleep(random.nextInt(4));
      } catch (LiveCommandException e) {
        continue; // refused, as too many wait, or nothing can be undone
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** A training without an end that is stopped after some rows. */
  private static void cutShort(LiveFilm film) throws InterruptedException {
    double before = film.state().clock().time();
    film.train();
    await(film, s -> s.clock().time() > before + 3e-12);
    film.stop();
    await(film, LiveUndoTest::isIdle);
  }

  private static void rest(LiveFilm film) throws InterruptedException {
    double before = film.state().clock().time();
    film.play(new Step.Rest(3e-12), false);
    await(film, s -> isIdle(s) && s.clock().time() > before);
  }

  private static void undo(LiveFilm film) throws InterruptedException {
    if (film.state().undo() != null) {
      double before = film.state().clock().time();
      film.undo();
      await(film, s -> isIdle(s) && s.clock().time() < before);
    }
  }

  private static boolean isIdle(LiveState s) {
    return s.status() == Status.IDLE;
  }

  private static void await(LiveFilm film, Predicate<LiveState> condition)
      throws InterruptedException {
    while (!condition.test(film.state())) {
      assertThat(film.state().notes().message()).isNull();
      Thread.sleep(2);
    }
  }

  private Path save(LiveFilm film) throws Exception {
    Path to = Files.createDirectory(folder.resolve("saved" + ++saved));
    film.save(to).get(60, TimeUnit.SECONDS);
    return to;
  }

  private void assertRepeats(Path run) throws IOException {
    Path again = Files.createDirectory(folder.resolve("again"));
    Experiment e = ExperimentFile.read(run.resolve("experiment.yaml"), List.of());
    ExperimentRunner.run(e, again, 1, RunListener.NONE);
    for (String file : List.of("table.txt", "journal.bin", "m000001.ovf")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
    }
    for (String key : List.of("conductance", "energies", "energy_joule", "steps")) {
      assertThat(SmallFilm.summary(again).get(key)).isEqualTo(SmallFilm.summary(run).get(key));
    }
  }
}
