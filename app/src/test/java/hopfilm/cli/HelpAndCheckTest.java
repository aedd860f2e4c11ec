package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.film.TableColumns;
import hopfilm.manual.KeyManual;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class HelpAndCheckTest {

  private static final String PAPER_LIKE =
      Program.repository().resolve("examples/paper-four-node.yaml").toString();

  @TempDir Path folder;

  @Test
  void helpAloneIsOneScreen() {
    Program p = Program.call("help");
    assertThat(p.status()).isZero();
    assertThat(p.out())
        .contains("Usage: hopfilm", "Check an experiment", "Exit status", "Examples");
    assertThat(p.err()).isEmpty();
    assertThat(Main.commandLine(true).getUsageMessage().lines().toList())
        .hasSizeLessThanOrEqualTo(45)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  /** The help of all commands, those among the sources too. */
  private static Map<String, CommandSpec> commands() {
    CommandLine program = Main.commandLine(true);
    Map<String, CommandSpec> all = new TreeMap<>();
    program.getSubcommands().forEach((name, line) -> all.put(name, line.getCommandSpec()));
    return all;
  }

  @Test
  void everyCommandAndOptionIsToldInOneVoice() {
    commands()
        .forEach(
            (name, spec) -> {
              assertThat(spec.usageMessage().header()).as(name).hasSize(1);
              assertThat(spec.usageMessage().header()[0])
                  .as(name)
                  .matches("[A-Z][a-z]+ .*[^.]")
                  .hasSizeLessThanOrEqualTo(60);
              for (OptionSpec o : spec.options()) {
                assertThat(String.join(" ", o.description()))
                    .as(name + " " + o.longestName())
                    .matches("(?s)([A-Z].*|ovf, .*|learned, .*)[^.]");
              }
            });
  }

  /** A value that is broken at the end of a line cannot be copied. */
  @Test
  void noWordOfTheHelpIsBroken() {
    List<String> broken = new ArrayList<>();
    commands()
        .forEach(
            (name, spec) -> {
              String help = spec.commandLine().getUsageMessage();
              List<String> shown = List.of(help.strip().split("\\s+"));
              for (OptionSpec o : spec.options()) {
                if (!o.hidden()) {
                  String said = String.join(" ", o.description()).replace("%%", "%");
                  Stream.of(said.split("\\s+"))
                      .filter(word -> !shown.contains(word) && !word.contains("DEFAULT-VALUE"))
                      .forEach(word -> broken.add(name + " " + o.longestName() + ": " + word));
                }
              }
            });
    assertThat(broken).isEmpty();
  }

  @Test
  void whatTheScriptAmongTheSourcesDoesIsInTheirHelp() {
    CommandLine program = Main.commandLine(true);
    assertThat(program.getUsageMessage()).contains("  bench ", "  spark ");
    assertThat(Program.call("help", "bench").out()).contains("./hopfilm bench --help");
  }

  @Test
  void helpOfKeysListsAllSections() {
    String keys = Program.call("help", "keys").out();
    assertThat(keys).contains("material", "protocol.train", "rho_perp");
    assertThat(keys.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void helpOfColumnsListsThoseOfTheTable() {
    String columns = Program.call("help", "columns").out();
    for (TableColumns.Meaning column : TableColumns.all()) {
      assertThat(columns).containsPattern("(?m)^ *" + column.name() + " ");
    }
    assertThat(columns).contains("skyrmion_radius");
    assertThat(columns.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void helpExplainsCommandsKeysAndSections() {
    assertThat(Program.call("help", "check").out()).contains("Usage: hopfilm check");
    assertThat(Program.call("help", "film.cell").out())
        .startsWith("film.cell")
        .contains("4 nm", "0.01 nm to 1 um");
    assertThat(Program.call("help", "material").out()).contains("Ms", "rho_perp");
    assertThat(Program.call("help", "--markdown").out()).isEqualTo(KeyManual.markdown());
  }

  @Test
  void whatNeedsTheSourcesIsNotInTheHelpOfOneWithout() {
    for (String[] call : new String[][] {{"help"}, {"help", "run"}, {"completion"}}) {
      assertThat(Program.call(call).out()).contains("run").doesNotContain("spark", "bench");
    }
  }

  @Test
  void helpOnWhatIsNotThereIsWrongInput() {
    for (String[] args : new String[][] {{"help", "film.cel"}, {"help", "radius"}}) {
      Program p = Program.call(args);
      assertThat(p.status()).isEqualTo(2);
      assertThat(p.out()).isEmpty();
      assertThat(p.err()).hasLineCount(1).startsWith("hopfilm: help " + args[1]);
    }
  }

  @Test
  void runAndCheckRefuseAFilmWithoutAMazeAlike() {
    Path out = folder.resolve("out");
    String weak = "material.D=3 mA";
    Program run = Program.call("run", PAPER_LIKE, "--set", weak, "--out", out.toString());
    Program check = Program.call("check", PAPER_LIKE, "--set", weak);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).contains("paper-four-node.yaml: material.D: 3 mA is ");
    assertThat(run.out()).isEmpty();
    assertThat(out).doesNotExist();
    assertThat(check).isEqualTo(run);
  }

  @Test
  void runAndCheckWarnAlike() {
    String[] settings = {
      "numerics.discretisation=standard",
      "material.rho_perp=0.12 uOhm m",
      "initial.relax.time=10 ps",
      "train.time=10 ps",
      "rest.time=10 ps",
      "output.formats=[]",
      "train.pattern=+-+-"
    };
    List<String> checked = warnings(call("check", settings));
    assertThat(checked).singleElement().asString().contains("threshold of the lattice");
    Program run = call("run", settings);
    assertThat(run.status()).isZero();
    assertThat(warnings(run)).containsAll(checked).doesNotHaveDuplicates();
  }

  private Program call(String command, String... settings) {
    String[] args = new String[2 + 2 * settings.length + (command.equals("run") ? 2 : 0)];
    args[0] = command;
    args[1] = PAPER_LIKE;
    for (int i = 0; i < settings.length; i++) {
      args[2 + 2 * i] = "--set";
      args[3 + 2 * i] = settings[i];
    }
    if (command.equals("run")) {
      args[args.length - 2] = "--out";
      args[args.length - 1] = folder.resolve("out").toString();
    }
    return Program.call(args);
  }

  private static List<String> warnings(Program p) {
    return p.err().lines().filter(l -> l.startsWith("warning: ")).toList();
  }

  @Test
  void checkDrawsTheDeviceWithTheNamesOfItsContacts() throws IOException {
    String device = Program.repository().resolve("examples/device.yaml").toString();
    Path svg = folder.resolve("device.svg");
    Program p = Program.call("check", device, "--draw", svg.toString());
    assertThat(p.status()).as(p.err()).isZero();
    assertThat(p.out()).endsWith("drawn to " + svg + System.lineSeparator());
    assertThat(Files.readString(svg)).contains("Outline of the film with its electrodes");
    Program png = Program.call("check", device, "--draw", folder.resolve("d.png").toString());
    assertThat(png.status()).isZero();
    BufferedImage image = ImageIO.read(folder.resolve("d.png").toFile());
    assertThat(image.getWidth()).isGreaterThan(image.getHeight());
    Program pdf = Program.call("check", device, "--draw", "d.pdf");
    assertThat(pdf.status()).isEqualTo(2);
    assertThat(pdf.err()).contains("--draw d.pdf: end the name with .svg or .png");
  }
}
