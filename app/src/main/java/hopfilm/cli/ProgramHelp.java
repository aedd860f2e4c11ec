package hopfilm.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_HEADER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The help of the program and its commands: one screen, the commands in groups. */
final class ProgramHelp {

  private static final List<String> SECTIONS =
      List.of(
          SECTION_KEY_SYNOPSIS_HEADING,
          SECTION_KEY_SYNOPSIS,
          SECTION_KEY_HEADER,
          SECTION_KEY_DESCRIPTION,
          SECTION_KEY_COMMAND_LIST,
          SECTION_KEY_PARAMETER_LIST,
          SECTION_KEY_OPTION_LIST_HEADING,
          SECTION_KEY_OPTION_LIST,
          SECTION_KEY_EXIT_CODE_LIST_HEADING,
          SECTION_KEY_EXIT_CODE_LIST,
          SECTION_KEY_FOOTER_HEADING,
          SECTION_KEY_FOOTER);

  /** A command that is hidden has no line. */
  static final List<Map.Entry<String, List<String>>> GROUPS =
      List.of(
          Map.entry("Run", List.of("run", "check", "new", "serve")),
          Map.entry(
              "Results",
              List.of("report", "status", "plot", "readout", "recall", "where", "map", "convert")),
          Map.entry(
              "Studies",
              List.of(
                  "mesh", "optimise", "fit", "evaluate", "retain", "barrier", "gather", "spark")),
          Map.entry(
              "Evidence and reference",
              List.of("reproduce", "validate", "bench", "help", "materials", "completion")));

  /** Texts of the options that picocli makes. */
  private static final ResourceBundle TEXTS =
      new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
          return new Object[][] {
            {"mixinStandardHelpOptions.help", "Show this help"},
            {"mixinStandardHelpOptions.version", "Show the version"}
          };
        }
      };

  private ProgramHelp() {}

  static void of(CommandLine program) {
    program.setHelpSectionKeys(SECTIONS);
    program.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, ProgramHelp::commands);
    program.setResourceBundle(TEXTS);
  }

  private static String commands(Help help) {
    Map<String, Help> commands = new TreeMap<>(help.subcommands());
    StringBuilder text = new StringBuilder();
    GROUPS.forEach(
        group -> {
          text.append(group.getKey()).append(":\n");
          for (String name : group.getValue()) {
            Help command = commands.remove(name);
            if (command != null) {
              String header = command.commandSpec().usageMessage().header()[0];
              text.append("  %-11s %s\n".formatted(name, header));
            }
          }
        });
    if (!commands.isEmpty()) {
      throw new IllegalStateException("commands without a group: " + commands.keySet());
    }
    return text.toString();
  }
}
