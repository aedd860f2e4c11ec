package hopfilm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Step;
import hopfilm.film.FilmMoment;
import hopfilm.live.LiveState.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Commands that meet a film at work, or one another. */
@Order(5)
class LiveCallsTest extends OwnFilm {

  @Test
  void commandsFollowEachOtherWithoutWaiting() throws Exception {
    try (LiveFilm film = film()) {
      await(film, OwnFilm::isIdle);
      Step step = film.read("[{train: {pattern: \"+--+\", voltage: 30 mV, time: 0.3 ns}}]").get(0);
      film.reset();
      // the film is on its way back: the training begins there and is not forgotten
      film.play(step, false);
      await(film, s -> isIdle(s) && s.undo() != null && s.undo().startsWith("train"));
      assertThat(film.experiment().steps()).endsWith(step);
      CompletableFuture<Object> first = film.reset();
      CompletableFuture<Object> second = film.undo();
      assertThat(first).isCompleted();
      second.get(60, TimeUnit.SECONDS);
      await(film, s -> isIdle(s) && s.undo() != null && s.undo().startsWith("train"));
    }
  }

  /** Two that find the same step, at the same moment of it: the film's thread gives both itself. */
  @Test
  void callsWithinOneRowAreAnsweredInOrderAndTheStepGoesOnAsItWasFound() throws Exception {
    List<CompletableFuture<Object>> calls = new CopyOnWriteArrayList<>();
    AtomicReference<LiveFilm> asked = new AtomicReference<>();
    AtomicReference<Status> when = new AtomicReference<>();
    LiveListener asking =
        new LiveListener() {
          @Override
          public boolean wantsFrame() {
            ask(Status.RUNNING);
            return false;
          }

          @Override
          public void shown(FilmMoment moment) {
            ask(Status.PAUSED);
          }

          private void ask(Status now) {
            if (when.get() == now && asked.get().state().status() == now) {
              when.set(null);
              for (int k = 1; k <= 3; k++) {
                calls.add(asked.get().measure(now + "_" + k));
              }
            }
          }
        };
    try (LiveFilm film = film(asking)) {
      await(film, OwnFilm::isIdle);
      asked.set(film);
      film.train();
      await(film, s -> s.clock().time() > 0.25e-9);
      when.set(Status.RUNNING);
      await(() -> calls.size() == 3);
      for (CompletableFuture<Object> one : calls) {
        one.get(20, TimeUnit.SECONDS);
      }
      double measured = film.state().clock().time();
      await(film, s -> s.clock().time() > measured + 0.1e-9 && s.status() == Status.RUNNING);
      calls.clear();
      when.set(Status.PAUSED);
      film.pause();
      await(() -> calls.size() == 3);
      for (CompletableFuture<Object> one : calls) {
        one.get(20, TimeUnit.SECONDS);
      }
      await(film, s -> s.status() == Status.PAUSED);
      assertThat(film.state().phase()).startsWith("train");
      List<String> done = new ArrayList<>();
      for (Step step : film.experiment().steps()) {
        done.add(step instanceof Step.Measure m ? m.label() : step.getClass().getSimpleName());
      }
      assertThat(done)
          .containsExactly(
              "untrained",
              "Train",
              "RUNNING_1",
              "RUNNING_2",
              "RUNNING_3",
              "Train",
              "PAUSED_1",
              "PAUSED_2",
              "PAUSED_3");
    }
  }

  /** A measure that meets a step which is ended already does not call it back. */
  @Test
  void aCallAfterStopLeavesTheStepEnded() throws Exception {
    List<CompletableFuture<Object>> calls = new CopyOnWriteArrayList<>();
    AtomicReference<LiveFilm> asked = new AtomicReference<>();
    LiveListener asking =
        new LiveListener() {
          @Override
          public boolean wantsFrame() {
            LiveFilm film = asked.getAndSet(null);
            if (film != null) {
              film.stop();
              calls.add(film.measure("stopped"));
            }
            return false;
          }
        };
    try (LiveFilm film = film(asking)) {
      await(film, OwnFilm::isIdle);
      film.train();
      await(film, s -> s.clock().time() > 0.25e-9);
      asked.set(film);
      await(() -> calls.size() == 1);
      calls.get(0).get(20, TimeUnit.SECONDS);
      await(film, OwnFilm::isIdle);
      assertThat(film.experiment().steps().get(film.experiment().steps().size() - 1))
          .isEqualTo(new Step.Measure("stopped"));
    }
  }

  /** The film waits, but for somebody who saves it. */
  @Test
  void aStepThatIsAskedForWhileTheFilmIsSavedFollows() throws Exception {
    AtomicReference<LiveFilm> asked = new AtomicReference<>();
    LiveListener asking =
        new LiveListener() {
          @Override
          public void changed() {
            LiveFilm film = asked.get();
            if (film != null
                && film.state().phase().equals("save")
                && asked.compareAndSet(film, null)) {
              film.step(20e-12);
            }
          }
        };
    try (LiveFilm film = film(asking)) {
      await(film, OwnFilm::isIdle);
      asked.set(film);
      save(film);
      await(film, s -> s.status() == Status.PAUSED && s.phase().startsWith("train"));
      // relaxed at 25 ps, and two rows of 10 ps later
      assertThat(film.state().clock().time()).isCloseTo(40e-12, within(1e-15));
    }
  }

  @Test
  void commandsThatWaitForTheFilmToComeBackAreBounded() throws Exception {
    List<CompletableFuture<Object>> given = new ArrayList<>();
    CompletableFuture<Object> late;
    try (LiveFilm film = film()) {
      await(film, OwnFilm::isIdle);
      assertThatThrownBy(
              () -> {
                for (int k = 0; k < 400; k++) {
                  given.add(film.reset());
                }
              })
          .hasMessageContaining("commands wait for this film");
      // one under way, and as many as may wait; more where the film is quick
      assertThat(given).hasSizeGreaterThan(LiveFilm.QUEUE);
      for (CompletableFuture<Object> one : given) {
        one.get(60, TimeUnit.SECONDS);
      }
      await(film, OwnFilm::isIdle);
      film.reset();
      late = film.reset();
    }
    // nobody waits for a film that was closed
    assertThat(late).isDone();
  }
}
