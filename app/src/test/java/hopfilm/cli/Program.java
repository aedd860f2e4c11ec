package hopfilm.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program called as from a shell.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
record Program(int status, String out, String err) {

  static Program call(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    return new Program(status, out.toString(), err.toString());
  }

  /** The repository, from whatever module the tests run in. */
  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("examples"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
