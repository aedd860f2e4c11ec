package hopfilm.study;

import hopfilm.grid.Edges;
import hopfilm.grid.Grid;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.FieldException;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.OvfFile;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.magnet.Textures;
import hopfilm.solver.StateReader;
import hopfilm.solver.StateWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Reads files with bytes changed at random. Each must be read, or refused by the exception that its
 * reader documents, in time, and without taking memory that the file's size does not warrant.
 */
public final class ReaderFuzz {

  /** What is read. */
  public enum Kind {
    OVF_TEXT(".ovf"),
    OVF4(".ovf"),
    OVF8(".ovf"),
    OVF1(".omf"),
    NPY(".npy"),
    CSV(".csv"),
    TABLE(".txt"),
    EXPERIMENT(".yaml"),
    CHECKPOINT("");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }

    /** As on the command line. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What came out.
   *
   * @param inputs files read
   * @param refused those of them that were refused
   * @param mostBytes largest memory taken beyond four times the size of the file
   * @param longest time of one file [s]
   * @param seconds time of all [s]
   * @param defects what should not be, with the seed, at most a few
   */
  public record Outcome(
      Kind kind,
      long inputs,
      long refused,
      long mostBytes,
      double longest,
      double seconds,
      List<String> defects) {}

  /** Memory that a reader may take beyond four times the size of its file [bytes]. */
  public static final long CONSTANT = 16L << 20;

  /** A file that takes longer counts as a hang [s]. */
  public static final double PATIENCE = 10;

  private static final int FORMAT = 1;
  private static final int MOST_DEFECTS = 10;
  private static final Grid GRID =
      new Grid(4, 3, 1, 4e-9, 4e-9, 1e-6, Edges.OPEN, Edges.OPEN, Edges.OPEN);

  private static final String EXPERIMENT =
      """
      name: small film
      film: {size: [160 nm, 128 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 32 nm}
      initial: {texture: maze, seed: 1, relax: {time: 25 ps, alpha: 0.5}}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 10 mV, time: 40 ps}
        - retrieve: {from: all, update: graded}
      output: {table: 10 ps, snapshots: 20 ps, formats: [ovf]}
      """;

  private final Kind kind;
  private final Path file;
  private final byte[] good;

  /**
   * @param folder for the files, which are written over
   */
  public ReaderFuzz(Kind kind, Path folder) throws IOException {
    this.kind = kind;
    this.file = folder.resolve(kind == Kind.CHECKPOINT ? "checkpoint-A" : "fuzz" + kind.ending);
    write();
    this.good = Files.readAllBytes(file);
    if (!read()) {
      throw new IllegalStateException("the unchanged file of " + kind.text() + " is refused");
    }
  }

  private void write() throws IOException {
    OvfFile field = new OvfFile(Textures.random(GRID, 3), 1e-9, "m", "");
    switch (kind) {
      case OVF_TEXT -> FieldFiles.write(file, field, FieldFormat.OVF_TEXT);
      case OVF4 -> FieldFiles.write(file, field, FieldFormat.OVF4);
      case OVF8 -> FieldFiles.write(file, field, FieldFormat.OVF8);
      case OVF1 -> Files.writeString(file, version1(field));
      case NPY -> FieldFiles.write(file, field, FieldFormat.NPY);
      case CSV -> FieldFiles.write(file, field, FieldFormat.CSV);
      case TABLE -> table();
      case EXPERIMENT -> Files.writeString(file, EXPERIMENT);
      case CHECKPOINT -> checkpoint();
    }
  }

  private static String version1(OvfFile field) {
    StringBuilder s = new StringBuilder("# OOMMF: rectangular mesh v1.0\n# Segment count: 1\n");
    s.append("# Begin: Segment\n# Begin: Header\n# Title: m\n# meshtype: rectangular\n");
    s.append("# meshunit: m\n# valueunit: A/m\n# valuemultiplier: 1\n");
    String[] axes = {"x", "y", "z"};
    int[] n = {GRID.nx(), GRID.ny(), GRID.nz()};
    for (int k = 0; k < 3; k++) {
      s.append("# %sbase: %s\n".formatted(axes[k], GRID.cellSize(k) / 2));
      s.append(
          "# %sstepsize: %s\n# %snodes: %d\n".formatted(axes[k], GRID.cellSize(k), axes[k], n[k]));
      s.append("# %smin: 0\n# %smax: %s\n".formatted(axes[k], axes[k], n[k] * GRID.cellSize(k)));
    }
    s.append("# valuerangeminmag: 0\n# valuerangemaxmag: 1\n# End: Header\n# Begin: Data Text\n");
    for (int i = 0; i < GRID.cells(); i++) {
      s.append(
          "%s %s %s\n".formatted(field.field().x()[i], field.field().y()[i], field.field().z()[i]));
    }
    return s.append("# End: Data Text\n# End: Segment\n").toString();
  }

  private void table() throws IOException {
    List<Table.Column> columns =
        List.of(new Table.Column("t", "s"), new Table.Column("mx", ""), new Table.Column("P", "W"));
    try (TableWriter w = TableWriter.create(file, columns)) {
      for (int k = 0; k < 5; k++) {
        w.row(1e-10 * k, 0.1 * k, Double.NaN);
      }
    }
  }

  private void checkpoint() throws IOException {
    Journal journal = new Journal();
    journal.add(Journal.Answer.of(1, 2, 3));
    journal.add(new Journal.Answer(new double[] {1}, Textures.random(GRID, 1)));
    new CheckpointFiles(file.getParent(), FORMAT).write(0, out -> save(out, journal));
  }

  private static void save(java.io.OutputStream raw, Journal journal) throws IOException {
    StateWriter out = new StateWriter(raw);
    identity().save(out);
    out.number(1);
    out.whole(1);
    journal.save(out);
  }

  private static RunIdentity identity() {
    return new RunIdentity("inputs", "version", "kernels", "java");
  }

  /**
   * Reads files of one seed each.
   *
   * @param first first seed
   * @param inputs how many
   */
  public Outcome run(long first, long inputs) throws IOException {
    List<String> defects = new ArrayList<>();
    long refused = 0;
    long most = 0;
    double longest = 0;
    final long started = System.nanoTime();
    for (long seed = first; seed < first + inputs && defects.size() < MOST_DEFECTS; seed++) {
      byte[] bytes = ByteMutation.of(good, new SplittableRandom(seed));
      Files.write(file, bytes);
      long begun = System.nanoTime();
      long taken = allocated();
      try {
        refused += read() ? 0 : 1;
      } catch (IOException | RuntimeException | Error e) {
        defects.add("%s, seed %d: %s".formatted(kind.text(), seed, e));
      }
      long beyond = allocated() - taken - 4L * bytes.length;
      double time = (System.nanoTime() - begun) * 1e-9;
      if (beyond > CONSTANT || time > PATIENCE) {
        defects.add(
            "%s, seed %d: took %.1f MB and %.1f s"
                .formatted(kind.text(), seed, beyond / 1e6, time));
      }
      most = Math.max(most, beyond);
      longest = Math.max(longest, time);
    }
    double seconds = (System.nanoTime() - started) * 1e-9;
    return new Outcome(kind, inputs, refused, most, longest, seconds, defects);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Whether the file was read; false if it was refused as it should be. */
  private boolean read() throws IOException {
    try {
      switch (kind) {
        case TABLE -> TableReader.read(file);
        case EXPERIMENT -> ExperimentFile.read(file, List.of());
        case CHECKPOINT -> {
          return readCheckpoint();
        }
        default -> FieldFiles.read(file, new double[] {4e-9, 4e-9, 1e-6});
      }
      return true;
    } catch (FieldException | ExperimentException e) {
      return false;
    }
  }

  /** Beside what the file says of itself, what a reader would find that trusted its checksum. */
  private boolean readCheckpoint() throws IOException {
    CheckpointFiles files = new CheckpointFiles(file.getParent(), FORMAT);
    boolean isWhole = true;
    for (CheckpointFiles.Found found : files.all()) {
      isWhole &= found.problem() == null;
      try (InputStream raw = files.open(found)) {
        StateReader in = new StateReader(raw);
        identity().require(in, file, note -> {});
        in.number();
        in.whole();
        new Journal().restore(in, GRID, (int) (Files.size(file) / Double.BYTES));
      } catch (ExperimentException | IOException e) {
        isWhole = false;
      }
    }
    return isWhole;
  }
}
