package hopfilm.cli;

import hopfilm.figures.Snapshot;
import hopfilm.io.FieldException;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.OvfFile;
import hopfilm.io.RunArchive;
import hopfilm.study.ExperimentException;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import hopfilm.units.UnitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    description =
        "Turns field files (.ovf, .omf, .ohf, .npy, .csv) into other formats, or a run folder into"
            + " one HDF5 file.")
final class ConvertCommand implements Callable<Integer> {

  private static final String FORMATS = "ovf-text, ovf4, ovf8, npy, csv, vtk, png, hdf5";

  @Parameters(paramLabel = "IN", arity = "1..*", description = "field files or run folders")
  private List<Path> inputs;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = FORMATS + " (default: from the ending of --out)")
  private String to;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = "file, or folder of several files (default: beside the input)")
  private Path out;

  @Option(
      names = "--cell",
      paramLabel = "LIST",
      description = "edges of a cell along x, y, z, for .npy: \"4 nm, 4 nm, 1 um\"")
  private String cell;

  @Option(names = "--force", description = "replaces files that are there already")
  private boolean force;

  @Spec private CommandSpec spec;

  /** A target format; a picture is not one of the field formats. */
  private record Target(FieldFormat format) {
    boolean isPicture() {
      return format == null;
    }

    String ending() {
      return isPicture() ? ".png" : format.ending();
    }
  }

  @Override
  public Integer call() throws IOException {
    Target target = target();
    double[] size = cell == null ? null : cell();
    Map<Path, Path> outputs = outputs(target);
    // all inputs are read before anything is written
    for (Path in : outputs.keySet()) {
      if (!isFolder(in, target)) {
        read(in, size);
      }
    }
    if (out != null && outputs.size() > 1) {
      Files.createDirectories(out);
    }
    for (Map.Entry<Path, Path> e : outputs.entrySet()) {
      convert(e.getKey(), e.getValue(), target, size);
      spec.commandLine().getOut().println(e.getValue());
    }
    return Main.DONE;
  }

  private Target target() {
    if (to != null) {
      return to.equals("png")
          ? new Target(null)
          : new Target(FieldFormat.named(to).orElseThrow(() -> unknown("--to " + to)));
    }
    if (out == null) {
      throw new ExperimentException("give the format with --to, one of " + FORMATS);
    }
    if (out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      return new Target(null);
    }
    Optional<FieldFormat> format = FieldFormat.ofEnding(out);
    return new Target(
        format.orElseThrow(() -> unknown("--out " + out + " has no ending of a format")));
  }

  private static ExperimentException unknown(String what) {
    return new ExperimentException(what + ": give --to with one of " + FORMATS);
  }

  private double[] cell() {
    String[] words = cell.replaceAll("^\\s*\\[|]\\s*$", "").split(",", -1);
    if (words.length != 3) {
      throw new ExperimentException(
          "--cell %s: give three lengths, such as \"4 nm, 4 nm, 1 um\"".formatted(cell));
    }
    double[] size = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      try {
        size[axis] = Quantity.parse(words[axis], Dimension.LENGTH);
      } catch (UnitException e) {
        throw new ExperimentException("--cell: " + e.getMessage());
      }
      if (!(size[axis] > 0)) {
        throw new ExperimentException(
            "--cell %s: each length must be above 0".formatted(words[axis].strip()));
      }
    }
    return size;
  }

  /** Where each input goes. */
  private Map<Path, Path> outputs(Target target) {
    boolean toFolder = out != null && (inputs.size() > 1 || Files.isDirectory(out));
    if (toFolder && Files.exists(out) && !Files.isDirectory(out)) {
      throw new ExperimentException(
          "--out %s: is a file, but %d inputs need a folder".formatted(out, inputs.size()));
    }
    Map<Path, Path> outputs = new LinkedHashMap<>();
    for (Path in : inputs) {
      Path beside = beside(in, target);
      Path file = out == null ? beside : toFolder ? out.resolve(beside.getFileName()) : out;
      if (outputs.containsValue(file) && !outputs.containsKey(in)) {
        throw new ExperimentException(
            "%s: a second input would become %s; convert them apart".formatted(in, file));
      }
      if (Files.isDirectory(file)) {
        throw new ExperimentException(file + ": is a folder; name a file with --out");
      }
      if (Files.exists(file) && (!force || file.toAbsolutePath().equals(in.toAbsolutePath()))) {
        throw new ExperimentException(
            file.equals(in)
                ? in + ": would be replaced by itself; name another file with --out"
                : file + ": exists already; add --force to replace it, or name another with --out");
      }
      Path folder = file.toAbsolutePath().getParent();
      if (!toFolder && !Files.isDirectory(folder)) {
        throw new ExperimentException(folder + ": there is no such folder; make it first");
      }
      outputs.put(in, file);
    }
    return outputs;
  }

  private static Path beside(Path in, Target target) {
    Path full = in.toAbsolutePath().normalize();
    String name = full.getFileName() == null ? "run" : full.getFileName().toString();
    String stem = Files.isDirectory(in) ? name : name.replaceFirst("\\.[^.]*$", "");
    Path file = Path.of(stem + target.ending());
    Path parent = Files.isDirectory(in) ? full.getParent() : in.getParent();
    return parent == null ? file : parent.resolve(file);
  }

  private static boolean isFolder(Path in, Target target) {
    if (!Files.isDirectory(in)) {
      return false;
    }
    if (target.format() != FieldFormat.HDF5) {
      throw new ExperimentException(
          in + ": is a folder; a run folder can be converted with --to hdf5 only");
    }
    try {
      RunArchive.requireRun(in);
    } catch (FieldException e) {
      throw new ExperimentException(e.getMessage());
    }
    return true;
  }

  private static OvfFile read(Path in, double[] size) throws IOException {
    try {
      return FieldFiles.read(in, size);
    } catch (FieldException e) {
      throw new ExperimentException(e.getMessage());
    }
  }

  private static void convert(Path in, Path file, Target target, double[] size) throws IOException {
    if (Files.isDirectory(in)) {
      try {
        RunArchive.write(file, in);
      } catch (FieldException e) {
        throw new ExperimentException(e.getMessage());
      }
    } else if (target.isPicture()) {
      picture(file, read(in, size));
    } else {
      FieldFiles.write(file, read(in, size), target.format());
    }
  }

  /** A picture shows directions, so that a field of any unit is brought to length one. */
  private static void picture(Path file, OvfFile content) throws IOException {
    content.field().normalise();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      double time = Double.isNaN(content.time()) ? 0 : content.time();
      Snapshot.write(part, content.field(), time);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
