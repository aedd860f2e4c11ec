package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Grid;
import hopfilm.input.ExperimentException;
import hopfilm.io.FieldException;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.OvfFile;
import hopfilm.magnet.Textures;
import hopfilm.run.ReaderProcess;
import hopfilm.yaml.Yaml;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of many MB, good ones and those that cost a reader most for each of their bytes: with small
 * files a constant would hide what a reader takes for each byte. All that is taken from the heap is
 * counted, garbage included; of experiment files, which are small, what is held at a time.
 */
@Tag("slow")
@Order(3)
class LargeFilesTest {

  private static final long MB = 1 << 20;

  /** Headers of up to 100 kB, buffers. */
  private static final long CONSTANT = 16 * MB;

  /** The names of as many columns as a table may have. */
  private static final long COLUMNS = 128 * MB;

  /** Virtual machine, young objects. */
  private static final long MACHINE = 64 * MB;

  private static final int SIZE = (int) (16 * MB);

  /** Hang guard [s]. */
  private static final int PATIENCE = 60;

  @TempDir Path folder;

  /** What came of a file, and the bytes taken from the heap meanwhile. */
  private record Outcome(String what, boolean isRead, long bytes) {}

  /** A file of a start, a piece again and again, and an end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          table of short rows         | a.txt  | # t (s)~                | 1~            | | 0
          table of empty lines        | a.txt  | # t (s)~                | ~             | | 0
          table of remarks            | a.txt  | # t (s)~                | #~            | | 0
          table of columns            | a.txt  | #                       | "a (s)^"      | ~ | 2
          table of bad columns        | a.txt  | #                       | "a^"          | ~ | 2
          table with a long gap       | a.txt  | #a                      | "    "        | a~ | 2
          table of one long row       | a.txt  | # t (s)~                | "1^"          | ~ | 2
          table of one long number    | a.txt  | # t (s)~                | "1"           | ~ | 2
          table of long numbers       | a.txt  | # t (s)~                | 0.12345678901234567890123456789~ | | 0
          table of brackets           | a.txt  | #a                      | "("           | ~ | 2
          CSV of equal cells          | a.csv  | x (m),y (m),z (m),a,b,c~ | 1,1,1,1,1,1~ | | 2
          CSV of one long row         | a.csv  | x (m),y (m),z (m),a,b,c~ | "1,"         | ~ | 2
          CSV of empty lines          | a.csv  | x (m),y (m),z (m),a,b,c~ | ~            | | 2
          CSV of blank lines          | a.csv  | x (m),y (m),z (m),a,b,c~ | " ~"         | | 2
          CSV of one long header      | a.csv  | x (m),y (m),z (m),a,b,c | ",a"          | ~ | 2
          OVF of remarks              | a.ovf  | # OOMMF OVF 2.0~        | #~            | | 2
          OVF of descriptions         | a.ovf  | # OOMMF OVF 2.0~        | # Desc: a~    | | 2
          OVF of empty lines          | a.ovf  | # OOMMF OVF 2.0~        | ~             | | 2
          OVF of labels               | a.ovf  | # OOMMF OVF 2.0~        | # b: a~       | | 2
          OVF of one long line        | a.ovf  | # OOMMF OVF 2.0~#       | x             | | 2
          experiment of remarks       | a.yaml | #                       | x             | | 2
          """)
  void takesNoMoreThanFourTimesTheSize(
      String what, String name, String start, String piece, String end, int status)
      throws Exception {
    Path file = folder.resolve(name);
    fill(file, text(start), text(piece), end == null ? "" : text(end));
    assertRead(what, file, status);
  }

  /** Numbers halfway between two doubles are rounded with many digits: a rare case, or a trap. */
  @Test
  void takesMoreForTies() throws Exception {
    Path file = folder.resolve("a.txt");
    fill(file, "# t (s)\n", "9007199254740993\n", "");
    Outcome o = measured(file);
    assertThat(o.isRead).isTrue();
    assertThat(o.bytes).isLessThan(20 * Files.size(file));
  }

  @Test
  void takesNoMoreForGoodOnes() throws Exception {
    OvfFile field = new OvfFile(Textures.random(Grid.film(512, 512, 4e-9, 1e-6), 1), 0, "m", "");
    for (FieldFormat format :
        List.of(
            FieldFormat.OVF_TEXT,
            FieldFormat.OVF4,
            FieldFormat.OVF8,
            FieldFormat.NPY,
            FieldFormat.CSV)) {
      Path file = folder.resolve(format == FieldFormat.NPY ? "a.npy" : "a.ovf");
      file = format == FieldFormat.CSV ? folder.resolve("a.csv") : file;
      FieldFiles.write(file, field, format);
      assertRead(format.name(), file, ReaderProcess.READ);
    }
    Path table = folder.resolve("a.txt");
    try (Writer out = Files.newBufferedWriter(table)) {
      out.write("#");
      for (int c = 0; c < 500_000; c++) {
        out.write((c == 0 ? " " : "\t") + "c" + c + " (S)");
      }
      out.write(("\n1" + "\t1".repeat(499_999)).repeat(8) + "\n");
    }
    assertRead("table of many columns", table, ReaderProcess.READ, COLUMNS);
    // numbers of one digit, which a field holds in eight bytes
    Path ovf = folder.resolve("short.ovf");
    Files.writeString(ovf, shortNumbers(1000));
    assertRead("OVF of short numbers", ovf, ReaderProcess.READ);
    Path csv = folder.resolve("short.csv");
    try (Writer out = Files.newBufferedWriter(csv)) {
      out.write("x (m),y (m),z (m),a,b,c\n");
      for (int i = 0; i < 100 * 100 * 100; i++) {
        out.write((1 + i % 100) + "," + (1 + i / 100 % 100) + "," + (1 + i / 10_000) + ",0,0,1\n");
      }
    }
    assertRead("CSV of short numbers", csv, ReaderProcess.READ);
  }

  /** What a regular expression could take long over stays below the guard. */
  @Test
  void noHeaderTakesLong() throws Exception {
    Path npy = folder.resolve("a.npy");
    fill(npy, "\u0000NUMPY\u0002\u0000\u0000\u0000\u00F0\u0000", "'shape':(", "");
    byte[] bytes = Files.readAllBytes(npy);
    bytes[0] = (byte) 0x93;
    bytes[10] = (byte) 0x80;
    bytes[11] = 0;
    Files.write(npy, bytes);
    assertRead("NumPy of shapes", npy, ReaderProcess.REFUSED);
    Path ovf = folder.resolve("braces.ovf");
    Files.writeString(
        ovf, shortNumbers(2).replace("valueunits: 1", "valueunits: " + "{".repeat(60_000)));
    assertRead("OVF of braces", ovf, ReaderProcess.REFUSED);
    // remarks among the numbers
    String[] parts = shortNumbers(2).split("(?<=Data Text\n)");
    for (String remark : new String[] {"#\n", "# e\n", "# End\n"}) {
      Files.writeString(ovf, parts[0] + remark.repeat(SIZE / remark.length()) + parts[1]);
      boolean isEnd = remark.contains("End");
      assertRead("OVF of " + remark, ovf, isEnd ? ReaderProcess.REFUSED : ReaderProcess.READ);
    }
    Files.writeString(ovf, parts[0] + "#" + "x".repeat(SIZE) + "\n" + parts[1]);
    assertRead("OVF of a long remark", ovf, ReaderProcess.READ);
  }

  /** Bytes held for each of an experiment file; a measured file of this size took 184 MB. */
  private static final int HELD = 50;

  /** Within the limit of its size an experiment file costs what the limit allows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          values       | "name: ["    | "a,"              | "]~"
          nested lists | "name: "     | "["               | "~"
          a long text  | "name: `"    | "a"               | "`~"
          a pattern    | "protocol: [{train: {voltage: 1 mV, time: 1 ns, pattern: `" | "+" | "`}}]~"
          digits       | "seed: "     | "1"               | "~"
          steps        | "protocol:~" | "  - rest: 1 ns~" | "~"
          empty steps  | "protocol:~" | "- rest:~"        | "~"
          short maps   | "protocol: [" | "{k},"           | "]~"
          empty keys   | "~"          | "? ~"             | "~"
          """)
  void anExperimentTakesNoMoreThanFiftyTimesTheSize(
      String what, String start, String piece, String end) throws Exception {
    Path file = folder.resolve("a.yaml");
    int room = Yaml.LONGEST - start.length() - end.length();
    String yaml = text(start) + text(piece).repeat(room / piece.length()) + text(end);
    Files.writeString(file, yaml.replace('`', '"'));
    assertThat(read(file))
        .as("%s: %s", what, said())
        .isIn(ReaderProcess.READ, ReaderProcess.REFUSED);
  }

  private static String shortNumbers(int n) {
    return """
        # OOMMF OVF 2.0
        # Segment count: 1
        # Begin: Segment
        # Begin: Header
        # Title: m
        # meshtype: rectangular
        # meshunit: m
        # valuedim: 3
        # valuelabels: a b c
        # valueunits: 1 1 1
        # xmin: 0
        # ymin: 0
        # zmin: 0
        # xmax: %d
        # ymax: %d
        # zmax: 1
        # xbase: 0.5
        # ybase: 0.5
        # zbase: 0.5
        # xnodes: %d
        # ynodes: %d
        # znodes: 1
        # xstepsize: 1
        # ystepsize: 1
        # zstepsize: 1
        # End: Header
        # Begin: Data Text
        """
            .formatted(n, n, n, n)
        + "0 0 1\n".repeat(n * n)
        + "# End: Data Text\n# End: Segment\n";
  }

  private static String text(String s) {
    return s.replace('~', '\n').replace('^', '\t');
  }

  private static void fill(Path file, String start, String piece, String end) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(start);
      for (int n = 0; n < SIZE / piece.length(); n++) {
        out.write(piece);
      }
      out.write(end);
    }
  }

  private void assertRead(String what, Path file, int status) throws Exception {
    assertRead(what, file, status, CONSTANT);
  }

  private static void assertRead(String what, Path file, int status, long constant)
      throws Exception {
    Outcome o = measured(file);
    long size = Files.size(file);
    assertThat(o.isRead).as("%s: %s", what, o.what).isEqualTo(status == ReaderProcess.READ);
    assertThat(o.bytes - 4 * size).as(what).isLessThan(constant);
  }

  /** Reads in a thread of its own, so that one that hangs is noticed. */
  private static Outcome measured(Path file) throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      Callable<Outcome> reading = () -> outcome(file);
      return one.submit(reading).get(PATIENCE, TimeUnit.SECONDS);
    } finally {
      one.shutdownNow();
    }
  }

  private static Outcome outcome(Path file) throws IOException {
    long before = allocated();
    try {
      String what = ReaderProcess.read(file).getClass().getSimpleName();
      return new Outcome(what, true, allocated() - before);
    } catch (FieldException | ExperimentException e) {
      return new Outcome(e.getMessage(), false, allocated() - before);
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private String said() throws IOException {
    String said = Files.readString(folder.resolve("said"));
    return said.substring(0, Math.min(300, said.length()));
  }

  private int read(Path file) throws Exception {
    long memory = HELD * Files.size(file) + MACHINE;
    String path = System.getProperty("surefire.test.class.path");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // nearly all memory for what lasts
                "-Xmn16m",
                "-Xmx" + memory / 1024 + "k",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path == null ? System.getProperty("java.class.path") : path + File.pathSeparator,
                ReaderProcess.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
