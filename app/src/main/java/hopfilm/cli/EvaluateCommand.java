package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.QuantityList;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.grid.VectorField;
import hopfilm.input.ExperimentException;
import hopfilm.run.Evaluation;
import hopfilm.run.RunDirectory;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Energies, fields, conductances and currents of a given magnetisation. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    header = "Compute energies, fields and currents of a given state")
final class EvaluateCommand implements Callable<Integer> {

  /** The range of voltages in an experiment file. */
  private static final QuantityList.Range VOLTAGES =
      new QuantityList.Range(-1e3, 1e3, "-1 kV to 1 kV");

  @Parameters(paramLabel = "FILE", description = "Experiment file (YAML)")
  private Path file;

  @Option(
      names = "--state",
      paramLabel = "m.ovf",
      required = true,
      description = "Magnetisation on the cells of the film (OVF)")
  private Path state;

  @Option(
      names = "--voltages",
      paramLabel = "LIST",
      description =
          "Voltage of each electrode, such as \"50 mV, 0 V\" (default: first train step, or no"
              + " current)")
  private String voltages;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the results, new or empty")
  private Path out;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Change a key, such as numerics.discretisation=standard")
  private List<String> settings = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Study study = ExperimentFile.study(file, settings);
    if (study.isSweep()) {
      String key = study.sweep().get(0).key();
      throw ExperimentException.of(file, CliMessage.EVALUATE_SWEEP, key);
    }
    Experiment experiment = study.experiment();
    double[] volts = voltages == null ? null : voltages(voltages);
    VectorField m = Evaluation.read(experiment, state);
    RunDirectory.requireFree(out);
    Evaluation result = Evaluation.of(experiment, m, volts);
    result.write(RunDirectory.of(out));
    print(result, spec.commandLine().getOut());
    return ExitStatus.DONE;
  }

  private static double[] voltages(String list) {
    List<String> words = QuantityList.split(list);
    double[] volts = new double[words.size()];
    for (int k = 0; k < volts.length; k++) {
      volts[k] = QuantityList.value("--voltages", words.get(k), Dimension.VOLTAGE, VOLTAGES);
    }
    return volts;
  }

  private static void print(Evaluation e, PrintWriter out) {
    e.energies().forEach((term, joule) -> line(out, "E_" + term, joule, "J"));
    if (!e.isDriven()) {
      return;
    }
    // those of the first train step where none were given
    for (int k = 0; k < e.driven().voltages().length; k++) {
      line(out, "V_" + e.electrodes().get(k), e.driven().voltages()[k], "V");
    }
    for (int k = 0; k < e.driven().currents().length; k++) {
      line(out, "I_" + e.electrodes().get(k), e.driven().currents()[k], "A");
    }
    line(out, "P", e.driven().power(), "W");
  }

  private static void line(PrintWriter out, String name, double value, String unit) {
    out.println(String.format(Locale.ROOT, "%-14s %16.9e %s", name, value, unit));
  }
}
