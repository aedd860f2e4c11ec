package hopfilm.cli;

import hopfilm.file.ExperimentFile;
import hopfilm.file.ExperimentValues;
import hopfilm.folder.RunFolder;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hashes of short runs, which no refactoring may change, and the file {@code golden-bits.txt} that
 * holds them: a line for each case, quantity and set of kernels.
 */
final class GoldenBits {

  private static final Pattern LINE = Pattern.compile("(\\S+ \\S+ \\S+) ([0-9a-f]{16} [0-9a-f]+)");

  /** Numbers of summary.json that are not in the table; a key may be added without a new hash. */
  private static final List<String> SUMMARY =
      List.of("conductance", "energies", "retrieval", "training", "steps", "potentials");

  private GoldenBits() {}

  /** All cases. */
  static List<Path> cases() {
    return Stream.of(ShortRuns.examples(), ShortRuns.everyKey()).flatMap(List::stream).toList();
  }

  /** Whether the machine is one of those whose bits are held: functions such as sin differ. */
  static boolean isHeld() {
    return System.getProperty("os.arch").equals("amd64");
  }

  static Path file() {
    return Program.repository().resolve("app/src/test/resources/hopfilm/cli/golden-bits.txt");
  }

  /** The hashes that are held, by case, quantity and kernels. */
  static Map<String, String> held() throws IOException {
    return hashes(file());
  }

  /** The hashes of such a file, whose lines may be those of {@link #main}. */
  static Map<String, String> hashes(Path file) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      Matcher words = LINE.matcher(line);
      if (words.matches()) {
        hashes.put(words.group(1), words.group(2));
      }
    }
    return hashes;
  }

  static void write(Map<String, String> hashes) throws IOException {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(hashes).forEach((key, hash) -> lines.add(key + " " + hash));
    Files.write(file(), lines);
  }

  /** What a file stands for, as it tells runs apart; no kernels count. */
  static PartedHash values(Path file) {
    PartedHash hash = new PartedHash();
    // a picture is named by where it lies
    ExperimentValues.of(ExperimentFile.study(file, List.of()))
        .replace(Program.repository().toString(), "")
        .lines()
        .forEach(line -> hash.add(line.replaceFirst(" = .*", ""), line));
    return hash;
  }

  /**
   * Runs a case.
   *
   * @param folder an empty one
   * @return by case, quantity and kernels
   */
  static Map<String, PartedHash> run(Path file, String kernels, int threads, Path folder)
      throws IOException {
    ExperimentRunner.run(ShortRuns.small(file, kernels), folder, threads, RunListener.NONE);
    RunFolder run = new RunFolder(folder);
    String set =
        kernels.equals("plain")
            ? kernels
            : kernels + "-" + DoubleVector.SPECIES_PREFERRED.vectorBitSize();
    Map<String, PartedHash> all = new LinkedHashMap<>();
    all.put(key(file, "table", set), table(run.table()));
    all.put(key(file, "textures", set), textures(folder));
    all.put(key(file, "summary", set), summary(run.summary()));
    return all;
  }

  static String key(Path file, String quantity, String set) {
    return file.getFileName().toString().replace(".yaml", "") + " " + quantity + " " + set;
  }

  /** Its parts are the rows and the columns, all conductances as one. */
  private static PartedHash table(Path file) throws IOException {
    PartedHash hash = new PartedHash();
    List<String> lines = Files.readAllLines(file);
    String[] names = lines.get(0).replace("# ", "").split("\t");
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.split("\t");
      for (int c = 0; c < row.length; c++) {
        hash.add("the row at t = " + row[0] + " s", row[c]);
        hash.add(names[c].startsWith("G_") ? "G" : names[c].replace(" ()", ""), row[c]);
      }
    }
    return hash;
  }

  private static PartedHash textures(Path folder) throws IOException {
    PartedHash hash = new PartedHash();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path ovf : all.filter(f -> f.toString().endsWith(".ovf")).sorted().toList()) {
        hash.add(folder.relativize(ovf).toString(), Files.readAllBytes(ovf));
      }
    }
    return hash;
  }

  private static PartedHash summary(Path file) throws IOException {
    JsonNode summary = JsonMapper.shared().readTree(Files.readString(file));
    PartedHash hash = new PartedHash();
    SUMMARY.forEach(key -> hash.add(key, summary.path(key).toString()));
    return hash;
  }

  /** Prints the lines of all cases for a set of kernels on one thread. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    for (Path file : cases()) {
      run(file, arguments[0], 1, Files.createDirectory(folder.resolve(file.getFileName())))
          .forEach((key, hash) -> System.out.println(key + " " + hash));
    }
  }
}
