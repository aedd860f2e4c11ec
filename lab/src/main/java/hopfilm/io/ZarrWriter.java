package hopfilm.io;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes named arrays with dimensions and attributes as a Zarr group, into a folder or a zip, chunk
 * by chunk: no more than one chunk is in memory. Numbers are float64, least significant byte first;
 * their bytes are sorted by significance and compressed. Dimensions are named as xarray names them.
 *
 * <p>References: "Zarr storage specification version 2"; the filter {@code shuffle} and the
 * compressor {@code zlib} of numcodecs; {@code _ARRAY_DIMENSIONS} in "Zarr Encoding Specification"
 * of xarray.
 */
public final class ZarrWriter implements Closeable {

  /** Numbers of a chunk; more than enough to compress well, and little memory. */
  private static final long CHUNK = 1 << 20;

  private static final int WIDTH = Double.BYTES;

  /** What other compressors of numbers take by default too: nearly the best, in half the time. */
  private static final int LEVEL = 5;

  private static final Map<String, Object> ZLIB = Map.of("id", "zlib", "level", LEVEL);
  private static final Map<String, Object> SHUFFLE = Map.of("id", "shuffle", "elementsize", WIDTH);

  /** Where the parts of a group go, by their names. */
  private interface Store extends Closeable {
    void put(String key, byte[] content) throws IOException;
  }

  private final Store store;

  /** All that is said of arrays once more, so that a reader opens one part and not hundreds. */
  private final Map<String, Object> metadata = new LinkedHashMap<>();

  private ZarrWriter(Store store, Map<String, ?> attributes) throws IOException {
    this.store = store;
    json(".zgroup", Map.of("zarr_format", 2));
    json(".zattrs", attributes);
  }

  /**
   * Starts a group in a folder.
   *
   * @param folder that is made
   * @param attributes of the group: texts, numbers, and lists of them
   */
  public static ZarrWriter folder(Path folder, Map<String, ?> attributes) throws IOException {
    Store store =
        new Store() {
          @Override
          public void put(String key, byte[] content) throws IOException {
            Path file = folder.resolve(key);
            Files.createDirectories(file.getParent());
            try {
              Files.write(file, content);
            } catch (IOException e) {
              throw WholeFile.named(file, e);
            }
          }

          @Override
          public void close() {
            // each part is closed already
          }
        };
    return new ZarrWriter(store, attributes);
  }

  /** Starts a group in one zip file, {@code .zarr.zip}, otherwise as {@link #folder}. */
  public static ZarrWriter zip(Path file, Map<String, ?> attributes) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    ZipOutputStream zip = new ZipOutputStream(out);
    Store store =
        new Store() {
          @Override
          public void put(String key, byte[] content) throws IOException {
            ZipEntry entry = new ZipEntry(key);
            // chunks are compressed already; the same run gives the same bytes on any day
            entry.setMethod(ZipEntry.STORED);
            entry.setTime(0);
            entry.setSize(content.length);
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
          }

          @Override
          public void close() throws IOException {
            zip.close();
          }
        };
    return new ZarrWriter(store, attributes);
  }

  /**
   * An array of numbers that is at hand as a whole.
   *
   * @param dimensions their names, the slowest first
   * @param shape how many along each
   * @param values in C order: the last index runs fastest
   * @param attributes such as {@code units}
   */
  public void numbers(
      String name, List<String> dimensions, int[] shape, double[] values, Map<String, ?> attributes)
      throws IOException {
    if (values.length == 0 || Arrays.stream(shape).anyMatch(n -> n == 0)) {
      return;
    }
    Numbers array = numbers(name, dimensions, shape, shape, attributes);
    array.chunk(new int[shape.length], values);
  }

  /**
   * An array of numbers whose chunks follow.
   *
   * @param chunk how many numbers along each dimension a chunk has
   */
  Numbers numbers(
      String name, List<String> dimensions, int[] shape, int[] chunk, Map<String, ?> attributes)
      throws IOException {
    array(name, dimensions, shape, chunk, "<f8", List.of(SHUFFLE), attributes);
    return new Numbers(name);
  }

  /** An array that is written chunk by chunk. */
  final class Numbers {
    private final String name;

    private Numbers(String name) {
      this.name = name;
    }

    /**
     * Writes a chunk.
     *
     * @param index of the chunk along each dimension
     * @param values as many as a chunk has, what is beyond the array included
     */
    void chunk(int[] index, double[] values) throws IOException {
      byte[] bytes = new byte[values.length * WIDTH];
      for (int i = 0; i < values.length; i++) {
        long bits = Double.doubleToRawLongBits(values[i]);
        for (int b = 0; b < WIDTH; b++) {
          bytes[(b * values.length) + i] = (byte) (bits >>> (8 * b));
        }
      }
      store.put(name + "/" + key(index), deflated(bytes));
    }
  }

  /** Fields on one grid, one after the other along a first dimension. */
  public static final class Fields {
    private final Numbers array;
    private final int[] cells;
    private final int layers;
    private final int rows;
    private int count;

    private Fields(Numbers array, int[] cells, int layers, int rows) {
      this.array = array;
      this.cells = cells;
      this.layers = layers;
      this.rows = rows;
    }

    /**
     * Adds the next field.
     *
     * @param components x, y and z of all cells, x index fastest
     */
    public void add(double[][] components) throws IOException {
      double[] chunk = new double[layers * rows * cells[2] * 3];
      for (int k = 0; k < cells[0]; k += layers) {
        for (int j = 0; j < cells[1]; j += rows) {
          Arrays.fill(chunk, 0);
          fill(chunk, components, k, j);
          array.chunk(new int[] {count, k / layers, j / rows, 0, 0}, chunk);
        }
      }
      count++;
    }

    private void fill(double[] chunk, double[][] components, int layer, int row) {
      for (int k = layer; k < Math.min(cells[0], layer + layers); k++) {
        for (int j = row; j < Math.min(cells[1], row + rows); j++) {
          int from = (k * cells[1] + j) * cells[2];
          int to = ((k - layer) * rows + j - row) * cells[2] * 3;
          for (int i = 0; i < cells[2]; i++) {
            for (int c = 0; c < 3; c++) {
              chunk[to + 3 * i + c] = components[c][from + i];
            }
          }
        }
      }
    }
  }

  /**
   * An array of vector fields, (count, z, y, x, component), that follow one by one.
   *
   * @param along name of the first dimension
   * @param count how many follow
   * @param cells along z, y and x
   */
  public Fields fields(String name, String along, int count, int[] cells, Map<String, ?> attributes)
      throws IOException {
    int rows = (int) Math.max(1, Math.min(cells[1], CHUNK / (3L * cells[2])));
    int layers = 1;
    if (rows == cells[1]) {
      layers = (int) Math.max(1, Math.min(cells[0], CHUNK / (3L * cells[2] * cells[1])));
    }
    List<String> dimensions = List.of(along, "z", "y", "x", "component");
    int[] shape = {count, cells[0], cells[1], cells[2], 3};
    int[] chunk = {1, layers, rows, cells[2], 3};
    return new Fields(numbers(name, dimensions, shape, chunk, attributes), cells, layers, rows);
  }

  /** A row of texts along a dimension; none where there are none. */
  public void texts(String name, String dimension, List<String> texts, Map<String, ?> attributes)
      throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    int longest =
        texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).reduce(1, Math::max);
    int[] shape = {texts.size()};
    array(name, List.of(dimension), shape, shape, "<U" + longest, null, attributes);
    store.put(name + "/0", deflated(padded(texts, longest)));
  }

  /** Texts of one length in UTF-32, filled up with zeros. */
  private static byte[] padded(List<String> texts, int longest) {
    ByteBuffer bytes = ByteBuffer.allocate(texts.size() * longest * Integer.BYTES);
    for (int k = 0; k < texts.size(); k++) {
      bytes.position(k * longest * Integer.BYTES);
      bytes.put(texts.get(k).getBytes(Charset.forName("UTF-32LE")));
    }
    return bytes.array();
  }

  private void array(
      String name,
      List<String> dimensions,
      int[] shape,
      int[] chunk,
      String type,
      List<?> filters,
      Map<String, ?> attributes)
      throws IOException {
    Map<String, Object> array = new LinkedHashMap<>();
    array.put("zarr_format", 2);
    array.put("shape", shape);
    array.put("chunks", chunk);
    array.put("dtype", type);
    array.put("compressor", ZLIB);
    array.put("filters", filters);
    array.put("fill_value", null);
    array.put("order", "C");
    json(name + "/.zarray", array);
    Map<String, Object> all = new LinkedHashMap<>(attributes);
    all.put("_ARRAY_DIMENSIONS", dimensions);
    json(name + "/.zattrs", all);
  }

  private void json(String key, Object content) throws IOException {
    metadata.put(key, content);
    store.put(key, bytes(content));
  }

  private static byte[] bytes(Object content) {
    return JsonMapper.shared().writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
  }

  private static String key(int[] index) {
    return String.join(".", Arrays.stream(index).mapToObj(Integer::toString).toList());
  }

  private static byte[] deflated(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    Deflater deflater = new Deflater(LEVEL);
    try (DeflaterOutputStream to = new DeflaterOutputStream(out, deflater)) {
      to.write(bytes);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /** Ends the group; without it a reader does not see all of it. */
  public void finish() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("metadata", metadata);
    all.put("zarr_consolidated_format", 1);
    store.put(".zmetadata", bytes(all));
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
