package hopfilm.cli;

import hopfilm.experiment.Experiment;
import hopfilm.film.FilmMoment;
import hopfilm.film.FilmRow;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.RunStatus;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunControl;
import hopfilm.web.LiveServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** A run that a browser shows while it goes on. */
final class LiveRun {

  private LiveRun() {}

  static RunResult run(
      Experiment experiment,
      Path folder,
      int threads,
      RunListener terminal,
      RunControl control,
      PrintWriter notes)
      throws IOException {
    Path runs = folder.toAbsolutePath().getParent();
    try (LiveServer server = ServeCommand.start(null, null, true, runs)) {
      LiveServer.Watched watched = server.watch(experiment);
      notes.println("hopfilm: to watch the run: " + server.address());
      RunListener both = new Both(terminal, watched.listener());
      RunResult result = ExperimentRunner.run(experiment, folder, threads, both, control);
      watched.ended(
          result.status() == RunStatus.DONE ? "done" : "failed",
          result.status() == RunStatus.DONE ? "results in " + folder : result.message());
      server.keepFilms(line -> notes.println("hopfilm: " + line));
      return result;
    }
  }

  /** Tells two listeners; the second one sees the film too. */
  private record Both(RunListener first, RunListener second) implements RunListener {
    @Override
    public void progress(Progress progress) {
      first.progress(progress);
      second.progress(progress);
    }

    @Override
    public void finishing() {
      first.finishing();
      second.finishing();
    }

    @Override
    public void warning(String message) {
      first.warning(message);
      second.warning(message);
    }

    @Override
    public void note(String message) {
      first.note(message);
      second.note(message);
    }

    @Override
    public void table(List<double[]> rows) {
      second.table(rows);
    }

    @Override
    public void trains(double time, double amplitude) {
      second.trains(time, amplitude);
    }

    @Override
    public void trained(boolean isVerified) {
      second.trained(isVerified);
    }

    @Override
    public void row(FilmRow row) {
      second.row(row);
    }

    @Override
    public boolean wantsFrame() {
      return second.wantsFrame();
    }

    @Override
    public void frame(FilmMoment film) {
      second.frame(film);
    }
  }
}
