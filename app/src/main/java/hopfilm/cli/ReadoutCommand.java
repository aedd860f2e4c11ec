package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.MessageOptions;
import hopfilm.console.QuantityList;
import hopfilm.console.QuantityList.Range;
import hopfilm.console.Terminal;
import hopfilm.folder.FileList;
import hopfilm.folder.JsonFile;
import hopfilm.folder.RunFolder;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.readout.ReadoutRecord;
import hopfilm.readout.ReadoutWords;
import hopfilm.report.RunSheets;
import hopfilm.run.RunReadout;
import hopfilm.sweep.SweepReadout;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a trained film in ohm and volt. */
@Command(
    name = "readout",
    mixinStandardHelpOptions = true,
    header = "Read a trained film in ohm and volt",
    description =
        "It prints the resistances before and after training, noise and drift, and whether one"
            + " reading distinguishes a trained film.")
final class ReadoutCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Folder of a run that trained, or of a sweep")
  private Path run;

  @Option(
      names = "--current",
      paramLabel = "A",
      description =
          "Read current (default: the largest that preserves the training and warms by less than"
              + " --warming)")
  private String current;

  @Option(
      names = "--noise",
      paramLabel = "V/sqrt(Hz)",
      description = "Voltage noise density of the amplifier (default: \"4 nV/sqrt(Hz)\")")
  private String noise = "4 nV/sqrt(Hz)";

  @Option(
      names = "--time",
      paramLabel = "s",
      description = "Averaging time of one pair (default: \"1 s\")")
  private String time = "1 s";

  @Option(
      names = "--contact",
      paramLabel = "%|Ohm",
      description =
          "Scatter of each contact resistance between readings, relative or in ohm"
              + " (default: \"1 %%\")")
  private String contact = "1 %";

  @Option(
      names = "--tcr",
      paramLabel = "1/K",
      description =
          "Temperature coefficient of resistance (default: that of the material, else \"0.003 /K\")")
  private String tcr;

  @Option(
      names = "--drift",
      paramLabel = "K",
      description = "Temperature drift between two readings (default: \"0.05 K\")")
  private String drift = "0.05 K";

  @Option(
      names = "--warming",
      paramLabel = "K",
      description = "Max warming by the default current (default: \"1 K\")")
  private String warming = "1 K";

  @Option(names = "--json", description = "Print JSON in SI units")
  private boolean isJson;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RunReadout.Options options = options();
    PrintWriter out = spec.commandLine().getOut();
    if (new RunFolder(run).isSweep()) {
      SweepReadout all = FileList.consistent(run, () -> SweepReadout.of(run, options));
      if (all.note() != null) {
        MessageOptions.warn(all.note(), spec.commandLine().getErr());
      }
      if (isJson) {
        out.print(JsonFile.text(all));
      } else {
        Terminal.table(all.sheet(), out);
        out.println();
        out.println(all.sentence());
      }
      return ExitStatus.DONE;
    }
    ReadoutRecord read = RunReadout.of(run, options).record();
    if (isJson) {
      out.print(JsonFile.text(read));
    } else {
      print(read, out);
    }
    return ExitStatus.DONE;
  }

  private static void print(ReadoutRecord read, PrintWriter out) {
    out.println(
        "%suntrained: %s, trained: %s, at %s"
            .formatted(
                read.outcome() == null ? "" : "training: %s; ".formatted(read.outcome()),
                read.before(),
                read.after(),
                Quantity.format(read.current(), Dimension.CURRENT)));
    ReadoutRecord.Load load = read.load();
    if (!load.words().isEmpty()) {
      out.println(
          "current: %s%s"
              .formatted(
                  load.words(), load.limit().isEmpty() ? "" : "; limited by " + load.limit()));
    }
    if (load.warning() != null) {
      out.println("warning: " + load.warning());
    }
    if (read.warning() != null) {
      out.println("warning: " + read.warning());
    }
    out.println();
    Terminal.table(RunSheets.readout(read), out);
    out.println();
    out.println(read.noise());
    read.patterns().forEach(p -> p.contrast().ifPresent(out::println));
    out.println(ReadoutWords.changed(read.outcome()));
    out.println(read.sentence());
    if (read.recall() != null) {
      out.println(read.recall().words());
    }
  }

  private RunReadout.Options options() {
    return new RunReadout.Options(
        current == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                QuantityList.value(
                    "--current",
                    current,
                    Dimension.CURRENT,
                    new Range(1e-15, 1e3, "a current from 1 fA to 1 kA"))),
        density(),
        QuantityList.value(
            "--time", time, Dimension.TIME, new Range(1e-12, 1e9, "a time from 1 ps to 1e9 s")),
        scatter(),
        tcr == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                QuantityList.value(
                    "--tcr",
                    tcr.replaceFirst("\\s*%\\s*/\\s*K\\s*$", "e-2 1/K").replaceFirst("\\s/", " 1/"),
                    Dimension.TEMPERATURE_COEFFICIENT,
                    new Range(-1, 1, "-1 to 1 1/K, such as \"0.003 /K\""))),
        QuantityList.value(
            "--drift", drift, Dimension.TEMPERATURE, new Range(0, 1e4, "0 K to 10 kK")),
        QuantityList.value(
            "--warming", warming, Dimension.TEMPERATURE, new Range(1e-9, 1e4, "1 nK to 10 kK")));
  }

  private double density() {
    String volts = noise.replaceFirst("\\s*/\\s*(sqrt\\(Hz\\)|sqrt ?Hz|rtHz|\u221aHz)\\s*$", "");
    double value =
        QuantityList.value(
            "--noise",
            volts,
            Dimension.VOLTAGE,
            new Range(0, 1, "a density from 0 to 1 V/sqrt(Hz), such as \"4 nV/sqrt(Hz)\""));
    if (volts.equals(noise)) {
      throw ExperimentException.of("--noise", CliMessage.READOUT_DENSITY, noise);
    }
    return value;
  }

  private RunReadout.Scatter scatter() {
    String allowed = "0 to 100 %, or 0 Ohm to 1 MOhm";
    Quantity value;
    try {
      value = Quantity.read(contact, Dimension.FRACTION, Dimension.RESISTANCE);
    } catch (UnitException e) {
      throw ExperimentException.of("--contact", FileMessage.NO_QUANTITY, e.getMessage(), allowed);
    }
    boolean isShare = value.dimension() == Dimension.FRACTION;
    if (value.value() < 0 || value.value() > (isShare ? 1 : 1e6)) {
      throw ExperimentException.of("--contact", FileMessage.OUT_OF_RANGE, contact, allowed);
    }
    return new RunReadout.Scatter(isShare ? value.value() : 0, isShare ? 0 : value.value());
  }
}
