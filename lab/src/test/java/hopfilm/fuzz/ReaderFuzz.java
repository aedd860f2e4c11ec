package hopfilm.fuzz;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.folder.RunFile;
import hopfilm.folder.RunFolder;
import hopfilm.grid.Grid;
import hopfilm.input.ExperimentException;
import hopfilm.input.Spelling;
import hopfilm.io.CheckpointFiles;
import hopfilm.io.FieldException;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.OvfFile;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.key.ExperimentKeys;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.RunListener;
import hopfilm.result.RunStatus;
import hopfilm.run.Checkpoints;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.LatestCheckpoint;
import hopfilm.run.RunControl;
import hopfilm.run.RunDirectory;
import hopfilm.run.StatusFile;
import hopfilm.sweep.FinishedRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;

/**
 * Reads files with bytes changed at random. Each must be read, or refused by the exception that its
 * reader documents, in time, and without taking memory that the file's size does not warrant.
 */
final class ReaderFuzz {

  /** The kind of file that is read. */
  enum Kind {
    OVF_TEXT(".ovf"),
    OVF4(".ovf"),
    OVF8(".ovf"),
    OVF1(".omf"),
    NPY(".npy"),
    CSV(".csv"),
    TABLE(".txt"),
    EXPERIMENT(".yaml"),
    CHECKPOINT(""),
    STATUS(".json"),
    SUMMARY(".json");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }

    /** The name in messages. */
    String text() {
      return Spelling.of(this);
    }
  }

  /**
   * The outcome of a number of files.
   *
   * @param refused those of them that were refused
   * @param defects what should not be, with the seed, at most a few
   */
  record Outcome(long refused, List<String> defects) {}

  /**
   * Memory that a reader may take beyond four times the size of its file, all that it gives back
   * meanwhile included [bytes]. These files are small; for what a reader takes for each byte of a
   * large one see {@code LargeFilesTest}.
   */
  private static final long CONSTANT = 4L << 20;

  /** A file that takes longer counts as a hang [s]. */
  private static final double PATIENCE = 10;

  private static final long WATCH_MILLISECONDS = 100;
  private static final int MAX_DEFECTS = 10;
  private static final Grid GRID = new Grid(4, 3, 1, 4e-9, 4e-9, 1e-6);

  /** Stops a run in the middle of its training. */
  private static final int QUESTIONS = 14;

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

  /**
   * A film with contacts and currents: its checkpoint has all that one may have, and little of it.
   */
  private static final String FILM =
      """
      name: small film
      film: {size: [40 nm, 32 nm], cell: 4 nm}
      electrodes: {layout: corners, radius: 12 nm, resistance: 1 ohm}
      initial: {texture: maze, seed: 1, relax: 2 ps}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: 3 mV, time: 10 ps}
        - retrieve: {from: all, update: graded}
      output: {table: 1 ps, snapshots: 1 ns, formats: [ovf]}
      """;

  private final Kind kind;
  private final Path file;
  private final byte[] good;
  private final Experiment film = ExperimentFile.parse(FILM, "fuzz", List.of());
  private final Parallel parallel = Parallel.of(1);
  private byte[] table;

  /**
   * @param folder for the files, which are written over
   */
  ReaderFuzz(Kind kind, Path folder) throws IOException {
    this.kind = kind;
    this.file = folder.resolve(name(kind));
    write();
    this.good = Files.readAllBytes(file);
    ExperimentKeys.all(); // keys are made once, with the first file that has them
    if (!read()) {
      throw new IllegalStateException("the unchanged file of " + kind.text() + " is refused");
    }
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case CHECKPOINT -> CheckpointFiles.NAMES.get(0);
      case STATUS -> RunFile.STATUS.text();
      default -> "fuzz" + kind.ending;
    };
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
      case STATUS -> {
        StatusFile.start(file.getParent(), "inputs").ended(RunStatus.DONE, null);
        // results, which nothing else tells of
        table();
      }
      case SUMMARY -> {
        run("done", RunControl.unlimited());
        Files.move(new RunFolder(file.resolveSibling("done")).summary(), file);
      }
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
    Path path = kind == Kind.TABLE ? file : new RunFolder(file.getParent()).table();
    try (TableWriter w = TableWriter.create(path, columns)) {
      for (int k = 0; k < 5; k++) {
        w.row(1e-10 * k, 0.1 * k, Double.NaN);
      }
    }
  }

  private Path run(String name, RunControl control) throws IOException {
    Path folder = Files.createDirectories(file.resolveSibling(name));
    ExperimentRunner.run(film, folder, 1, RunListener.NONE, control);
    return folder;
  }

  private void checkpoint() throws IOException {
    RunControl stopped =
        new RunControl(Double.POSITIVE_INFINITY) {
          private int questions;

          @Override
          public boolean isStopAsked() {
            if (++questions >= QUESTIONS) {
              stop("far enough");
            }
            return questions >= QUESTIONS;
          }
        };
    Path folder = run("stopped", stopped);
    CheckpointFiles.Found latest = new CheckpointFiles(folder, Checkpoints.FORMAT).all().get(0);
    Files.copy(latest.file(), file);
    table = Files.readAllBytes(new RunFolder(folder).table());
  }

  /**
   * Reads files of one seed each. One that hangs is given up, with the place where it does.
   *
   * @param first first seed
   * @param inputs how many
   */
  Outcome run(long first, long inputs) throws IOException {
    Batch batch = new Batch(first, inputs);
    Thread reader = new Thread(batch, "fuzz " + kind.text());
    reader.setDaemon(true);
    reader.start();
    try {
      while (reader.isAlive()) {
        reader.join(WATCH_MILLISECONDS);
        if (reader.isAlive() && batch.seconds() > PATIENCE) {
          batch.defects.add(
              "%s, seed %d: still being read after %.0f s, in %s"
                  .formatted(
                      kind.text(),
                      batch.seed,
                      batch.seconds(),
                      List.of(reader.getStackTrace()).stream().limit(4).toList()));
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      batch.defects.add("interrupted");
    }
    if (batch.failure != null) {
      throw batch.failure;
    }
    return new Outcome(batch.refused, List.copyOf(batch.defects));
  }

  /** Reads one file after the other; watched from another thread. */
  private final class Batch implements Runnable {
    private final long end;
    private final List<String> defects = new CopyOnWriteArrayList<>();
    private volatile long seed;
    private volatile long begun = System.nanoTime();
    private volatile IOException failure;
    private volatile long refused;

    Batch(long first, long inputs) {
      seed = first;
      end = first + inputs;
    }

    /** Time since the file at hand was begun [s]. */
    double seconds() {
      return (System.nanoTime() - begun) * 1e-9;
    }

    @Override
    public void run() {
      try {
        long bad = 0;
        long n = seed;
        while (n < end && defects.size() < MAX_DEFECTS) {
          byte[] bytes = ByteMutation.of(good, new SplittableRandom(seed));
          if (kind == Kind.CHECKPOINT) {
            bytes = withChecksum(bytes, seed);
          }
          // a file system that waits for the disk when a file is written over does not for a new
          // one
          Files.deleteIfExists(file);
          Files.write(file, bytes);
          begun = System.nanoTime();
          long taken = allocated();
          try {
            bad += read() ? 0 : 1;
          } catch (IOException | RuntimeException | Error e) {
            defects.add("%s, seed %d: %s".formatted(kind.text(), seed, e));
          }
          long beyond = allocated() - taken - 4L * bytes.length;
          double time = seconds();
          if (beyond > CONSTANT || time > PATIENCE) {
            defects.add(
                "%s, seed %d: took %.1f MB and %.1f s"
                    .formatted(kind.text(), seed, beyond / 1e6, time));
          }
          refused = bad;
          seed = ++n;
        }
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Three of four damaged checkpoints get a checksum that is right, to be read to their end. */
  private static byte[] withChecksum(byte[] bytes, long seed) {
    if (seed % 4 == 0 || bytes.length < CheckpointFiles.TAIL) {
      return bytes;
    }
    byte[] whole = bytes.clone();
    int end = whole.length - Long.BYTES;
    ByteBuffer.wrap(whole)
        .putLong(end - Long.BYTES, end - Long.BYTES - (long) CheckpointFiles.HEAD);
    CRC32C sum = new CRC32C();
    sum.update(whole, 0, end);
    ByteBuffer.wrap(whole).putLong(end, sum.getValue());
    return whole;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** The unchanged file. */
  byte[] good() {
    return good.clone();
  }

  /**
   * True if a file of these bytes is read, false if it is refused as it should be. Anything else is
   * thrown.
   */
  boolean reads(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return read();
  }

  /** True if the file was read, false if it was refused as it should be. */
  private boolean read() throws IOException {
    try {
      switch (kind) {
        case TABLE -> TableReader.read(file);
        case EXPERIMENT -> ExperimentFile.read(file, List.of());
        case CHECKPOINT -> {
          return readCheckpoint();
        }
        case STATUS -> RunDirectory.requireOwn(file.getParent(), "inputs");
        case SUMMARY -> {
          return FinishedRecord.of(new SweepRun(1, Map.of(), film), file).isPresent();
        }
        default -> FieldFiles.read(file, new double[] {4e-9, 4e-9, 1e-6});
      }
      return true;
    } catch (FieldException | ExperimentException e) {
      return false;
    }
  }

  /** Takes up the run, as one that is resumed. */
  private boolean readCheckpoint() throws IOException {
    Path rows = new RunFolder(file.getParent()).table();
    if (!Files.exists(rows) || Files.size(rows) != table.length) {
      Files.write(rows, table);
    }
    try {
      LatestCheckpoint.read(film, new RunFolder(file.getParent()), parallel);
      return true;
    } catch (ExperimentException | IOException e) {
      return false;
    }
  }
}
