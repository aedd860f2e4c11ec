package hopfilm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.ContactKind;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmMoment;
import hopfilm.film.TableRow;
import hopfilm.hopfield.Pattern;
import hopfilm.live.LiveState.Status;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.SmallFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A film that is steered: what was done with it is an experiment that repeats it bit for bit. */
@Order(5)
class LiveFilmTest extends OwnFilm {

  /** Runs what a saved folder says and compares all that the film decides. */
  private void assertRepeats(Path saved) throws IOException {
    Path again = Files.createDirectory(folder.resolve("again"));
    Experiment e = ExperimentFile.read(saved.resolve("experiment.yaml"), List.of());
    ExperimentRunner.run(e, again, 2, RunListener.NONE);
    assertThat(again.resolve("table.txt")).hasSameBinaryContentAs(saved.resolve("table.txt"));
    List<String> snapshots;
    try (var files = Files.list(again)) {
      snapshots =
          files.map(f -> f.getFileName().toString()).filter(n -> n.matches("m\\d+.ovf")).toList();
    }
    assertThat(snapshots).isNotEmpty();
    for (String name : snapshots) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(saved.resolve(name));
    }
    for (String key : List.of("conductance", "energies", "margin", "energy_joule", "steps")) {
      assertThat(SmallFilm.summary(again).get(key)).isEqualTo(SmallFilm.summary(saved).get(key));
    }
  }

  @Test
  void whateverWasDoneIsAnExperimentThatRepeatsItBitForBit() throws Exception {
    try (LiveFilm film = film()) {
      await(film, OwnFilm::isIdle);
      double relaxed = film.state().clock().time();
      film.set(new Pattern("++--"), 0.03);
      film.train();
      await(film, s -> s.clock().time() > relaxed + 0.15e-9);
      film.pause();
      await(film, s -> s.status() == Status.PAUSED);
      double held = film.state().clock().time();
      Thread.sleep(20);
      assertThat(film.state().clock().time()).isEqualTo(held);
      film.resume();
      await(film, s -> s.clock().time() > held + 0.1e-9);
      film.set(p -> new Pattern("+-+-"));
      await(film, s -> s.phase().equals("train +-+-") && s.clock().time() > held + 0.3e-9);
      film.measure("between").get(60, TimeUnit.SECONDS);
      film.play(new Step.Rest(0.2e-9), false);
      await(film, OwnFilm::isIdle);
      Path saved = save(film);
      Experiment e = ExperimentFile.read(saved.resolve("experiment.yaml"), List.of());
      assertThat(e.steps())
          .extracting(s -> s.getClass().getSimpleName())
          .startsWith("Measure", "Train", "Train", "Measure")
          .contains("Rest");
      assertRepeats(saved);
    }
  }

  @Test
  void aFilmThatWaitsOrIsPausedIsReadAsItIsAndNotAsItsTableLastSawIt() throws Exception {
    AtomicReference<TableRow> last = new AtomicReference<>();
    LiveListener listener =
        new LiveListener() {
          @Override
          public void row(TableRow row) {
            last.set(row);
          }

          @Override
          public void read(TableRow row) {
            last.set(row);
          }
        };
    try (LiveFilm film = film(listener, "output.table=5 ns")) {
      await(film, OwnFilm::isIdle);
      film.play(
          film.read("[{train: {pattern: \"+--+\", voltage: 30 mV, time: 0.3 ns}}]").get(0), false);
      await(film, s -> isIdle(s) && s.undo() != null);
      assertThat(last.get().time()).isEqualTo(film.state().clock().time());
      double[][] live = last.get().siemens();
      film.measure("now").get(60, TimeUnit.SECONDS);
      film.train();
      double begun = film.state().clock().time();
      for (int k = 1; k <= 3; k++) { // between stops of the clock too
        double from = begun + k * 0.02e-9;
        await(film, s -> s.clock().time() > from);
        film.pause();
        await(film, s -> s.status() == Status.PAUSED && last.get().time() == s.clock().time());
        film.resume();
      }
      film.stop();
      await(film, OwnFilm::isIdle);
      Path saved = save(film);
      JsonNode now = SmallFilm.summary(saved).get("conductance").get("now");
      for (int a = 0; a < live.length; a++) {
        for (int b = 0; b < live.length; b++) {
          // another meter solves for the same texture
          assertThat(live[a][b]).isCloseTo(now.get(a).get(b).asDouble(), within(1e-8));
        }
      }
      assertRepeats(saved);
    }
  }

  @Test
  void whatIsUndoneLeavesNoTrace() throws Exception {
    try (LiveFilm film = film()) {
      await(film, OwnFilm::isIdle);
      Step step = film.read("[{train: {pattern: \"+--+\", voltage: 30 mV, time: 0.3 ns}}]").get(0);
      film.play(step, false);
      await(film, s -> isIdle(s) && s.undo() != null);
      film.play(new Step.Rest(0.2e-9), false);
      await(film, s -> isIdle(s) && "rest 200 ps".equals(s.undo()));
      film.undo();
      await(film, s -> isIdle(s) && "train +--+ 300 ps".equals(s.undo()));
      film.undo();
      await(film, s -> isIdle(s) && s.undo() == null);
      assertThatThrownBy(film::undo).hasMessageContaining("nothing to undo");
      film.play(step, false);
      await(film, s -> isIdle(s) && s.undo() != null);
      film.reset();
      await(film, s -> isIdle(s) && "reset".equals(s.undo()));
      film.undo();
      await(film, s -> isIdle(s) && "train +--+ 300 ps".equals(s.undo()));
      Path saved = save(film);
      assertThat(
              ExperimentFile.read(saved.resolve("experiment.yaml"), List.of()).steps().stream()
                  .filter(Step.Train.class::isInstance))
          .containsExactly(step);
      assertRepeats(saved);
    }
  }

  @Test
  void aFolderThatCannotBeFilledIsMarkedFailedAndTheFilmGoesOn() throws Exception {
    try (LiveFilm film = film()) {
      await(film, OwnFilm::isIdle);
      Path saved = Files.createDirectory(folder.resolve("saved"));
      // where the table belongs
      Files.createDirectory(saved.resolve("table.txt"));
      assertThatThrownBy(() -> film.save(saved).get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IOException.class);
      JsonNode status = SmallFilm.json(saved.resolve("status.json"));
      assertThat(status.path("status").asString()).isEqualTo("failed");
      assertThat(status.path("reason").asString())
          .contains("table.txt", "something of that name is there already");
      film.measure("after").get(60, TimeUnit.SECONDS);
      film.save(Files.createDirectory(folder.resolve("again"))).get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void aWatcherSeesTheStartFirst() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    LiveListener listener =
        new LiveListener() {
          @Override
          public void shown(FilmMoment moment) {
            heard.add("shown at " + moment.time());
          }

          @Override
          public void row(TableRow row) {
            heard.add("row");
          }
        };
    try (LiveFilm film = film(listener, "initial.relax=1 ps")) {
      await(film, OwnFilm::isIdle);
      // a large film takes its time to its first row
      assertThat(heard.get(0)).isEqualTo("shown at 0.0");
    }
  }

  @Test
  void otherContactsGoOnWithTheTextureInAChapterOfTheirOwn() throws Exception {
    try (LiveFilm film = film()) {
      await(film, OwnFilm::isIdle);
      film.play(film.read("[{train: {pattern: \"+--+\", time: 0.3 ns}}]").get(0), false);
      await(film, s -> isIdle(s) && s.undo() != null);
      Experiment now = film.experiment();
      film.electrodes(
          now.with(
              new ElectrodesSpec.SidesX(ContactKind.OfAll.IDEAL), now.initial(), now.protocol()));
      await(film, s -> isIdle(s) && s.place().chapter() == 2);
      assertThat(film.state().next().pattern().size()).isEqualTo(2);
      assertThat(film.start().orElseThrow()).exists();
      film.train();
      await(film, s -> s.clock().time() > 0.25e-9);
      film.stop();
      await(film, OwnFilm::isIdle);
      assertRepeats(save(film));
      film.undo();
      film.undo();
      await(film, s -> isIdle(s) && s.place().chapter() == 1);
      assertThat(film.state().undo()).startsWith("train +--+");
    }
  }

  @Test
  void theProtocolOfTheFileEndsAsItsRunEvenWhereItIsWatched() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    ExperimentRunner.run(SmallFilm.experiment(), run, 1, RunListener.NONE);
    AtomicLong frames = new AtomicLong();
    List<String> phases = new CopyOnWriteArrayList<>();
    AtomicReference<LiveFilm> watched = new AtomicReference<>();
    LiveListener watching =
        new LiveListener() {
          private long asked;

          @Override
          public boolean wantsFrame() {
            return ++asked % 3 == 0;
          }

          @Override
          public void frame(FilmMoment moment) {
            frames.incrementAndGet();
          }

          @Override
          public void changed() {
            if (watched.get() != null) {
              phases.add(watched.get().state().phase());
            }
          }
        };
    try (LiveFilm film = film(watching)) {
      await(film, OwnFilm::isIdle);
      watched.set(film);
      film.protocol();
      await(film, s -> isIdle(s) && s.experiment().steps().size() > 1);
      Path saved = save(film);
      assertThat(frames.get()).isPositive();
      assertThat(phases).contains("save");
      assertThat(saved.resolve("table.txt")).hasSameBinaryContentAs(run.resolve("table.txt"));
      assertThat(saved.resolve("experiment.yaml"))
          .hasSameTextualContentAs(run.resolve("experiment.yaml"));
    }
    assertThat(folder.resolve("scratch")).doesNotExist();
  }
}
