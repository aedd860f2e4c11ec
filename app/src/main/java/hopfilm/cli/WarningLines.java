package hopfilm.cli;

import java.io.PrintWriter;

/** Warnings on a terminal: what is doubtful, and in a line of its own what to do. */
final class WarningLines {

  private static final String WARNING = "warning: ";

  private WarningLines() {}

  static void print(String warning, PrintWriter out) {
    String[] parts = warning.split("; ", 2);
    out.println(WARNING + parts[0]);
    if (parts.length > 1) {
      out.println(" ".repeat(WARNING.length()) + parts[1]);
    }
  }
}
