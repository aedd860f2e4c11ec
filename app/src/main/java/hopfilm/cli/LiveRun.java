package hopfilm.cli;

import hopfilm.experiment.Experiment;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.TwoListeners;
import hopfilm.result.RunStatus;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunControl;
import hopfilm.web.LiveServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

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
      RunListener both = new TwoListeners(terminal, watched.listener());
      RunResult result = ExperimentRunner.run(experiment, folder, threads, both, control);
      watched.ended(
          result.status() == RunStatus.DONE ? "done" : "failed",
          result.status() == RunStatus.DONE ? "results in " + folder : result.message());
      server.keepFilms(line -> notes.println("hopfilm: " + line));
      return result;
    }
  }
}
