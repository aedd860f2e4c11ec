package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of docs/howto/extend.md, followed in a folder of their own. */
@Tag("slow")
@Order(7)
class ExtendTest {

  private static final Pattern CHANGED = Pattern.compile("^\\+\\+\\+ b/(\\S+)$", Pattern.MULTILINE);

  @TempDir Path folder;

  private static String section(String text, String from) {
    int start = text.indexOf("## " + from);
    int end = text.indexOf("\n## ", start + 1);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** Compiles all Java files in the folder into {@code classes}. */
  private Path compile() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(f -> f.toString().endsWith(".java")).toList();
    }
    if (files.isEmpty()) { // a claim is a page
      return classes;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-cp", RealProgram.classPath(), "-d", classes.toString());
      boolean done =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(done).as(said.toString()).isTrue();
    }
    return classes;
  }

  /** Does to copies of the sources what the differences of a section say. */
  private void change(String section) throws IOException, InterruptedException {
    PageCode code = PageCode.ofText(section);
    for (PageCode.Block block : code.in("diff")) {
      Matcher m = CHANGED.matcher(block.text());
      while (m.find()) {
        Path copy = folder.resolve(m.group(1));
        Files.createDirectories(copy.getParent());
        Files.copy(Program.repository().resolve(m.group(1)), copy);
      }
      Path patch = Files.writeString(folder.resolve("step.diff"), block.text());
      PageCode.call(folder, List.of("git", "apply", patch.toString()));
    }
    for (PageCode.Block block : code.in("yaml")) {
      code.write(block.name(), folder);
    }
    PageCode.launcher(folder, compile());
    code.shell(folder);
  }

  private JsonNode json(String file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve(file)));
  }

  @Test
  void anElectrodeShape() throws Exception {
    change(
        section(
            Files.readString(Program.repository().resolve("docs/howto/extend.md")),
            "An electrode"));
    assertThat(Files.readString(folder.resolve("rhombus/experiment.yaml"))).contains("rhombus");
    double rhombi = conductance("rhombus");
    assertThat(conductance("again")).isEqualTo(rhombi);
    String discs =
        Files.readString(folder.resolve("rhombus.yaml"))
            .replace("shape: rhombus", "shape: disc")
            .replace("size: [64 nm, 96 nm]", "radius: RADIUS");
    double[] bounds = new double[2];
    for (int k = 0; k < 2; k++) {
      String radius = k == 0 ? "26 nm" : "48 nm";
      Path file =
          Files.writeString(folder.resolve("discs" + k + ".yaml"), discs.replace("RADIUS", radius));
      Program p =
          Program.call("run", file.toString(), "--out", folder.resolve("discs" + k).toString());
      assertThat(p.status()).as(p.err()).isZero();
      bounds[k] = conductance("discs" + k);
    }
    assertThat(rhombi).isStrictlyBetween(bounds[0], bounds[1]);
  }

  private double conductance(String run) throws IOException {
    return json(run + "/summary.json").at("/conductance/contacts/0/0").asDouble();
  }

  @Test
  void aClaim() throws Exception {
    Path page = Files.createDirectories(folder.resolve("examples/claim"));
    Files.copy(
        Program.repository().resolve("examples/claim/thickness.yaml"),
        page.resolve("thickness.yaml"));
    change(
        section(Files.readString(Program.repository().resolve("docs/howto/extend.md")), "A claim"));
    JsonNode verdicts = json("claims/claims.json");
    assertThat(verdicts.size()).isEqualTo(1);
    assertThat(verdicts.get(0).get("id").asString()).isEqualTo("thickness");
    assertThat(verdicts.get(0).get("verdict").asString()).isEqualTo("reproduced");
    assertThat(Files.readString(folder.resolve("claims/index.html"))).contains("id=\"thickness\"");
  }

  @Test
  void keysStepsAndColumns() throws Exception {
    String text = Files.readString(Program.repository().resolve("docs/howto/extend.md"));
    change(section(text, "Keys, steps"));
    Path run = folder.resolve("shaken/001_initial.seed=1");
    List<String> table = Files.readAllLines(run.resolve("table.txt"));
    assertThat(table.get(0)).contains("m_plane ()");
    // 5 ps of relaxation, 20 ps of the new step and 10 ps of training
    double end = Double.parseDouble(table.get(table.size() - 1).split("\\s+")[0]);
    assertThat(end).isCloseTo(35e-12, within(1e-18));
    assertThat(Files.readString(run.resolve("experiment.yaml")))
        .contains("shunt: 25 %")
        .contains("- demagnetise: {value: [");
    assertThat(Files.readAllLines(folder.resolve("shaken/runs.csv")).get(0))
        .contains(",warnings,training_time");
  }
}
