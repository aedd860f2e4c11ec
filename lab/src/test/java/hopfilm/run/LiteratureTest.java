package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.run.Literature.Paper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class LiteratureTest {

  private static final String STILL = "protocol=[{measure: x}]; initial.relax.time=0 ns";
  private static final String FLIPPED =
      "protocol=[{measure: untrained}, {train: {pattern: '+-+-', voltage: 1 mV, time: 1 ns}},"
          + " {measure: trained}, {retrieve: {from: noisy, %s}}]";

  /** What every run uses. */
  private static final Set<String> ALWAYS =
      Set.of("Yu2021", "Hopfield1982", "Hestenes1952", "Berg1981");

  /** What a run of the default film uses. */
  private static final List<String> DEFAULT =
      List.of(
          "Yu2021",
          "Gilbert2004",
          "Zhang2004",
          "McGuire1975",
          "Dzyaloshinsky1958",
          "Moriya1960",
          "Bak1980",
          "Bogdanov1994",
          "Rohart2013",
          "Hopfield1982",
          "Hopfield1984",
          "Hestenes1952",
          "Berg1981");

  /**
   * Changes of the default run, with semicolons between them.
   *
   * @param key of a paper
   * @param isCited whether the run uses what the paper is cited for
   */
  private record Run(String key, String settings, boolean isCited) {
    Experiment experiment() {
      return ExperimentFile.parse("", "x", Arrays.asList(settings.split("; ")));
    }
  }

  private static Run with(String key, String settings) {
    return new Run(key, settings, true);
  }

  private static Run without(String key, String settings) {
    return new Run(key, settings, false);
  }

  static final List<Run> RUNS =
      List.of(
          with("Yu2021", STILL),
          with("Gilbert2004", "protocol=[{rest: 1 ns}]"),
          without("Gilbert2004", STILL),
          with("Zhang2004", "material.P=0.4"),
          without("Zhang2004", "material.P=0"),
          without("Zhang2004", "protocol=[{measure: x}]"),
          with("McGuire1975", "material.amr=10 %"),
          without("McGuire1975", "material.amr=0 %"),
          with("Nagaosa2010", "material.hall_angle=5 deg"),
          without("Nagaosa2010", "seed=1"),
          with("Dzyaloshinsky1958", "material.dmi=interfacial"),
          without("Dzyaloshinsky1958", "material.D=0 mA"),
          with("Moriya1960", "material.dmi=interfacial"),
          without("Moriya1960", "material.D=0 mA"),
          with("Bak1980", "material.dmi=bulk"),
          without("Bak1980", "material.dmi=interfacial"),
          without("Bak1980", "material.D=0 mA"),
          with("Bogdanov1994", "material.Ku=100 kJ/m^3"),
          without("Bogdanov1994", "material.Ku=0 kJ/m^3"),
          with("Rohart2013", "material.dmi=interfacial"),
          without("Rohart2013", "material.D=0 mA"),
          with("Hopfield1982", STILL),
          with("Hopfield1984", "retrieve.update=graded"),
          without("Hopfield1984", "retrieve.update=asynchronous"),
          with("Alibart2012", "train.until=verified"),
          without("Alibart2012", "train.until=settled"),
          without("Alibart2012", "name='until: verified'"),
          with("Hestenes1952", STILL),
          with("Berg1981", STILL),
          with("Wang2018", "initial.texture=skyrmion"),
          without("Wang2018", "initial.texture=wall"),
          with("Dormand1980", "numerics.integrator=dopri5"),
          without("Dormand1980", "numerics.integrator=rk4"),
          without("Dormand1980", "numerics.integrator=dopri5; " + STILL),
          with("Manchon2019", "material.spin_orbit.damping_like=0.1"),
          with("Manchon2019", "material.spin_orbit.field_like=-0.1"),
          without("Manchon2019", "material.spin_orbit.field_like=0"),
          without("Manchon2019", "material.spin_orbit.field_like=0.1; protocol=[{rest: 1 ns}]"),
          with(
              "Slonczewski2002",
              "material.slonczewski.P=0.4; protocol=[{inject: {density: 1e11 A/m^2}}]"),
          without("Slonczewski2002", "material.slonczewski.P=0.4"),
          with("Newell1993", "film.demag=on"),
          without("Newell1993", "film.demag=local"),
          without("Newell1993", "film.demag=off"),
          with("Brown1963", "temperature=300 K"),
          without("Brown1963", "temperature=0 K"),
          without("Brown1963", "temperature=300 K; " + STILL),
          with("Leliaert2014", "grains={size: 30 nm, spread: {Ku: 5 %}}"),
          without("Leliaert2014", "pinning={density: 100 1/um^2, radius: 8 nm, frozen: true}"),
          with("Wilson1927", FLIPPED.formatted("flipped: [0 %, 25 %]")),
          without("Wilson1927", FLIPPED.formatted("flips: 1")));

  private static List<String> cited(Experiment experiment) {
    return Pattern.compile("@article\\{(\\w+),")
        .matcher(Literature.of(experiment))
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  static Stream<Paper> papers() {
    return Paper.all().stream();
  }

  @Test
  void everyPaperHasItsUseAndEveryUseItsPaper() {
    assertThat(Paper.all()).extracting(Paper::key).doesNotHaveDuplicates();
    assertThat(Literature.keys()).isEqualTo(papers().map(Paper::key).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyPaperIsTriedWithARunThatUsesItAndOneThatDoesNot(Paper paper) {
    assertThat(RUNS).anyMatch(r -> r.key().equals(paper.key()) && r.isCited());
    assertThat(RUNS.stream().anyMatch(r -> r.key().equals(paper.key()) && !r.isCited()))
        .isEqualTo(!ALWAYS.contains(paper.key()));
  }

  @ParameterizedTest
  @FieldSource("RUNS")
  void onlyWhatIsUsedIsCited(Run run) {
    List<String> cited = cited(run.experiment());
    assertThat(cited).containsAll(ALWAYS);
    assertThat(cited.contains(run.key())).isEqualTo(run.isCited());
  }

  @Test
  void theDefaultRunCitesWhatItUsesInTheOrderOfTheResource() {
    assertThat(cited(ExperimentFile.defaults())).isEqualTo(DEFAULT);
  }

  @Test
  void theFilmOfThePaperCitesTheSameAndTheFirstExampleHowItIsWritten() {
    Path examples = Path.of("../examples");
    assumeThat(Files.exists(examples)).isTrue();
    for (String name : List.of("paper-four-node.yaml", "four-node.yaml")) {
      for (SweepRun run : ExperimentFile.study(examples.resolve(name), List.of()).runs()) {
        List<String> cited = new ArrayList<>(cited(run.experiment()));
        // training that is verified
        assertThat(cited.remove("Alibart2012")).isEqualTo(name.equals("four-node.yaml"));
        assertThat(cited).isEqualTo(DEFAULT);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyEntryIsWhole(Paper paper) {
    String entry = paper.bibtex();
    assertThat(entry).startsWith("@article{" + paper.key() + ",\n").endsWith("}\n}\n");
    List<String> fields =
        Pattern.compile("(?m)^  (\\w+) +=").matcher(entry).results().map(m -> m.group(1)).toList();
    assertThat(fields)
        .containsExactly("author", "title", "journal", "volume", "pages", "year", "doi", "note");
    assertThat(entry).containsPattern("doi     = \\{10\\.\\d{4,5}/[^ {}]+\\}");
    long open = entry.chars().filter(c -> c == '{').count();
    assertThat(entry.chars().filter(c -> c == '}').count()).isEqualTo(open);
  }

  @Test
  void entriesStandApart() {
    assertThat(Literature.of(ExperimentFile.defaults()))
        .startsWith("@article{Yu2021,\n  author  = {Yu, Weichao")
        .contains("}\n}\n\n@article{Gilbert2004,\n")
        .endsWith("  note    = {the topological charge in table.txt}\n}\n");
  }
}
