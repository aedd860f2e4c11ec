package hopfilm.cli;

import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.console.MessageOptions;
import hopfilm.console.QuantityList;
import hopfilm.figures.FilmFigure;
import hopfilm.figures.MicroscopeImage;
import hopfilm.folder.FileList;
import hopfilm.folder.RunFolder;
import hopfilm.folder.StatusRecord;
import hopfilm.grid.Grid;
import hopfilm.input.ExperimentException;
import hopfilm.input.FileMessage;
import hopfilm.input.InputFiles;
import hopfilm.io.FieldException;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.OvfFile;
import hopfilm.magnet.StrayField;
import hopfilm.run.ConductanceFiles;
import hopfilm.run.RunArchive;
import hopfilm.run.RunDataset;
import hopfilm.run.RunDirectory;
import hopfilm.run.RunMessage;
import hopfilm.units.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns field files into other formats, and a run folder into one HDF5 file. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    header = "Convert fields, and runs to datasets or circuits",
    description =
        "Inputs are fields (.ovf, .omf, .ohf, .npy, .csv) and run folders. A run becomes a"
            + " dataset (zarr, hdf5), a circuit (spice) or a table (csv).")
final class ConvertCommand implements Callable<Integer> {

  private static final String FORMATS =
      "ovf, ovf-text, ovf4, ovf8, npy, csv, vtk, png, kerr, mfm, hdf5, zarr, spice";

  private static final String SPICE = "spice";

  private static final String ZARR = "zarr";

  /** Formats of nothing but whole runs. */
  private static final List<String> OF_RUNS = List.of(SPICE, ZARR);

  private static final List<String> PICTURES = List.of("png", "kerr", "mfm");

  private static final QuantityList.Range LENGTHS =
      new QuantityList.Range(1e-15, 1, "0.000001 nm to 1 m");

  @Parameters(paramLabel = "IN", arity = "1..*", description = "Field files or run folders")
  private List<Path> inputs;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = FORMATS + " (default: from the ending of --out)")
  private String to;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = "File, or folder for several files (default: beside the input)")
  private Path out;

  @Option(
      names = "--cell",
      paramLabel = "LIST",
      description = "Cell size for .npy, such as \"4 nm, 4 nm, 1 um\"")
  private String cell;

  @Option(
      names = "--over-time",
      description = "With spice: add a circuit whose conductances follow the training")
  private boolean overTime;

  @Option(
      names = "--height",
      paramLabel = "LENGTH",
      description = "Height of the tip above the film, for mfm (default: 20 nm)")
  private String height;

  @Option(names = "--force", description = "Replace files that exist")
  private boolean force;

  @Spec private CommandSpec spec;

  /**
   * A target format.
   *
   * @param format null for a picture and for what is of whole runs alone
   * @param other png, kerr, mfm, spice or zarr; empty for a field
   */
  private record Target(FieldFormat format, String other) {
    static Target of(FieldFormat format) {
      return new Target(format, "");
    }

    static Target of(String other) {
      return new Target(null, other);
    }

    boolean isMfm() {
      return other.equals("mfm");
    }

    boolean isPicture() {
      return PICTURES.contains(other);
    }

    boolean isSpice() {
      return other.equals(SPICE);
    }

    String ending() {
      return switch (other) {
        case "" -> format.ending();
        case "png" -> ".png";
        case SPICE -> ".cir";
        case ZARR -> "." + other;
        default -> "-" + other + ".png";
      };
    }

    boolean isOfRunAlone() {
      return OF_RUNS.contains(other);
    }

    boolean isZarr() {
      return other.equals(ZARR);
    }

    /** Of one whole run. */
    boolean isOfRun() {
      return isOfRunAlone() || format == FieldFormat.HDF5 || format == FieldFormat.CSV;
    }
  }

  @Override
  public Integer call() throws IOException {
    Target target = target();
    if (overTime && !target.isSpice()) {
      throw ExperimentException.of("--over-time", CliMessage.SPICE_ONLY);
    }
    double[] size = cell == null ? null : cell();
    if (height != null && !target.isMfm()) {
      throw ExperimentException.of("--height", CliMessage.CONVERT_NO_HEIGHT);
    }
    double above =
        QuantityList.value(
            "--height", height == null ? "20 nm" : height, Dimension.LENGTH, LENGTHS);
    Map<Path, Path> outputs = outputs(target);
    // all inputs are read before anything is written
    for (Path in : outputs.keySet()) {
      vet(in, target, size);
    }
    if (out != null && outputs.size() > 1) {
      Files.createDirectories(out);
    }
    for (Map.Entry<Path, Path> e : outputs.entrySet()) {
      convert(e.getKey(), e.getValue(), target, size, above);
      spec.commandLine().getOut().println(e.getValue());
      notesUnfinished(e.getKey());
    }
    return ExitStatus.DONE;
  }

  private Target target() {
    if (to != null && (PICTURES.contains(to) || OF_RUNS.contains(to))) {
      return Target.of(to);
    }
    if (to != null) {
      return Target.of(
          FieldFormat.named(to)
              .orElseThrow(
                  () -> ExperimentException.of("--to", FileMessage.NO_SUCH_WORD, to, FORMATS)));
    }
    if (out == null) {
      throw ExperimentException.of("--to", CliMessage.CONVERT_NO_FORMAT, FORMATS);
    }
    String name = out.toString().toLowerCase(Locale.ROOT);
    for (String other : List.of("png", SPICE, ZARR)) {
      String ending = Target.of(other).ending();
      if (name.endsWith(ending) || (other.equals(ZARR) && name.endsWith(ending + RunDataset.ZIP))) {
        return Target.of(other);
      }
    }
    Optional<FieldFormat> format =
        out.getFileName() == null ? Optional.empty() : FieldFormat.ofEnding(out);
    return Target.of(
        format.orElseThrow(
            () -> ExperimentException.of("--out " + out, CliMessage.CONVERT_NO_ENDING, FORMATS)));
  }

  private double[] cell() {
    List<String> words = QuantityList.split(cell);
    if (words.size() != 3) {
      throw ExperimentException.of("--cell", CliMessage.CONVERT_HOW_MANY_LENGTHS, words.size());
    }
    double[] size = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      size[axis] = QuantityList.value("--cell", words.get(axis), Dimension.LENGTH, LENGTHS);
    }
    return size;
  }

  /** Where each input goes. */
  private Map<Path, Path> outputs(Target target) {
    boolean isGroup = target.isZarr() && out != null && isGroup(out);
    boolean toFolder = out != null && (inputs.size() > 1 || (Files.isDirectory(out) && !isGroup));
    if (toFolder && Files.exists(out) && !Files.isDirectory(out)) {
      throw ExperimentException.of(
          "--out " + out, CliMessage.CONVERT_FILE_FOR_SEVERAL, inputs.size());
    }
    if (toFolder) {
      RunDirectory.requireWritable(out);
    }
    Map<Path, Path> outputs = new LinkedHashMap<>();
    for (Path in : inputs) {
      Path beside = beside(in, target);
      Path file = out == null ? beside : toFolder ? out.resolve(beside.getFileName()) : out;
      if (outputs.containsValue(file) && !outputs.containsKey(in)) {
        throw ExperimentException.of(in, CliMessage.CONVERT_SAME_OUTPUT, file);
      }
      if (Files.isDirectory(file) && !(target.isZarr() && isGroup(file))) {
        throw ExperimentException.of(file, RunMessage.OPTION_OUT_IS_FOLDER);
      }
      if (Files.exists(file) && (!force || file.toAbsolutePath().equals(in.toAbsolutePath()))) {
        boolean itself = file.toAbsolutePath().equals(in.toAbsolutePath());
        throw ExperimentException.of(
            file, itself ? CliMessage.CONVERT_ONTO_ITSELF : CliMessage.CONVERT_EXISTS);
      }
      if (!toFolder && Files.exists(in) && !Files.isDirectory(file)) {
        RunDirectory.requireFile(file);
      }
      outputs.put(in, file);
    }
    return outputs;
  }

  /** A folder that is a Zarr group, and as such may be replaced. */
  private static boolean isGroup(Path folder) {
    return Files.isRegularFile(folder.resolve(RunDataset.GROUP));
  }

  private static Path beside(Path in, Target target) {
    Path full = in.toAbsolutePath().normalize();
    String name = full.getFileName() == null ? "run" : full.getFileName().toString();
    String stem = Files.isDirectory(in) ? name : name.replaceFirst("\\.[^.]*$", "");
    Path file = Path.of(stem + target.ending());
    Path parent = Files.isDirectory(in) ? full.getParent() : in.getParent();
    return parent == null ? file : parent.resolve(file);
  }

  private static void vet(Path in, Target target, double[] size) {
    if (!Files.isDirectory(in)) {
      if (target.isOfRunAlone()) {
        throw ExperimentException.of(in, CliMessage.CONVERT_NO_RUN, target.other());
      }
      read(in, size);
      return;
    }
    if (!target.isOfRun()) {
      throw ExperimentException.of(in, CliMessage.CONVERT_FOLDER);
    }
    InputFiles.read(
        in,
        () ->
            FileList.consistent(
                in,
                () -> {
                  if (target.format() == FieldFormat.HDF5 || target.isZarr()) {
                    RunArchive.vet(in, target.isZarr());
                    return in;
                  }
                  return new ConductanceFiles(in);
                }));
  }

  private static OvfFile read(Path in, double[] size) {
    return InputFiles.read(in, () -> FieldFiles.read(in, size));
  }

  private void convert(Path in, Path file, Target target, double[] size, double height)
      throws IOException {
    try {
      if (target.isSpice() || target.isZarr() || Files.isDirectory(in)) {
        FileList.consistent(in, () -> run(in, file, target));
      } else if (target.isPicture()) {
        picture(file, read(in, size), target.other(), height);
      } else {
        OvfFile field = read(in, size);
        FieldFiles.write(file, field, target.format());
        notesUnit(file, field.valueUnits(), target.format());
      }
    } catch (FieldException e) {
      throw ExperimentException.passedOn(e);
    }
  }

  private void notesUnfinished(Path in) throws IOException {
    RunFolder run = new RunFolder(in);
    Optional<StatusRecord> status = Files.isDirectory(in) ? run.readStatus() : Optional.empty();
    if (status.isPresent() && !run.isDone()) {
      MessageOptions.warn(
          "%s is not done (%s); what it wrote so far is converted"
              .formatted(in, status.get().status()),
          spec.commandLine().getErr());
    }
  }

  private void notesUnit(Path file, String unit, FieldFormat format) {
    if (format == FieldFormat.NPY && !unit.isBlank()) {
      MessageOptions.warn(
          "npy holds no unit: the values of %s are in %s".formatted(file, unit),
          spec.commandLine().getErr());
    }
  }

  private Path run(Path in, Path file, Target target) throws IOException {
    if (target.isSpice()) {
      new ConductanceFiles(in).writeSpice(file, overTime);
    } else if (target.isZarr()) {
      RunDataset.write(file, in);
    } else if (target.format() == FieldFormat.CSV) {
      new ConductanceFiles(in).writeCsv(file);
    } else {
      RunArchive.write(file, in);
    }
    return file;
  }

  /** A picture shows directions, so that a field of any unit is brought to length one. */
  private static void picture(Path file, OvfFile content, String kind, double height)
      throws IOException {
    content.field().normalise();
    if (!kind.equals("png")) {
      if (kind.equals("kerr")) {
        MicroscopeImage.kerr(file, content.field());
      } else {
        Grid grid = content.field().grid();
        // contrast alone is shown, so any Ms will do
        double[] gradient = new StrayField(grid, 1, height).gradient(content.field());
        MicroscopeImage.mfm(file, grid, gradient);
      }
      return;
    }
    double time = Double.isNaN(content.time()) ? 0 : content.time();
    FilmFigure.write(file, content.field(), time);
  }
}
