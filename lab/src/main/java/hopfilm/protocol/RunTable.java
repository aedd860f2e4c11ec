package hopfilm.protocol;

import hopfilm.input.ExperimentException;
import hopfilm.input.Message;
import hopfilm.io.Table;
import hopfilm.io.TableReader;
import hopfilm.io.TableWriter;
import hopfilm.state.StateReader;
import hopfilm.state.StateWriter;
import java.io.IOException;
import java.nio.file.Files;
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
   * @throws ExperimentException if it does not hold what it held then
   */
  public static RunTable resume(Path file, List<Table.Column> columns, StateReader in)
      throws IOException {
    in.part("table");
    long position = in.whole();
    long count = in.whole();
    if (position < 0 || !Files.exists(file) || Files.size(file) < position) {
      throw ExperimentException.of(file, Message.RESUME_TABLE);
    }
    TableWriter writer = TableWriter.resume(file, columns, position);
    Table read = TableReader.read(file);
    if (read.rows().size() != count || !read.columns().equals(columns)) {
      writer.close();
      throw ExperimentException.of(file, Message.RESUME_TABLE);
    }
    return new RunTable(columns, writer, new ArrayList<>(read.rows()));
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
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
