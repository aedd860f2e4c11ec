package hopfilm.cli;

import hopfilm.chart.FigureFiles;
import hopfilm.check.ExperimentCheck;
import hopfilm.check.Plausibility;
import hopfilm.check.ReadForecast;
import hopfilm.check.Vetting;
import hopfilm.console.ExitStatus;
import hopfilm.console.ExperimentArguments;
import hopfilm.console.MessageOptions;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.fit.FitPlan;
import hopfilm.folder.JsonFile;
import hopfilm.input.ExperimentException;
import hopfilm.optimise.Optimisation;
import hopfilm.run.DeviceFigure;
import hopfilm.run.RunDirectory;
import hopfilm.run.RunMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Vets an experiment and says what it would be like. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Check an experiment: values, warnings, cost")
final class CheckCommand implements Callable<Integer> {

  private static final String CONTOURS = "contours: [";

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Option(names = "--json", description = "Print experiment, facts, warnings and verdict")
  private boolean isJson;

  @Option(
      names = "--draw",
      paramLabel = "FILE",
      description = "Draw film and electrodes into a .png or .svg file")
  private Path drawing;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (drawing != null) {
      if (!drawing.toString().toLowerCase(Locale.ROOT).matches(".*\\.(svg|png)")) {
        throw ExperimentException.of("--draw " + drawing, RunMessage.PLOT_ENDING);
      }
      RunDirectory.requireFile(drawing);
    }
    Study study = arguments.read();
    List<SweepRun> runs = study.runs();
    Vetting.vet(runs);
    for (SweepRun run : runs) {
      Plausibility.refuse(run.experiment(), arguments.name());
    }
    if (study.optimise() != null) {
      Optimisation.vet(study, arguments.name());
    }
    if (study.fit() != null) {
      FitPlan.vet(study, arguments.name());
    }
    ExperimentCheck check = ExperimentCheck.of(study, arguments.workers(study));
    Map<String, String> facts = new LinkedHashMap<>(check.facts());
    ReadForecast.words(study.experiment()).ifPresent(words -> facts.put("read-out", words));
    if (isJson) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("experiment", ExperimentFile.writeWhole(study));
      all.put("facts", facts);
      all.put("warnings", check.warnings());
      all.put("verdict", check.verdict());
      out.print(JsonFile.text(all));
      return ExitStatus.DONE;
    }
    out.print(withoutCorners(ExperimentFile.write(study)));
    out.println();
    int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
    facts.forEach((what, value) -> out.printf("%-" + width + "s  %s%n", what, value));
    out.flush();
    check.warnings().forEach(w -> MessageOptions.warn(w, spec.commandLine().getErr()));
    out.println();
    out.println("verdict: " + check.verdict());
    if (drawing != null) {
      FigureFiles.write(List.of(drawing), "device", DeviceFigure.of(study.experiment()));
      out.println("drawn to " + drawing);
    }
    return ExitStatus.DONE;
  }

  /** The file for the eye: closed lines, which may have thousands of corners, are counted. */
  private static String withoutCorners(String yaml) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int at = yaml.indexOf(CONTOURS); at >= 0; at = yaml.indexOf(CONTOURS, from)) {
      int end = at + CONTOURS.length();
      int corners = 0;
      // of lines [[[x, y], ...], ...] each innermost bracket is a corner
      for (int open = 1; open > 0 && end < yaml.length(); end++) {
        char c = yaml.charAt(end);
        corners += c == '[' && open == 2 ? 1 : 0;
        open += c == '[' ? 1 : c == ']' ? -1 : 0;
      }
      text.append(yaml, from, at).append("contours: %d corners".formatted(corners));
      from = end;
    }
    return text.append(yaml, from, yaml.length()).toString();
  }
}
