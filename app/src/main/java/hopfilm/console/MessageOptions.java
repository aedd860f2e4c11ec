package hopfilm.console;

import hopfilm.input.Excerpt;
import hopfilm.input.ExperimentException;
import hopfilm.run.RunDirectory;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where messages go, for every command: progress, warnings and notes. Results go where they go. */
public final class MessageOptions {

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and errors, but no progress, notes or warnings")
  private boolean quiet;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Append all messages to a file as well")
  private Path log;

  private static final String WARNING = "warning: ";

  private Writer file;

  /**
   * Where messages go.
   *
   * @param err of the terminal
   * @throws ExperimentException if the file is a folder, or in none that can be written
   * @throws IOException if it cannot be opened
   */
  public PrintWriter messages(PrintWriter err) throws IOException {
    Writer shown = quiet ? Writer.nullWriter() : err;
    if (log == null) {
      return quiet ? new PrintWriter(shown) : err;
    }
    RunDirectory.requireFile(log);
    file =
        Files.newBufferedWriter(
            log, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return printable(new Both(shown, file));
  }

  /**
   * A writer of lines in which names of films, files and folders move no cursor: what a terminal
   * would obey is written as in JSON, which so stays the same.
   */
  public static PrintWriter printable(Writer out) {
    return new PrintWriter(new Printable(out), true);
  }

  /**
   * Where it is said why the command failed: on the terminal in any case, and in the file once it
   * is open.
   */
  public PrintWriter failures(PrintWriter err) {
    return file == null ? err : printable(new Both(err, file));
  }

  /** Prints a warning: what is doubtful, and in a line of its own what to do. */
  public static void warn(String warning, PrintWriter out) {
    String[] parts = warning.split("; ", 2);
    out.println(WARNING + parts[0]);
    if (parts.length > 1) {
      out.println(" ".repeat(WARNING.length()) + parts[1]);
    }
  }

  /** Leaves out what is neither text nor the layout of lines. */
  private static final class Printable extends FilterWriter {

    private static final Pattern LAYOUT = Pattern.compile("(?<=[\\n\\t])|(?=[\\n\\t])");

    Printable(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      write(Character.toString(c), 0, 1);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      String given = text.substring(from, from + length);
      if (given.equals(System.lineSeparator())) {
        out.write(given);
        return;
      }
      for (String part : LAYOUT.split(given)) {
        out.write(part.equals("\n") || part.equals("\t") ? part : Excerpt.printable(part));
      }
    }
  }

  /** Writes to two, and to the first alone once the second takes no more. */
  private static final class Both extends FilterWriter {
    private Writer file;

    Both(Writer shown, Writer file) {
      super(shown);
      this.file = file;
    }

    @Override
    public void write(int c) throws IOException {
      out.write(c);
      log(f -> f.write(c));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      out.write(text, from, length);
      log(f -> f.write(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      out.write(text, from, length);
      log(f -> f.write(text, from, length));
    }

    @Override
    public void flush() throws IOException {
      out.flush();
      log(Writer::flush);
    }

    private void log(Action action) throws IOException {
      try {
        action.on(file);
      } catch (IOException e) {
        file = Writer.nullWriter();
        out.write(
            "hopfilm: warning: --log takes no more, the rest is only here: %s%n"
                .formatted(e.getMessage()));
      }
    }

    private interface Action {
      void on(Writer file) throws IOException;
    }
  }
}
