package hopfilm.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/**
 * Writes {@code table.txt} or {@code samples.csv}: numbers of 17 significant digits under a first
 * line that names the columns. Each row is on disk when {@link #row} returns, so that a run can be
 * watched and a stopped one keeps what it has.
 */
public final class TableWriter implements AutoCloseable {

  /** How names, units and numbers are set. */
  public enum Style {
    /** {@code # t (s)}, {@code mx ()}, with tabs. */
    TABLE("# ", " (", ')', '\t'),
    /** {@code Time[s],n1_V[V]}, as spreadsheets and readers of measured data take it. */
    CSV("", "[", ']', ',');

    final String start;
    final String open;
    final char close;
    final char between;

    Style(String start, String open, char close, char between) {
      this.start = start;
      this.open = open;
      this.close = close;
      this.between = between;
    }
  }

  private final List<Table.Column> columns;
  private final Style style;
  private final Path file;
  private final FileChannel channel;
  private final OutputStream out;
  private final CRC32C sum;

  private TableWriter(
      List<Table.Column> columns, Style style, Path file, FileChannel channel, CRC32C sum) {
    this.columns = List.copyOf(columns);
    this.style = style;
    this.file = file;
    this.channel = channel;
    this.out = Channels.newOutputStream(channel);
    this.sum = sum;
  }

  /** Starts a new table. An old one of the same name is replaced. */
  public static TableWriter create(Path file, List<Table.Column> columns) throws IOException {
    return create(file, columns, Style.TABLE);
  }

  /** The same in another style. */
  public static TableWriter create(Path file, List<Table.Column> columns, Style style)
      throws IOException {
    Files.deleteIfExists(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    TableWriter writer = new TableWriter(columns, style, file, channel, new CRC32C());
    writer.line(style.start + writer.header());
    return writer;
  }

  /**
   * Goes on with a table from where it was when {@link #position} was asked; later rows are cut.
   *
   * @param checksum what {@link #checksum} gave then
   * @throws WrittenPartException if the table is not what it was; it is left as it is
   */
  public static TableWriter resume(
      Path file, List<Table.Column> columns, Style style, long position, String checksum)
      throws IOException {
    CRC32C sum = new CRC32C();
    if (position < 0 || !Files.exists(file) || Files.size(file) < position) {
      throw new WrittenPartException(file);
    }
    FileSum.addHead(sum, file, position);
    if (!FileSum.text(sum).equals(checksum)) {
      throw new WrittenPartException(file);
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw WholeFile.named(file, e);
    }
    channel.truncate(position);
    channel.position(position);
    return new TableWriter(columns, style, file, channel, sum);
  }

  /**
   * Appends a row.
   *
   * @throws IllegalArgumentException if it does not have one number a column
   * @throws NoSuchFileException if the table was removed meanwhile
   */
  public void row(double... numbers) throws IOException {
    if (numbers.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of %d numbers in a table of %d columns".formatted(numbers.length, columns.size()));
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "was removed or renamed during the run");
    }
    StringBuilder s = new StringBuilder(24 * numbers.length);
    for (double v : numbers) {
      s.append(s.length() == 0 ? "" : String.valueOf(style.between))
          .append(String.format(Locale.ROOT, "%.16e", v));
    }
    line(s.toString());
  }

  /** Length of the table so far [bytes]. */
  public long position() throws IOException {
    return channel.position();
  }

  /** CRC-32C of the table so far. */
  public String checksum() {
    return FileSum.text(sum);
  }

  /** Returns when all rows so far would outlive a loss of power. */
  public void sync() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private String header() {
    return columns.stream()
        .map(c -> c.name() + style.open + c.unit() + style.close)
        .collect(Collectors.joining(String.valueOf(style.between)));
  }

  private void line(String text) throws IOException {
    try {
      byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
      out.write(bytes);
      sum.update(bytes);
    } catch (IOException e) {
      throw WholeFile.named(file, e);
    }
  }
}
