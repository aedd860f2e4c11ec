package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hopfilm.expression.ExpressionMessage;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.input.AllMessages;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.input.InputMessage;
import hopfilm.input.Message;
import hopfilm.input.NamedFiles;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.magnet.Textures;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadExperimentsTest {

  @TempDir Path folder;

  static Stream<Corpus.Case> corpus() {
    return Stream.concat(Corpus.files().stream(), Corpus.settings().stream());
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void saysWhatIsWrongInOneLine(Corpus.Case c) {
    ExperimentException e = c.read(folder);
    assertThat(e).isNotNull();
    assertThat(e.getMessage()).hasLineCount(1).contains(c.expected()).hasSizeLessThan(500);
    assertThat(e.getMessage())
        .startsWith(c.settings().isEmpty() ? folder.resolve("bad.yaml") + ":" : "")
        .doesNotContain("null", "Exception", "%s", "NaN", "hopfilm.", "java.");
    assertThat(e.reason()).isPresent();
  }

  @Test
  void thereAreManyCases() {
    assertThat(Corpus.files()).hasSizeGreaterThan(160);
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThat(refused(folder.resolve("no.yaml")))
        .hasMessage(folder.resolve("no.yaml") + ": there is no such file; check the path");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThat(refused(file)).hasMessageContaining("not text in UTF-8");
  }

  @Test
  void refusesAFolder() {
    assertThat(refused(folder)).hasMessageContaining("is a folder; name the experiment file in it");
  }

  @Test
  void refusesAFileTooLargeToBeOne() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), "# \n".repeat(2_000_000));
    assertThat(refused(file))
        .hasMessageContaining("6 MB are too large")
        .hasMessageContaining("up to 4 MB");
  }

  @Test
  void refusesAFileThatMayNotBeRead() throws IOException {
    Path file = folder.resolve("b.yaml");
    // a loop of links can be read by nobody, not even by root
    Files.createSymbolicLink(file, file);
    assertThat(refused(file)).hasMessageContaining("cannot be read (");
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThat(parse("film: {shape: polygon, points: [" + "[0 nm, 0 nm], ".repeat(10_001) + "]}"))
        .hasMessageContaining("film.points: 10001 entries are too many; allowed up to 10000");
    assertThat(parse("name: " + "[".repeat(3000) + "]".repeat(3000)))
        .hasMessageContaining("not valid YAML (")
        .hasMessageNotContaining("StreamReadConstraints");
    assertThat(parse("name: " + "[".repeat(3000)).getMessage().length()).isLessThan(300);
    assertThat(parse("x".repeat(100_000) + ": 1").getMessage().length()).isLessThan(600);
    assertThat(parse("film: {cell: " + "9".repeat(100_000) + "}").getMessage().length())
        .isLessThan(300);
    assertThat(parse("protocol: [train: {pattern: " + "+".repeat(100_000) + "}]"))
        .hasMessageContaining("has 100000 signs for 4 electrodes");
    assertThat(parse("electrodes: [" + "{name: a},".repeat(1025) + "]"))
        .hasMessageContaining("electrodes: 1025 entries are too many; allowed up to 1024");
  }

  @Test
  void refusesAFilmThatMemoryCannotHold() {
    Faults faults = new Faults();
    YamlNode.Mapping root =
        Document.of(Yaml.parse("", "b.yaml", faults), List.of(), faults).run(0, faults);
    assertThat(new ExperimentReader("b", NamedFiles.in(Path.of("")), 1e6, true).read(root, faults))
        .isNull();
    assertThat(catchThrowableOfType(ExperimentException.class, faults::end))
        .hasMessageContaining(
            "b.yaml:1: film.cell (default 4 nm): 16384 cells need about 0.00819 GB");
  }

  @Test
  void charactersThatATerminalWouldObeyAreShownAsEscapes() {
    assertThat(parse("film: {\"ce\\eLl\\u202E\": 4 nm}"))
        .hasMessageContaining("film.ce\\u001BLl\\u202E: unknown key");
  }

  @Test
  void namesFileAndLineOfAStartFileThatDoesNotFit() throws IOException {
    assertThat(start("no OVF file"))
        .hasMessageContaining("e.yaml:3: initial.file: ")
        .hasMessageContaining("m.ovf");
    assertThat(start(Textures.uniform(Grid.film(4, 8, 4e-9, 1e-6), 0, 0, 1)))
        .hasMessageContaining("e.yaml:3: initial.file: ")
        .hasMessageContaining(
            "has 4 x 8 x 1 cells of 4 nm x 4 nm x 1 um, the film 8 x 8 x 1 cells of");
    assertThat(start(Textures.uniform(Grid.film(8, 8, 6e-9, 1e-6), 0, 0, 1)))
        .hasMessageContaining("e.yaml:3: initial.file: ")
        .hasMessageContaining(
            "m.ovf has 8 x 8 x 1 cells of 6 nm x 6 nm x 1 um, the film 8 x 8 x 1 cells of 4 nm x 4"
                + " nm x 1 um; set film.size, film.cell, film.thickness and film.layers to match,"
                + " or initial.resample: on for a film of the same size");
    assertThat(start(Textures.uniform(Grid.film(8, 8, 4e-9, 1.001e-6), 0, 0, 1)))
        .hasMessageContaining("cells of 4 nm x 4 nm x 1.001 um, the film");
    VectorField hole = Textures.uniform(Grid.film(8, 8, 4e-9, 1e-6), 0, 0, 1);
    hole.z()[9] = 0;
    assertThat(start(hole)).hasMessageContaining("has no magnetisation in cell (1, 1, 0)");
  }

  @Test
  void aStartFileWhoseHeaderRoundsTheSizeOfItsCellsFits() throws IOException {
    Ovf.write(
        folder.resolve("m.ovf"),
        Textures.uniform(Grid.film(8, 8, 4.0003e-9, 1e-6), 0, 0, 1),
        OvfFormat.BINARY8,
        "m",
        "",
        0);
    assertThat(refused(startFile())).isNull();
  }

  /** The catalogue has no entry that no input leads to. */
  @Test
  void everyMessageIsProducedByTheCases() throws IOException {
    List<ExperimentException> all = new ArrayList<>(corpus().map(c -> c.read(folder)).toList());
    all.add(refused(folder));
    all.add(refused(folder.resolve("no.yaml")));
    all.add(refused(Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe})));
    all.add(refused(Files.writeString(folder.resolve("c.yaml"), "# \n".repeat(2_000_000))));
    String steps = "- field: {value: [0 T, 0 T, 1 T], time: 1 fs}\n".repeat(80_000);
    Study spelledOut = ExperimentFile.study("protocol:\n" + steps, "steps.yaml", List.of());
    all.add(
        catchThrowableOfType(
            ExperimentException.class,
            () -> ExperimentFile.requireReadable(spelledOut, "steps.yaml")));
    Path loop = folder.resolve("loop.yaml");
    all.add(refused(Files.createSymbolicLink(loop, loop)));
    all.add(refused(Files.writeString(folder.resolve("empty.yaml"), "\n")));
    all.add(parse("electrodes: [" + "{name: a},".repeat(1025) + "]"));
    all.add(start("no OVF file"));
    all.add(start(Textures.uniform(Grid.film(4, 8, 4e-9, 1e-6), 0, 0, 1)));
    String picture = "film: {mask: [{shape: image, file: sem.png}]}";
    all.add(
        catchThrowableOfType(
            ExperimentException.class, () -> ExperimentFile.drawn(picture, "e", "<svg/>")));
    Path resampled = folder.resolve("resampled.yaml");
    String yaml = Files.readString(startFile()).replace("m.ovf", "m.ovf, resample: on");
    all.add(refused(Files.writeString(resampled, yaml)));
    VectorField hole = Textures.uniform(Grid.film(8, 8, 4e-9, 1e-6), 0, 0, 1);
    hole.z()[9] = 0;
    all.add(start(hole));
    all.add(field(Grid.film(4, 8, 4e-9, 1e-6), "T", "1"));
    all.add(field(Grid.film(8, 8, 4e-9, 1e-6), "J/m^3", "1"));
    all.add(field(Grid.film(8, 8, 4e-9, 1e-6), "T", "1e5"));
    Files.writeString(folder.resolve("field.ovf"), "no OVF file");
    all.add(refused(folder.resolve("f.yaml")));
    all.add(
        catchThrowableOfType(
            ExperimentException.class,
            () -> ExperimentFile.withoutFiles("film: {field: {file: a.ovf}}", "e")));
    Set<Message> missing = AllMessages.stream().collect(Collectors.toSet());
    all.stream().filter(Objects::nonNull).forEach(e -> missing.remove(e.reason().orElseThrow()));
    // those of commands are produced in WrongInputTest and WrongFilesTest, those of run folders in
    // RunFolderRefusalsTest, those of a barrier in BarrierTest, of a cluster in SparkSweepTest, of
    // a reference in
    // ReferenceOfAnotherRunTest, that of memory above
    missing.removeIf(
        m ->
            m.name()
                    .matches(
                        "(OPTION|NEW|REPORT|READOUT|RECALL|STATUS|SPICE|MESH|MATERIAL|EVALUATE|CONVERT|PLOT|GATHER|WHERE|MAP|FORCE|OPTIMISE|FIT|RETAIN|BARRIER|GALLERY|REPRODUCE|VALIDATE|RESUME|FOLDER|DAMAGED|DISK|SPARK|REFERENCE)_.*")
                || m == FileMessage.TOO_LITTLE_MEMORY
                // of claims, in WrongPagesTest, and of a film
                || m == ExpressionMessage.EXPRESSION_KIND
                || m == ExpressionMessage.EXPRESSION_HIDDEN
                || m == ExpressionMessage.EXPRESSION_COLUMN
                || m == ExpressionMessage.EXPRESSION_VALUE
                || m == InputMessage.MORE_ERRORS);
    assertThat(missing).isEmpty();
  }

  /** The error of a film in the field of a file, 1 along z. */
  private ExperimentException field(Grid grid, String unit, String scale) throws IOException {
    VectorField h = VectorField.uniform(grid, 0, 0, 1);
    Ovf.write(folder.resolve("field.ovf"), h, OvfFormat.BINARY8, "H", unit, 0);
    String yaml =
        """
        film: {size: [32 nm, 32 nm], field: {file: field.ovf, scale: %s}}
        electrodes: {layout: corners, radius: 8 nm}
        """;
    return refused(Files.writeString(folder.resolve("f.yaml"), yaml.formatted(scale)));
  }

  private ExperimentException start(String ovf) throws IOException {
    Files.writeString(folder.resolve("m.ovf"), ovf);
    return start();
  }

  private ExperimentException start(VectorField m) throws IOException {
    Ovf.write(folder.resolve("m.ovf"), m, OvfFormat.BINARY8, "m", "", 0);
    return start();
  }

  private ExperimentException start() throws IOException {
    return refused(startFile());
  }

  private Path startFile() throws IOException {
    String yaml =
        """
        film: {size: [32 nm, 32 nm]}
        electrodes: {layout: corners, radius: 8 nm}
        initial: {file: m.ovf}
        """;
    return Files.writeString(folder.resolve("e.yaml"), yaml);
  }

  private static ExperimentException refused(Path file) {
    return catchThrowableOfType(
        ExperimentException.class, () -> ExperimentFile.read(file, List.of()));
  }

  private static ExperimentException parse(String yaml) {
    return catchThrowableOfType(
        ExperimentException.class, () -> ExperimentFile.parse(yaml, "b.yaml", List.of()));
  }
}
