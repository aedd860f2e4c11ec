package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.check.CheckMessage;
import hopfilm.console.CliMessage;
import hopfilm.experiment.ExperimentMessage;
import hopfilm.film.FilmMessage;
import hopfilm.folder.FolderMessage;
import hopfilm.input.FileMessage;
import hopfilm.input.InputMessage;
import hopfilm.input.Message;
import hopfilm.reproduce.ReproduceMessage;
import hopfilm.run.RunMessage;
import hopfilm.sweep.SweepMessage;
import hopfilm.where.WhereMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input ends with status 2 and one line on standard error, and nothing is written. */
class WrongInputTest {

  @TempDir Path folder;

  /** The files that the lab's own tests refuse, each with its message. */
  static Stream<String> files() throws IOException {
    Path corpus =
        Program.repository().resolve("lab/src/test/resources/hopfilm/file/bad-experiments.txt");
    List<String> files = new ArrayList<>();
    for (String block : Files.readString(corpus).split("(?m)^expect: ")) {
      if (!block.startsWith("#")) {
        files.add(block.substring(block.indexOf('\n') + 1));
      }
    }
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBadFile(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), yaml);
    Path out = folder.resolve("out");
    Program run = Program.call("run", file.toString(), "--out", out.toString());
    // a drawing that is not there may be a second error
    run.err().lines().forEach(line -> refused(out, new Program(run.status(), run.out(), line)));
    assertThat(Program.call("check", file.toString())).isEqualTo(run);
  }

  @Test
  void allErrorsOfAFileAreShown() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.yaml"), "film: {cel: 4 nm}\nmaterial: {Ms: 1}\nsed: 1\n");
    Program p = Program.call("check", file.toString(), "--set", "trian.time=1ns");
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    String at = "hopfilm: " + file + ":";
    assertThat(p.err().lines())
        .satisfiesExactly(
            l -> assertThat(l).startsWith(at + "1: film.cel: unknown key"),
            l -> assertThat(l).startsWith(at + "2: material.Ms: 1 has no unit"),
            l -> assertThat(l).startsWith(at + "3: sed: unknown key; did you mean seed?"),
            l ->
                assertThat(l).startsWith("hopfilm: --set trian.time=1ns: trian.time: unknown key"));
  }

  @Test
  void thereAreManyBadFiles() throws IOException {
    assertThat(files().count()).isGreaterThanOrEqualTo(160);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "film.cel=4nm",
        "film.cell",
        "film.cell=",
        "film.cell=4",
        "film.cell=4 mV",
        "film.cell=[4 nm, 3 nm]",
        "train[2].pattern=+-+-",
        "train.pattern=[+-+-, +-]",
        "train.voltage=1 kA",
        "material.rho_perp=-1 uOhm m",
        "electrodes.radius=300 nm",
        "network.reference=trained",
        "retrieve[1].gain=0",
        "initial.seed=3..1",
        "initial.file=nowhere.ovf",
        "numerics.kernels=gpu",
        "temperature=300 nm",
        "=4 nm",
      })
  void aBadSetting(String setting) {
    Path out = folder.resolve("out");
    String example = Program.repository().resolve("examples/four-node.yaml").toString();
    Program p = Program.call("run", example, "--set", setting, "--out", out.toString());
    refused(out, p);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rnu FILE",
        "bench",
        "spark master",
        "run",
        "run FILE --otu x",
        "run FILE FILE",
        "run nowhere.yaml",
        "run . ",
        "run FILE --workers 0",
        "run FILE --workers two",
        "run FILE --only 0/3",
        "run FILE --only 4/3",
        "run FILE --only 9/9",
        "run FILE --only half",
        "run FILE --spark",
        "run FILE --spark spark://host",
        "run FILE --spark local[0]",
        "run FILE --spark local-cluster[2]",
        "run FILE --set",
        "run FILE --set train.pattern=+-+- --only 1/1",
        "check",
        "check FILE --out x",
        "check",
        "check FILE --workers 0",
        "check FILE --only 1/2",
        "help film.cel",
        "help bananas",
        "help radius",
        "help film.cell material.D",
        "help --markdwon",
        "--versoin",
      })
  void badArguments(String arguments) {
    String example = Program.repository().resolve("examples/four-node.yaml").toString();
    List<String> args = new ArrayList<>();
    for (String word : arguments.strip().split(" +")) {
      args.add(word.equals("FILE") ? example : word);
    }
    Path out = folder.resolve("out");
    if (arguments.contains("--only") || arguments.contains("--workers")) {
      args.addAll(List.of("--out", out.toString()));
    }
    refused(out, Program.call(args.toArray(String[]::new)));
  }

  /**
   * With the files and settings of the lab's tests, every message of the catalogue is seen once.
   */
  @Test
  void everyMessageAboutOptionsIsProduced() throws IOException {
    String example = Program.repository().resolve("examples/four-node.yaml").toString();
    String single = Files.writeString(folder.resolve("single.yaml"), "seed: 1").toString();
    Files.createDirectory(folder.resolve("single.npy"));
    Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("mine.txt"), "mine");
    List<List<String>> calls =
        List.of(
            List.of("run"),
            List.of("check", "a\0b"),
            List.of("check", "a\uFFFD.yaml"),
            List.of("check", example, "--workers", "0"),
            List.of("run", example, "--threads", "0"),
            List.of("run", example, "--only", "half"),
            List.of("run", example, "--only", "4/3"),
            List.of("run", example, "--only", "9/9"),
            List.of("run", single, "--only", "1/1"),
            List.of("run", single, "--out", ""),
            List.of("run", single, "--out", single),
            List.of("run", single, "--out", single + "/below"),
            List.of("convert", single, "--to", "npy"),
            List.of("convert", single, "--to", "npy", "--out", folder.resolve("no/x").toString()),
            List.of("run", single, "--out", folder.resolve("full").toString()),
            List.of("run", "--resume", folder.resolve("full").toString()),
            List.of("run", "--resume", folder.toString(), "--set", "seed=2"),
            List.of("rum", example),
            List.of("run", example, "--bananas"),
            List.of("run", example, "--ouf=x"),
            List.of("run", example, example),
            List.of("bench", "--quick"),
            List.of("bananas"),
            List.of("help", "radius"),
            List.of("help", "film.cel"),
            List.of("help", "bananas"),
            List.of("run", example, "--live"),
            List.of("run", example, "--spark", "everywhere"),
            List.of("run", single, "--spark", "local[2]"),
            List.of("run", example, "--spark", "local[2]", "--workers", "2"),
            List.of("run", example, "--spark", "local[2]"),
            List.of("serve", "--class", "0"),
            List.of("serve", "--port", "70000"),
            List.of("serve", "--bind", "192.0.2.1"),
            List.of("serve", "--runs", "/dev/zero"),
            List.of("serve", "--bind", "192.0.2.1", "--no-token"));
    List<String> said = new ArrayList<>();
    for (List<String> call : calls) {
      said.add(refusal(call));
    }
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      said.add(refusal(List.of("serve", "--port", Integer.toString(other.getLocalPort()))));
    }
    assertThat(messages())
        .filteredOn(m -> m.name().startsWith("OPTION_"))
        .allSatisfy(m -> assertThat(said).anyMatch(line -> line.matches(".*" + form(m) + ".*")));
  }

  @Test
  void aMisspeltCommandIsNamedWithTheOneThatWasMeant() {
    String said = refusal(List.of("rum", "film.yaml", "--out", "x"));
    assertThat(said)
        .isEqualTo("hopfilm: unknown command 'rum'; did you mean run? See hopfilm help");
    assertThat(refusal(List.of("bananas")))
        .startsWith(
            "hopfilm: unknown command 'bananas'; known are run, check, new, serve, report, status,"
                + " ")
        .endsWith("completion; see hopfilm help");
    assertThat(refusal(List.of("rnu", "film.yaml"))).contains("did you mean run?");
    assertThat(refusal(List.of("run", "film.yaml", "--ouf", "x")))
        .isEqualTo("hopfilm: unknown option --ouf; did you mean --out?");
  }

  /** The messages that commands give, and those of the packages that they call. */
  static Stream<Message> messages() {
    return Stream.<Message[]>of(
            CliMessage.values(),
            InputMessage.values(),
            ExperimentMessage.values(),
            FileMessage.values(),
            FilmMessage.values(),
            FolderMessage.values(),
            CheckMessage.values(),
            RunMessage.values(),
            SweepMessage.values(),
            WhereMessage.values(),
            ReproduceMessage.values())
        .flatMap(Stream::of);
  }

  private String refusal(List<String> call) {
    Program p = Program.call(call.toArray(String[]::new));
    refused(folder.resolve("out"), p);
    return p.err().strip();
  }

  /** A pattern that a message fits, whatever its slots. */
  static String form(Message message) {
    return Arrays.stream(message.template().split("<[a-z]+>", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".+"));
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    String example = Program.repository().resolve("examples/four-node.yaml").toString();
    Program p = Program.call("run", example, "--out", folder.toString());
    assertThat(p.status()).isEqualTo(2);
    assertThat(p.err()).hasLineCount(1).contains("is not empty");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("mine.txt"));
    }
  }

  @Test
  void anInitialFileThatIsDamagedIsFoundBeforeTheFolderIsMade() throws IOException {
    Files.writeString(folder.resolve("m.ovf"), "# OOMMF OVF 2.0\n");
    Path file = Files.writeString(folder.resolve("e.yaml"), "initial: {file: m.ovf}");
    Path out = folder.resolve("out");
    refused(out, Program.call("run", file.toString(), "--out", out.toString()));
  }

  private static void refused(Path out, Program p) {
    assertThat(p.status()).as(p.err()).isEqualTo(2);
    assertThat(p.out()).isEmpty();
    assertThat(p.err()).hasLineCount(1).startsWith("hopfilm: ");
    assertThat(p.err()).doesNotContain("Exception", "\tat ", "hopfilm.", "java.", "null", "NaN");
    assertThat(p.err().strip()).hasSizeGreaterThan(20);
    assertThat(out).doesNotExist();
  }
}
