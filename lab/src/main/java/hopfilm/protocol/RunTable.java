package hopfilm.protocol;

import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.io.WrittenPartException;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of a run, on disk and in memory. */
public final class RunTable implements AutoCloseable {

  private final List<Table.Column> columns;
  private final TableWriter writer;
  private final List<double[]> rows;

  private RunTable(List<Table.Column> columns, TableWriter writer, List<double[]> rows) {
    this.columns = columns;
    this.writer = writer;
    this.rows = rows;
  }

  /** A new table. */
  public static RunTable create(Path file, List<Table.Column> columns) throws IOException {
    return new RunTable(columns, TableWriter.create(file, columns), new ArrayList<>());
  }

  /**
   * The table as it was when it was saved; rows written later are cut off.
   *
   * @throws hopfilm.io.WrittenPartException if it does not hold what it held then
   */
  public static RunTable resume(Path file, List<Table.Column> columns, StateReader in)
      throws IOException {
    in.part("table");
    long position = in.whole();
    long count = in.whole();
    TableWriter writer = TableWriter.resume(file, columns, position, in.text());
    Table read = TableReader.read(file);
    if (read.rows().size() != count || !read.columns().equals(columns)) {
      writer.close();
      throw new WrittenPartException(file);
    }
    return new RunTable(columns, writer, new ArrayList<>(read.rows()));
  }

  /** The table of a run that is done, to be read and not to be added to. */
  public static RunTable finished(Path file, List<Table.Column> columns) throws IOException {
    Table read = TableReader.read(file);
    if (!read.columns().equals(columns)) {
      throw new WrittenPartException(file);
    }
    return new RunTable(columns, null, new ArrayList<>(read.rows()));
  }

  void add(double[] row) throws IOException {
    writer.row(row);
    rows.add(row);
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
  }

  /** Returns when all rows so far would outlive a loss of power. */
  public void sync() throws IOException {
    writer.sync();
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
