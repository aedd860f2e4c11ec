package hopfilm.cli;

import hopfilm.check.MaterialList;
import hopfilm.claimpage.ClaimManual;
import hopfilm.console.CliMessage;
import hopfilm.film.TableColumns;
import hopfilm.input.Message;
import hopfilm.io.WholeFile;
import hopfilm.manual.JsonSchema;
import hopfilm.manual.KeyManual;
import hopfilm.manual.KeyUnits;
import hopfilm.manual.SummaryManual;
import hopfilm.page.Form;
import hopfilm.page.Sheet;
import hopfilm.sweep.RunsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All that documents, schemas and the Python package repeat of the program: whole files, and the
 * parts of pages between {@code <!-- generated: NAME -->} and {@code <!-- end -->}.
 */
final class GeneratedPages {

  private static final Pattern PART =
      Pattern.compile("(?s)(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)");

  /** Pages that have parts. */
  private static final List<String> PAGES =
      List.of(
          "docs/reference/claims.md",
          "docs/reference/commands.md",
          "docs/reference/http.md",
          "docs/reference/run-folder.md",
          "docs/evidence/performance.md");

  private static final List<Class<? extends Enum<?>>> MESSAGES =
      List.of(
          hopfilm.input.InputMessage.class,
          hopfilm.expression.ExpressionMessage.class,
          hopfilm.experiment.ExperimentMessage.class,
          hopfilm.input.FileMessage.class,
          hopfilm.reading.ReadingMessage.class,
          hopfilm.film.FilmMessage.class,
          hopfilm.folder.FolderMessage.class,
          hopfilm.check.CheckMessage.class,
          hopfilm.manual.ManualMessage.class,
          hopfilm.run.RunMessage.class,
          hopfilm.sweep.SweepMessage.class,
          hopfilm.where.WhereMessage.class,
          hopfilm.reproduce.ReproduceMessage.class,
          hopfilm.claimpage.PageMessage.class,
          CliMessage.class);

  private GeneratedPages() {}

  /**
   * What the files are to be.
   *
   * @param root of the repository
   * @param program its commands, those of the sources too
   * @return texts by paths from there
   */
  static Map<String, String> of(Path root, CommandLine program) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("docs/reference/experiment-file.md", KeyManual.markdown());
    files.put("docs/experiment.schema.json", JsonSchema.text());
    files.put("docs/claim.schema.json", ClaimManual.schema());
    files.put("docs/reference/materials.md", MaterialList.markdown());
    files.put("docs/reference/summary.md", SummaryManual.markdown());
    files.put("docs/summary.schema.json", SummaryManual.schema());
    files.put("python/hopfilm/_fields.py", SummaryManual.python());
    files.put("python/hopfilm/_units.py", KeyUnits.python());
    files.put("docs/data/messages.csv", messages());
    for (String page : PAGES) {
      files.put(page, filled(Files.readString(root.resolve(page)), root, program));
    }
    return files;
  }

  /** Writes them. */
  static void write(Path root, CommandLine program) throws IOException {
    for (Map.Entry<String, String> file : of(root, program).entrySet()) {
      WholeFile.writeSafely(root.resolve(file.getKey()), file.getValue());
    }
  }

  private static String filled(String page, Path root, CommandLine program) throws IOException {
    Matcher parts = PART.matcher(page);
    StringBuilder text = new StringBuilder();
    while (parts.find()) {
      String filled = parts.group(1) + part(parts.group(2), root, program) + parts.group(3);
      parts.appendReplacement(text, Matcher.quoteReplacement(filled));
    }
    return parts.appendTail(text).toString();
  }

  private static String part(String name, Path root, CommandLine program) throws IOException {
    return switch (name) {
      case "commands" -> commands(program);
      case "columns" ->
          new Sheet<>(TableColumns.all())
              .add("column", Form.TEXT, c -> "`" + c.name() + "`")
              .add("unit", Form.TEXT, TableColumns.Meaning::unit)
              .add("meaning", Form.TEXT, TableColumns.Meaning::meaning)
              .markdown();
      case "runs-columns" ->
          new Sheet<>(RunsTable.meanings())
              .add("column", Form.TEXT, c -> "`" + c.name() + "`")
              .add("meaning", Form.TEXT, Sheet.Column::meaning)
              .markdown();
      case "claims" ->
          ClaimManual.parts().stream()
              .map(p -> "## %s\n\n%s\n".formatted(p.title(), p.sheet().markdown()))
              .collect(Collectors.joining());
      case "requests" -> requests(root.resolve("docs/openapi.yaml"));
      case "bench" -> bench(root.resolve("docs/bench.json"));
      default -> throw new IllegalStateException("no generated part is called " + name);
    };
  }

  /** The arguments and options of each command; those of several commands stand once. */
  private static String commands(CommandLine program) {
    List<String> names = ProgramHelp.GROUPS.stream().flatMap(g -> g.getValue().stream()).toList();
    Map<List<String>, Integer> uses = new LinkedHashMap<>();
    names.forEach(
        n -> all(program.getSubcommands().get(n)).forEach(o -> uses.merge(o, 1, Integer::sum)));
    Set<List<String>> shared = new LinkedHashSet<>(uses.keySet());
    shared.removeIf(o -> uses.get(o) == 1);
    StringBuilder text = new StringBuilder("### Options of several commands\n\n");
    text.append(list(shared)).append('\n');
    names.forEach(n -> text.append(command(n, program.getSubcommands().get(n), shared)));
    return text.toString();
  }

  /** What a command takes without a name, and what each is. */
  private static List<List<String>> arguments(CommandLine command) {
    return command.getCommandSpec().positionalParameters().stream()
        .filter(p -> p.description().length > 0)
        .map(p -> List.of("`" + p.paramLabel() + "`", effect(p)))
        .toList();
  }

  /** Arguments, then options. */
  private static List<List<String>> all(CommandLine command) {
    List<List<String>> all = new ArrayList<>(arguments(command));
    all.addAll(options(command));
    return all;
  }

  private static String effect(ArgSpec argument) {
    return String.join(" ", argument.description()).replace("%%", "%").replace("%n", " ");
  }

  /** Options with their values, and what each does. */
  private static List<List<String>> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .filter(o -> !o.hidden() && !o.usageHelp() && !o.versionHelp() && !o.inherited())
        .map(
            o -> {
              String value = o.arity().max() == 0 ? "" : " " + o.paramLabel();
              return List.of("`" + o.longestName() + value + "`", effect(o));
            })
        .toList();
  }

  private static String list(Collection<List<String>> options) {
    return options.stream()
        .map(o -> "- %s: %s\n".formatted(o.get(0), o.get(1)))
        .collect(Collectors.joining());
  }

  private static String command(String name, CommandLine command, Set<List<String>> shared) {
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF));
    CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    String arguments =
        command.getCommandSpec().positionalParameters().stream()
            .map(
                p ->
                    " "
                        + help.parameterLabelRenderer()
                            .renderParameterLabel(p, Ansi.OFF, List.of()))
            .collect(Collectors.joining());
    String about = (usage.header()[0] + ". " + String.join(" ", usage.description())).strip();
    List<List<String>> own = all(command);
    own.removeAll(shared);
    String also =
        options(command).stream()
            .filter(shared::contains)
            .map(o -> o.get(0).replaceFirst(" [^`]*", ""))
            .collect(Collectors.joining(", "));
    return "### %s%s\n\n%s\n\n".formatted(name, arguments, about)
        + (own.isEmpty() ? "" : list(own) + "\n")
        + (also.isEmpty() ? "" : "Also " + also + ".\n\n");
  }

  private static String requests(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path :
        new YAMLMapper().readTree(Files.readString(file)).path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        String summary = method.getValue().path("summary").asString("");
        if (!summary.isEmpty()) {
          String request = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
          rows.add(List.of("`" + request + "`", summary));
        }
      }
    }
    return Sheet.of(List.of("request", "meaning"), rows).markdown();
  }

  /** The figures that miss their target; the file has all. */
  private static String bench(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    JsonNode figures = JsonMapper.shared().readTree(Files.readString(file)).path("figures");
    for (JsonNode f : figures) {
      double value = f.path("value").asDouble();
      double limit = f.path("limit").asDouble();
      boolean atMost = f.path("atMost").asBoolean();
      if (atMost ? value > limit : value < limit) {
        rows.add(
            List.of(
                f.path("what").asString(),
                String.format(Locale.ROOT, "%.2f", value),
                String.format(Locale.ROOT, "%s %.2f", atMost ? "max" : "min", limit)));
      }
    }
    return "%d of %d figures meet their target. The others:\n\n"
            .formatted(figures.size() - rows.size(), figures.size())
        + Sheet.of(List.of("figure", "value", "target"), rows).markdown();
  }

  private static String messages() {
    List<Enum<?>> all =
        MESSAGES.stream()
            .flatMap(m -> Stream.of(m.getEnumConstants()))
            .<Enum<?>>map(m -> m)
            .toList();
    return new Sheet<>(all)
        .add("name", Form.TEXT, Enum::name)
        .add("message", Form.TEXT, m -> ((Message) m).template())
        .csv();
  }
}
