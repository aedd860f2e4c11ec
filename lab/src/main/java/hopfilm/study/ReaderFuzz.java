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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;

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

  /**
   * Memory that a reader may take beyond four times the size of its file, all that it gives back
   * meanwhile included [bytes]. These files are small; for what a reader takes for each byte of a
   * large one see {@code LargeFilesTest}.
   */
  public static final long CONSTANT = 4L << 20;

  /** A file that takes longer counts as a hang [s]. */
  public static final double PATIENCE = 10;

  private static final int FORMAT = 1;
  private static final long WATCH_MILLISECONDS = 100;
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
   * Reads files of one seed each. One that hangs is given up, with the place where it does.
   *
   * @param first first seed
   * @param inputs how many
   */
  public Outcome run(long first, long inputs) throws IOException {
    final long started = System.nanoTime();
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
    double seconds = (System.nanoTime() - started) * 1e-9;
    return new Outcome(
        kind,
        batch.seed - first,
        batch.refused,
        batch.most,
        batch.longest,
        seconds,
        List.copyOf(batch.defects));
  }

  /** Reads one file after the other; watched from another thread. */
  private final class Batch implements Runnable {
    private final long end;
    private final List<String> defects = new CopyOnWriteArrayList<>();
    private volatile long seed;
    private volatile long begun = System.nanoTime();
    private volatile IOException failure;
    private volatile long refused;
    private volatile long most;
    private volatile double longest;

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
        long largest = Long.MIN_VALUE;
        long n = seed;
        while (n < end && defects.size() < MOST_DEFECTS) {
          byte[] bytes = ByteMutation.of(good, new SplittableRandom(seed));
          if (kind == Kind.CHECKPOINT) {
            bytes = withChecksum(bytes, seed);
          }
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
          largest = Math.max(largest, beyond);
          longest = Math.max(longest, time);
          refused = bad;
          most = largest;
          seed = ++n;
        }
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Every second damaged checkpoint gets a checksum that is right, to be read to its end. */
  private static byte[] withChecksum(byte[] bytes, long seed) {
    if (seed % 2 == 0 || bytes.length < CheckpointFiles.TAIL) {
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
