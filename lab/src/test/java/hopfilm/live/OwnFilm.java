package hopfilm.live;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.live.LiveState.Status;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small film for a test, and waiting for it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class OwnFilm {

  @TempDir Path folder;

  LiveFilm film(String... settings) throws IOException {
    return film(new LiveListener() {}, settings);
  }

  LiveFilm film(LiveListener listener, String... settings) throws IOException {
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    return new LiveFilm(SmallFilm.experiment(settings), false, scratch, 1, listener);
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(2);
    }
  }

  static void await(LiveFilm film, Predicate<LiveState> condition) throws InterruptedException {
    await(
        () -> {
          assertThat(film.state().notes().message()).isNull();
          return condition.test(film.state());
        });
  }

  static boolean isIdle(LiveState s) {
    return s.status() == Status.IDLE;
  }

  Path save(LiveFilm film) throws Exception {
    Path saved = Files.createDirectory(folder.resolve("saved"));
    film.save(saved).get(60, TimeUnit.SECONDS);
    return saved;
  }
}
