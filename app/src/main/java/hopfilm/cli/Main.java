package hopfilm.cli;

import hopfilm.console.CheckedOutput;
import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.MessageOptions;
import hopfilm.console.StandardError;
import hopfilm.console.WrongCall;
import hopfilm.input.ExperimentException;
import hopfilm.input.Failure;
import hopfilm.run.Provenance;
import hopfilm.sweep.StudyRuns;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** The program hopfilm. Results go to standard output, all else to standard error. */
@Command(
    name = "hopfilm",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    header = "Train a Hopfield network in a magnetic film, read it, recall with it",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      NewCommand.class,
      ServeCommand.class,
      ReportCommand.class,
      StatusCommand.class,
      PlotCommand.class,
      WhereCommand.class,
      ReadoutCommand.class,
      RecallCommand.class,
      MapCommand.class,
      ConvertCommand.class,
      MeshCommand.class,
      OptimiseCommand.class,
      FitCommand.class,
      EvaluateCommand.class,
      BarrierCommand.class,
      RetainCommand.class,
      GatherCommand.class,
      ReproduceCommand.class,
      ValidateCommand.class,
      HelpCommand.class,
      MaterialsCommand.class,
      CompletionCommand.class,
      GalleryCommand.class
    },
    optionListHeading = "Options of every command:%n",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:done",
      "1:the run failed",
      "2:the input is wrong",
      "129, 130, 143:stopped with a checkpoint (HUP, Ctrl-C, TERM or --time-limit)"
    },
    footerHeading = "Examples:%n",
    footer = {
      "  hopfilm new > mine.yaml && hopfilm check mine.yaml && hopfilm run mine.yaml",
      "See hopfilm COMMAND --help, and hopfilm help keys for the experiment file."
    })
public final class Main implements Runnable {

  @Mixin private MessageOptions messages = new MessageOptions();

  private Main() {}

  @Override
  public void run() {
    // without a command the usage is shown
  }

  /** Runs the program and ends the virtual machine with its exit status. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // names of folders and texts are the same on every machine
    StandardError.open();
    CheckedOutput results = new CheckedOutput(System.out);
    PrintWriter out = new PrintWriter(results, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(args, out, err);
    System.exit(results.isLost(err) ? Math.max(status, ExitStatus.FAILED) : status);
  }

  /** Runs the program on the given streams; returns the exit status. */
  public static int run(String[] args, PrintWriter out, PrintWriter err) {
    return carryOut(args, MessageOptions.printable(out), MessageOptions.printable(err));
  }

  private static int carryOut(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = commandLine(System.getProperty("hopfilm.sources") != null);
    Main program = line.getCommand();
    line.registerConverter(Path.class, Main::path);
    line.setExpandAtFiles(false); // @name is a file of that name, and not more arguments
    line.setOut(out);
    line.setErr(err);
    line.setParameterExceptionHandler(
        (e, given) -> {
          err.println(WrongCall.of(e).getMessage());
          return ExitStatus.WRONG_INPUT;
        });
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> failure(e, program.messages.failures(err)));
    line.setExecutionStrategy(
        parsed -> {
          try {
            line.setErr(program.messages.messages(err));
          } catch (ExperimentException | IOException e) {
            return failure(e, err);
          }
          int result = new RunLast().execute(parsed);
          line.getErr().flush();
          return result;
        });
    int status = execute(line, args, err);
    if (args.length == 0) {
      line.usage(err);
      status = ExitStatus.WRONG_INPUT;
    }
    out.flush();
    err.flush();
    return status;
  }

  /**
   * All commands.
   *
   * @param hasSources whether those that need the sources are shown
   */
  static CommandLine commandLine(boolean hasSources) {
    CommandLine line = new CommandLine(new Main());
    SourcesCommand.addTo(line, hasSources);
    if (!hasSources) {
      for (String command : List.of("run", "retain")) {
        hideSpark(line.getSubcommands().get(command).getCommandSpec());
      }
    }
    ProgramHelp.of(line);
    return line;
  }

  /** Leaves out of the help what the script among the sources fetches and builds. */
  private static void hideSpark(CommandSpec command) {
    OptionSpec option = command.findOption("--spark");
    command.remove(option);
    command.addOption(OptionSpec.builder(option).hidden(true).build());
  }

  private static int execute(CommandLine line, String[] args, PrintWriter err) {
    try {
      return line.execute(args);
    } catch (Error e) {
      LoggerFactory.getLogger(Main.class).debug("failed", e);
      err.println("hopfilm: the run failed: " + Failure.reason(e));
      return ExitStatus.FAILED;
    }
  }

  private static Path path(String text) {
    try {
      Path path = Path.of(text);
      // what stands in the place of bytes that are no text
      if (text.contains("\uFFFD") && !Files.exists(path)) {
        throw new TypeConversionException(CliMessage.OPTION_NO_NAME.text(text));
      }
      return path;
    } catch (InvalidPathException e) {
      throw new TypeConversionException(CliMessage.OPTION_NO_PATH.text(text));
    }
  }

  private static int failure(Exception e, PrintWriter err) {
    LoggerFactory.getLogger(Main.class).debug("failed", e);
    if (e instanceof ExperimentException) {
      e.getMessage().lines().forEach(line -> err.println("hopfilm: " + line));
      return ExitStatus.WRONG_INPUT;
    }
    if (e instanceof IOException) {
      String reason = oneLine(Failure.reason(e));
      String what = "cannot read or write ";
      err.println("hopfilm: " + (reason.startsWith(what) ? "" : what) + reason);
      return ExitStatus.FAILED;
    }
    String what = e instanceof StudyRuns.FailedException ? "" : "the run failed: ";
    err.println("hopfilm: " + what + oneLine(e.getMessage()));
    return ExitStatus.FAILED;
  }

  private static String oneLine(String message) {
    return message == null
        ? "an error of the program; please report it"
        : message.replaceAll("\\s*\\R\\s*", " ");
  }

  /** The version that results carry, and the commit that was built. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String commit = Provenance.commit().map(" (commit %s)"::formatted).orElse("");
      return new String[] {"Hopfilm " + Provenance.version() + commit};
    }
  }
}
