package hopfilm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hopfilm.experiment.Step;
import hopfilm.film.TableRow;
import hopfilm.live.LiveState.Status;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A film whose thread meets an error of the program: it says so, and can be taken back. */
class LiveFaultTest extends OwnFilm {

  private static void await(LiveFilm film, Status status) throws InterruptedException {
    while (film.state().status() != status) {
      Thread.sleep(2);
    }
  }

  /** Fails at the next row of the table after it was told to, and once. */
  private static final class Faulty implements LiveListener {
    volatile boolean isNext;

    @Override
    public void row(TableRow row) {
      if (isNext) {
        isNext = false;
        overflow();
      }
    }

    private static void overflow() {
      throw new StackOverflowError();
    }
  }

  @Test
  void aStackThatOverflowsBreaksTheFilmAndNotItsThread() throws Exception {
    Faulty faulty = new Faulty();
    try (LiveFilm film = film(faulty)) {
      await(film, Status.IDLE);
      faulty.isNext = true;
      film.play(new Step.Rest(0.2e-9), false);
      await(film, Status.FAILED);
      assertThat(film.state().notes().message())
          .contains("an internal fault, please report it", "StackOverflowError", "Faulty.overflow")
          .doesNotContain("\n");
      film.undo().get(60, TimeUnit.SECONDS);
      await(film, Status.IDLE);
      film.measure("again").get(60, TimeUnit.SECONDS);
    }
  }

  /** A folder that overflows the stack of whoever looks at it. */
  private static Path deep() {
    return (Path)
        Proxy.newProxyInstance(
            Path.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (proxy, method, arguments) -> {
              throw new StackOverflowError();
            });
  }

  @Test
  void whoWaitsForACallHearsOfTheFaultAtOnce() throws Exception {
    try (LiveFilm film = film(new Faulty())) {
      await(film, Status.IDLE);
      CompletableFuture<Object> saved = film.save(deep());
      assertThatThrownBy(() -> saved.get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StackOverflowError.class);
      await(film, Status.IDLE);
      film.measure("again").get(60, TimeUnit.SECONDS);
    }
  }
}
