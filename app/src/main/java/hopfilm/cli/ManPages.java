package hopfilm.cli;

import hopfilm.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Manual pages of all commands in the language of man(7), from what picocli knows of them. Its own
 * generator writes AsciiDoc, which would need one more program to become a page.
 */
final class ManPages {

  private ManPages() {}

  /**
   * Writes {@code hopfilm.1} and {@code hopfilm-COMMAND.1}.
   *
   * @param folder made if it is not there
   * @return the files
   */
  static List<Path> write(CommandLine program, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    files.add(page(folder, program.getCommandSpec(), program.getCommandName()));
    for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
      CommandSpec spec = command.getValue().getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        String name = program.getCommandName() + "-" + command.getKey();
        files.add(page(folder, spec, name));
      }
    }
    return files;
  }

  private static Path page(Path folder, CommandSpec spec, String name) throws IOException {
    StringBuilder text = new StringBuilder();
    String header = String.join(" ", spec.usageMessage().header());
    String description = String.join(" ", spec.usageMessage().description());
    text.append(".TH \"%s\" 1\n.SH NAME\n".formatted(escaped(name.toUpperCase(Locale.ROOT))));
    text.append("%s \\- %s\n".formatted(escaped(name), escaped(header)));
    Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
    text.append(".SH SYNOPSIS\n").append(escaped(help.synopsis(0).strip())).append('\n');
    text.append(
        ".SH DESCRIPTION\n%s.\n"
            .formatted(escaped(header + ". " + description).replaceFirst("[. ]+$", "")));
    arguments(text, spec);
    commands(text, spec, name);
    Map<String, String> statuses = spec.usageMessage().exitCodeList();
    if (!statuses.isEmpty()) {
      text.append(".SH EXIT STATUS\n");
      statuses.forEach((status, meaning) -> item(text, status.strip(), meaning));
    }
    Path file = folder.resolve(name + ".1");
    WholeFile.writeSafely(file, text.toString());
    return file;
  }

  private static void arguments(StringBuilder text, CommandSpec spec) {
    List<OptionSpec> options = spec.options().stream().filter(o -> !o.hidden()).toList();
    if (options.isEmpty() && spec.positionalParameters().isEmpty()) {
      return;
    }
    text.append(".SH OPTIONS\n");
    for (PositionalParamSpec p : spec.positionalParameters()) {
      item(text, p.paramLabel(), String.join(" ", p.description()));
    }
    for (OptionSpec o : options) {
      String value = o.arity().max() == 0 ? "" : " " + o.paramLabel();
      item(text, String.join(", ", o.names()) + value, String.join(" ", o.description()));
    }
  }

  private static void commands(StringBuilder text, CommandSpec spec, String name) {
    if (spec.subcommands().isEmpty()) {
      return;
    }
    text.append(".SH COMMANDS\n");
    spec.subcommands()
        .forEach(
            (command, line) -> {
              CommandSpec of = line.getCommandSpec();
              if (!of.usageMessage().hidden()) {
                String header = String.join(" ", of.usageMessage().header());
                item(text, name + "-" + command + "(1)", header);
              }
            });
  }

  private static void item(StringBuilder text, String head, String meaning) {
    text.append(".TP\n\\fB%s\\fR\n%s\n".formatted(escaped(head), escaped(meaning)));
  }

  /** Text as it stands in a page: picocli's %% is one sign, and a point may not begin a line. */
  private static String escaped(String text) {
    return text.replace("%%", "%")
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .replaceAll("(?m)^([.'])", "\\\\&$1");
  }
}
