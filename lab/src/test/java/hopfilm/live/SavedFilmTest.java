package hopfilm.live;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a live film saves is an experiment that is read again. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Order(5)
class SavedFilmTest {

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
        film.read("[{train: {pattern: \"+--+\", voltage: 30 mV, time: 0.1 ns}}]").get(0), false);
    await(film);
  }

  private Experiment saved(LiveFilm film) throws Exception {
    Path saved = Files.createTempDirectory(folder, "saved");
    film.save(saved).get(60, TimeUnit.SECONDS);
    Experiment read = ExperimentFile.read(saved.resolve("experiment.yaml"), List.of());
    assertThat(read).isEqualTo(film.experiment());
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
}
