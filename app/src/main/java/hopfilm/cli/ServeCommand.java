package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.StopSignals;
import hopfilm.experiment.Experiment;
import hopfilm.input.ExperimentException;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.protocol.TwoListeners;
import hopfilm.result.RunStatus;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunControl;
import hopfilm.run.RunDirectory;
import hopfilm.web.LiveServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the live laboratory. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    header = "Open the live laboratory in a browser",
    description = "The command prints its address.")
final class ServeCommand implements Callable<Integer> {

  /** The port that is tried first. */
  static final int PORT = 8089;

  /** A class larger than this needs several servers. */
  private static final int MAX_PAGES = 100;

  @Option(names = "--port", paramLabel = "N", description = "Port (default: 8089, or a free one)")
  private Integer port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: 127.0.0.1)")
  private String bind;

  @Option(names = "--no-token", description = "Admit users without a token")
  private boolean isOpen;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = "Folder of the runs that can be opened and saved (default: runs)")
  private Path runs = Path.of("runs");

  @Option(
      names = "--class",
      paramLabel = "N",
      description = "Give each page a film of its own, to N pages at most")
  private Integer pages;

  @Option(names = "--until-eof", description = "Stop when standard input ends")
  private boolean isHeld;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter notes = spec.commandLine().getErr();
    RunControl control = RunControl.unlimited();
    try (StopSignals watching = StopSignals.watch(control, notes, "keeping what was trained");
        LiveServer server = start(port, bind, !isOpen, runs, isHeld, pages)) {
      if (isHeld) {
        stopAtEndOfInput(control, notes);
      }
      spec.commandLine().getOut().println(server.address());
      notes.println("hopfilm: open this address in a browser; Ctrl-C ends the server");
      while (!control.isStopAsked()) {
        Thread.sleep(100);
      }
      boolean isKept = server.keepFilms(line -> notes.println("hopfilm: " + line));
      return isKept ? ExitStatus.DONE : ExitStatus.FAILED;
    }
  }

  /** The system closes the input however the program ends that writes it. */
  private static void stopAtEndOfInput(RunControl control, PrintWriter notes) {
    Thread reading =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // what cannot be read has ended
              }
              notes.println("hopfilm: standard input ended; keeping what was trained");
              control.stop("standard input ended");
            },
            "input");
    reading.setDaemon(true);
    reading.start();
  }

  /**
   * Begins to listen.
   *
   * @param port null for the usual or another one
   * @param withToken whether a token is needed
   * @param isOwn whether it serves the program that started it alone
   * @param pages of a class; null for none
   * @throws ExperimentException if it cannot listen there
   */
  static LiveServer start(
      Integer port, String bind, boolean withToken, Path runs, boolean isOwn, Integer pages)
      throws IOException {
    if (pages != null && (pages < 1 || pages > MAX_PAGES)) {
      throw ExperimentException.of("--class", CliMessage.OPTION_CLASS, pages, MAX_PAGES);
    }
    if (port != null && (port < 0 || port > 65535)) {
      throw ExperimentException.of("--port", CliMessage.OPTION_PORT, port);
    }
    if (bind != null && !withToken) {
      throw ExperimentException.of("--no-token", CliMessage.OPTION_NO_TOKEN);
    }
    if (bind != null && bind.isBlank()) {
      throw ExperimentException.of(
          "--bind", CliMessage.OPTION_BIND, "\"" + bind + "\"", "it is empty");
    }
    if (!RunDirectory.isWritable(runs)) {
      throw ExperimentException.of("--runs", CliMessage.OPTION_RUNS, runs);
    }
    int cores = Runtime.getRuntime().availableProcessors();
    LiveServer.Options options =
        new LiveServer.Options(
            port == null ? PORT : port,
            port == null,
            bind,
            withToken,
            runs,
            pages == null ? Math.max(1, cores - 1) : 1,
            isOwn,
            pages == null ? 0 : pages);
    try {
      return LiveServer.start(options);
    } catch (java.net.UnknownHostException e) {
      throw ExperimentException.of(
          "--bind", CliMessage.OPTION_BIND, bind, "there is no such address");
    } catch (java.net.BindException e) {
      throw bind == null
          ? ExperimentException.of("--port", CliMessage.OPTION_PORT_TAKEN, port)
          : ExperimentException.of("--bind", CliMessage.OPTION_BIND, bind, e.getMessage());
    }
  }

  /** Carries out a run that a browser shows while it goes on. */
  static RunResult watched(
      Experiment experiment,
      Path folder,
      int threads,
      RunListener terminal,
      RunControl control,
      PrintWriter notes)
      throws IOException {
    Path runs = folder.toAbsolutePath().getParent();
    try (LiveServer server = start(null, null, true, runs, false, null)) {
      LiveServer.Watched film = server.watch(experiment);
      notes.println("hopfilm: to watch the run: " + server.address());
      RunListener both = new TwoListeners(terminal, film.listener());
      RunResult result = ExperimentRunner.run(experiment, folder, threads, both, control);
      film.ended(
          result.status() == RunStatus.DONE ? "done" : "failed",
          result.status() == RunStatus.DONE ? "results in " + folder : result.message());
      server.keepFilms(line -> notes.println("hopfilm: " + line));
      return result;
    }
  }
}
