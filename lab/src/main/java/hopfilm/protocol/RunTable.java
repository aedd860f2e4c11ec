package hopfilm.protocol;

import hopfilm.film.FilmSetup;
import hopfilm.film.SampleColumns;
import hopfilm.folder.RunFolder;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.io.TableWriter.Style;
import hopfilm.io.WrittenPartException;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of a run, on disk and in memory, and its samples, on disk alone. */
public final class RunTable implements AutoCloseable {

  private final List<Table.Column> columns;
  private final TableWriter writer;
  private final TableWriter samples; // null where none are taken
  private final List<double[]> rows;

  private RunTable(
      List<Table.Column> columns, TableWriter writer, TableWriter samples, List<double[]> rows) {
    this.columns = columns;
    this.writer = writer;
    this.samples = samples;
    this.rows = rows;
  }

  /** A new table. */
  public static RunTable create(RunFolder folder, FilmSetup setup) throws IOException {
    List<Table.Column> columns = setup.columns().columns();
    Optional<SampleColumns> sampled = setup.samples();
    TableWriter samples =
        sampled.isEmpty()
            ? null
            : TableWriter.create(folder.samples(), sampled.get().columns(), Style.CSV);
    TableWriter writer = TableWriter.create(folder.table(), columns);
    return new RunTable(columns, writer, samples, new ArrayList<>());
  }

  /**
   * The table as it was when it was saved; rows and samples written later are cut off.
   *
   * @throws hopfilm.io.WrittenPartException if it does not hold what it held then
   */
  public static RunTable resume(RunFolder folder, FilmSetup setup, StateReader in)
      throws IOException {
    List<Table.Column> columns = setup.columns().columns();
    in.part("table");
    long position = in.whole();
    long count = in.whole();
    Path file = folder.table();
    TableWriter writer = TableWriter.resume(file, columns, Style.TABLE, position, in.text());
    try {
      Table read = TableReader.read(file);
      if (read.rows().size() != count || !read.columns().equals(columns)) {
        throw new WrittenPartException(file);
      }
      TableWriter samples = samples(folder.samples(), setup, in);
      return new RunTable(columns, writer, samples, new ArrayList<>(read.rows()));
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private static TableWriter samples(Path file, FilmSetup setup, StateReader in)
      throws IOException {
    Optional<SampleColumns> sampled = setup.samples();
    if (sampled.isEmpty()) {
      return null;
    }
    in.part("samples");
    return TableWriter.resume(file, sampled.get().columns(), Style.CSV, in.whole(), in.text());
  }

  /** The table of a run that is done, to be read and not to be added to. */
  public static RunTable finished(RunFolder folder, FilmSetup setup) throws IOException {
    List<Table.Column> columns = setup.columns().columns();
    Table read = TableReader.read(folder.table());
    if (!read.columns().equals(columns)) {
      throw new WrittenPartException(folder.table());
    }
    return new RunTable(columns, null, null, new ArrayList<>(read.rows()));
  }

  void add(double[] row) throws IOException {
    writer.row(row);
    rows.add(row);
  }

  /** The value of a column in the last row. */
  double last(String column) {
    for (int c = 0; c < columns.size(); c++) {
      if (columns.get(c).name().equals(column)) {
        return rows.get(rows.size() - 1)[c];
      }
    }
    throw new IllegalArgumentException("the table has no column " + column);
  }

  void sample(double[] row) throws IOException {
    samples.row(row);
  }

  /** All rows so far. */
  public Table rows() {
    return new Table(columns, rows);
  }

  public void save(StateWriter out) throws IOException {
    writer.sync();
    out.part("table");
    out.whole(writer.position());
    out.whole(rows.size());
    out.text(writer.checksum());
    if (samples != null) {
      samples.sync();
      out.part("samples");
      out.whole(samples.position());
      out.text(samples.checksum());
    }
  }

  /** Returns when all rows and samples so far would outlive a loss of power. */
  public void sync() throws IOException {
    writer.sync();
    if (samples != null) {
      samples.sync();
    }
  }

  @Override
  public void close() throws IOException {
    if (samples != null) {
      samples.close();
    }
    if (writer != null) {
      writer.close();
    }
  }
}
