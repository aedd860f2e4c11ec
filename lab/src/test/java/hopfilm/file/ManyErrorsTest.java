package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hopfilm.check.CheckMessage;
import hopfilm.expression.ExpressionMessage;
import hopfilm.film.FilmMessage;
import hopfilm.input.ExperimentException;
import hopfilm.input.Faults;
import hopfilm.input.FileMessage;
import hopfilm.input.Message;
import hopfilm.reading.ReadingMessage;
import hopfilm.yaml.Yaml;
import hopfilm.yaml.YamlNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All errors of a file are said at once, and none that follows from another. */
class ManyErrorsTest {

  private static final int PAIRS = 200;

  @TempDir Path folder;

  private static List<String> errors(String yaml, String... settings) {
    ExperimentException e =
        catchThrowableOfType(
            ExperimentException.class,
            () -> ExperimentFile.study(yaml, "f.yaml", List.of(settings)));
    return e == null ? List.of() : e.getMessage().lines().toList();
  }

  @Test
  void tenErrorsOfAllKindsAreShownInTheOrderOfTheLines() {
    List<String> lines =
        errors(
            """
            film:
              cel: 4 nm
              thickness: 20 mV
              demag: true
              size: 512 nm
            material:
              Ms: -1 kA/m
              A: 5
              preset: FeGo
            electrodes:
              - {name: a, shape: disc, centre: [0 nm, 0 nm], radius: 40 nm}
              - {name: a, shape: disc, centre: [512 nm, 0 nm], radius: 40 nm}
            protocol:
              - trane: {pattern: +-}
              - train: {pattern: +-, time: 5 V}
              - retrieve: {form: all}
            heat: {ambient: 300 K}
            temprature: 300 K
            heat: {ambient: 310 K}
            """);
    assertThat(lines)
        .hasSize(11)
        .satisfiesExactly(
            l ->
                assertThat(l)
                    .startsWith("f.yaml:2: film.cel: unknown key; did you mean film.cell?"),
            l -> assertThat(l).startsWith("f.yaml:3: film.thickness: 20 mV is a voltage"),
            l -> assertThat(l).startsWith("f.yaml:4: film.demag: ").endsWith("did you mean on?"),
            l -> assertThat(l).startsWith("f.yaml:5: film.size: \"512 nm\" is not a list"),
            l -> assertThat(l).startsWith("f.yaml:7: material.Ms: -1 kA/m is out of range"),
            l -> assertThat(l).startsWith("f.yaml:8: material.A: 5 has no unit"),
            l -> assertThat(l).startsWith("f.yaml:9: material.preset: ").endsWith("mean FeGe?"),
            l -> assertThat(l).startsWith("f.yaml:12: electrodes[2].name: two electrodes"),
            l -> assertThat(l).startsWith("f.yaml:14: protocol: unknown step trane"),
            l -> assertThat(l).startsWith("f.yaml:15: train.time: 5 V is a voltage"),
            l -> assertThat(l).isEqualTo("3 more; correct these first"));
  }

  /** Each unknown key is compared with all known ones: the reading ends early. */
  @Test
  void aFileThatIsWrongEverywhereIsNotReadToItsEnd() {
    StringBuilder top = new StringBuilder();
    StringBuilder section = new StringBuilder("film:\n");
    for (int k = 0; k < 50_000; k++) {
      top.append("key%d: 1\n".formatted(k));
      section.append("  key%d: 1\n".formatted(k));
    }
    for (String yaml : List.of(top.toString(), section.toString())) {
      List<String> lines =
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> errors(yaml)); // guards a hang
      assertThat(lines).hasSize(11).last().isEqualTo("at least 90 more; correct these first");
    }
  }

  /** Two files that are wrong in other sections are wrong in both ways when they are one. */
  @Test
  void twoErrorsAreTwoLines() {
    List<Wrong> all = Corpus.files().stream().flatMap(c -> wrong(c).stream()).toList();
    assertThat(all).hasSizeGreaterThan(200);
    Random random = new Random(7);
    int pairs = 0;
    while (pairs < PAIRS) {
      Wrong a = all.get(random.nextInt(all.size()));
      Wrong b = all.get(random.nextInt(all.size()));
      if (Collections.disjoint(a.sections, b.sections) && !dependOnEachOther(a, b)) {
        pairs++;
        String both = a.yaml + b.yaml;
        assertThat(read(both).stream().map(ExperimentException::withoutPlace))
            .as(both)
            .containsExactly(a.said, b.said);
      }
    }
  }

  /** A case of the corpus: its error, and the sections that it gives. */
  private record Wrong(String yaml, Set<String> sections, String said) {}

  /** What is wrong with one section; not what compares several. */
  private Optional<Wrong> wrong(Corpus.Case c) {
    try {
      YamlNode root = Yaml.parse(c.yaml(), "f.yaml", new Faults());
      ExperimentException e = read(c.yaml()).get(0);
      Set<String> sections = ((YamlNode.Mapping) root).entries().keySet();
      boolean isOfOne =
          Collections.disjoint(sections, Set.of("sweep", "optimise", "fit", "device"))
              && !(isOfExpectation(e.reason().orElseThrow()))
              && !COMPARE.contains(e.reason().orElseThrow());
      return isOfOne
          ? Optional.of(new Wrong(c.yaml(), sections, e.withoutPlace()))
          : Optional.empty();
    } catch (ExperimentException | ClassCastException e) {
      return Optional.empty(); // no map at all
    }
  }

  /** An expectation is checked against the steps and the table of a film without errors. */
  private static boolean isOfExpectation(Message m) {
    return m instanceof ExpressionMessage || m instanceof ReadingMessage;
  }

  private List<ExperimentException> read(String yaml) {
    return new Corpus.Case(List.of(), yaml, List.of()).read(folder).all();
  }

  /**
   * The number of electrodes and how they are driven decide what a protocol may be, and whether
   * there is heat; contacts that are named, by a drive or for a column, lie on a film.
   */
  private static boolean dependOnEachOther(Wrong a, Wrong b) {
    boolean isOfContacts =
        Stream.of(a, b).anyMatch(w -> w.said.startsWith("drive.") || w.said.contains("contact"));
    boolean needsContacts =
        Stream.of("protocol", "heat", "output").anyMatch(section -> isOf(section, a, b));
    return (isOf("electrodes", a, b) && needsContacts) || (isOf("film", a, b) && isOfContacts);
  }

  private static boolean isOf(String section, Wrong a, Wrong b) {
    return a.sections.contains(section) || b.sections.contains(section);
  }

  /** What compares sections, which waits until each of them is right, or a section of defaults. */
  private static final Set<Message> COMPARE =
      Set.of(
          FileMessage.GIVEN_TWICE, // names a line
          FileMessage.STEP_TOO_HOT, // compares the step with the material
          FileMessage.STEP_WITHOUT_RESISTIVITY,
          FileMessage.OTHER_UNIT, // of a column of the table, which heat and contacts decide
          FileMessage.NO_TABLE_COLUMN,
          FileMessage.NO_TABLE_COLUMN_NEAR,
          FileMessage.TOO_MANY_ROWS,
          FileMessage.TOO_MANY_SNAPSHOTS,
          FileMessage.TOO_MANY_SAMPLES,
          CheckMessage.SIGNAL_TOO_FAST, // the time step is that of the film
          CheckMessage.NO_DMI,
          CheckMessage.TOO_WEAK_DMI,
          FilmMessage.BAD_START_FILE,
          FileMessage.NO_SUCH_EDGES,
          FileMessage.CORNERS_MEET,
          FileMessage.ELECTRODES_DO_NOT_FIT,
          FileMessage.FACE_NEEDS_LAYERS,
          FileMessage.FITTED_NEEDS_ONE_LAYER,
          FileMessage.NO_PROTOCOL,
          FileMessage.NO_TRAIN_BEFORE,
          FileMessage.NO_TORQUE_TO_INJECT,
          FileMessage.GRADIENT_WITH_HEAT,
          FileMessage.GRADIENT_ACROSS_PERIODIC_EDGE,
          FileMessage.GRADIENT_BELOW_ZERO, // compares the film with the temperatures of all steps
          FileMessage.HEAT_NEEDS_OPEN_EDGES,
          FileMessage.SINK_WITHOUT_HEAT,
          FileMessage.WARM_WITHOUT_HEAT,
          FileMessage.TC_TOO_LOW,
          FileMessage.NOISE_AT_OTHER_TEMPERATURE,
          FileMessage.NOISE_NEEDS_RK4,
          FileMessage.TOO_MANY_SITES,
          FileMessage.GRAINS_TOO_SMALL);

  @Test
  void noErrorFollowsFromAnother() {
    // the section that a misspelt one was to be
    assertThat(errors("heaat: {ambient: 300 K}\nmaterial: {Tc: 600 K}\n"))
        .singleElement()
        .asString()
        .contains("heaat");
    assertThat(errors("electrods: {layout: sides-x}\nprotocol: [train: {pattern: +-}]\n"))
        .singleElement()
        .asString()
        .contains("electrods");
    // a film of unknown size, cells and layers
    assertThat(errors("film: {size: [8 mm, 8 nm], cell: 4}\ngrains: {size: 3 nm}\n"))
        .singleElement()
        .asString()
        .contains("film.cell");
    // steps after one that is wrong
    assertThat(
            errors(
                "protocol: [train: {pattern: +x+-}, measure: {labl: a}, retrieve: {from: noisy}]"))
        .satisfiesExactly(
            l -> assertThat(l).contains("train.pattern"), l -> assertThat(l).contains("labl"));
    // patterns of electrodes that are wrong themselves
    assertThat(errors("electrodes: {grid: 3x}\nprotocol: [train: {pattern: +-+-+-+-+}]\n"))
        .singleElement()
        .asString()
        .contains("electrodes.grid");
  }

  @Test
  void settingsAndValuesOfASweepAreReadToTheEnd() {
    assertThat(
            errors(
                "film: {cell: 4 mV}\n"
                    + "sweep:\n"
                    + "  trian.pattern: [+-+-]\n"
                    + "  material.A: [1 pJ/m, 2 V, 3 W]\n",
                "film.cel=2nm",
                "seed",
                "material.Ms=1 V"))
        .satisfiesExactly(
            l -> assertThat(l).startsWith("f.yaml:1: film.cell: 4 mV is a voltage"),
            l -> assertThat(l).startsWith("f.yaml:3: trian.pattern: unknown key"),
            l -> assertThat(l).startsWith("f.yaml:4: material.A: 2 V is a voltage"),
            l -> assertThat(l).startsWith("f.yaml:4: material.A: 3 W is a power"),
            l -> assertThat(l).startsWith("--set film.cel=2nm: film.cel: unknown key"),
            l -> assertThat(l).startsWith("--set seed: write key=value"),
            l -> assertThat(l).startsWith("--set material.Ms=1 V: material.Ms: 1 V is a voltage"));
  }
}
