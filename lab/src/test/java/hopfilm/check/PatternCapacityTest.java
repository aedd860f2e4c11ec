package hopfilm.check;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a film can hold by its neighbours: regions counted by hand. */
class PatternCapacityTest {

  private static Experiment grid(String electrodes, String... patterns) {
    return ExperimentFile.parse(
        """
        film: {size: [1248 nm, 416 nm], cell: 8 nm}
        electrodes: {%s}
        initial: {texture: helix}
        protocol: [train: {patterns: [%s]}]
        """
            .formatted(electrodes, String.join(", ", patterns)),
        "grid",
        List.of());
  }

  private static PatternCapacity held(Experiment e, String... patterns) {
    return PatternCapacity.of(
        NeighbourGraph.of(e), Arrays.stream(patterns).map(Pattern::parse).toList());
  }

  /** Next ones along rows and columns: 2 x 3 along and 4 across. */
  @Test
  void neighboursInAGridAreTheNextOnes() {
    NeighbourGraph graph =
        NeighbourGraph.of(grid("grid: 2x4, radius: 100 nm, margin: 0 nm", "+--+-++-", "+-+--+-+"));
    assertThat(graph.pairs()).isEqualTo(10);
    assertThat(graph.meet(0, 1)).isTrue();
    assertThat(graph.meet(0, 4)).isTrue();
    assertThat(graph.meet(0, 5)).isFalse();
    assertThat(graph.meet(0, 2)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // checkerboards of two by two, alike on the left and opposite on the right: four edges turn
    "+--+-++- +-+--+-+, '[0, 1, 4, 5] [2, 3, 6, 7]', 4, can be held",
    // a contact that agrees with none of its neighbours
    "+++++++- ++++++++, '[0, 1, 2, 3, 4, 5, 6] [7]', 0, nothing holds n8",
    // two columns that agree, twice; the same signs in rows
    "++--++-- ++++++++, '[0, 1, 4, 5] [2, 3, 6, 7]', 0, can be held",
    "+-+-+-+- +--++--+, '[0, 1, 4, 5] [2, 3, 6, 7]', 2, can be held",
    "+++-+++- ++++++++, '[0, 1, 2, 4, 5, 6] [3, 7]', 0, a wrong sign in n4 n8 is not put right",
    "++--++++ ++++++++, '[0, 1, 4, 5, 6, 7] [2, 3]', 0, a wrong sign in n3 n4",
  })
  void regionsTurnsAndVerdict(String patterns, String regions, int turned, String words) {
    String[] both = patterns.split(" ");
    Experiment e = grid("grid: 2x4, radius: 100 nm, margin: 0 nm", both);
    PatternCapacity held = held(e, both);
    assertThat(held.regions().toString()).isEqualTo("[" + regions.replace("] [", "], [") + "]");
    assertThat(held.turned()).isEqualTo(turned);
    assertThat(held.words(NeighbourGraph.of(e), null)).contains(words);
  }

  /** Six discs on a circle, which a drawing rounds, are six neighbours, however they are turned. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 15, 30, 77})
  void aRingHasNoDiagonals(double degrees) {
    StringBuilder list = new StringBuilder();
    for (int k = 0; k < 6; k++) {
      double angle = Math.toRadians(degrees + 60 * k);
      list.append(
          String.format(
              Locale.ROOT,
              "  - {name: c%d, shape: disc, centre: [%.0f nm, %.0f nm], radius: 30 nm}%n",
              k + 1,
              400 + 160 * Math.cos(angle),
              400 + 160 * Math.sin(angle)));
    }
    Experiment e =
        ExperimentFile.parse(
            """
            film: {size: [800 nm, 800 nm], cell: 8 nm}
            electrodes:
            %sinitial: {texture: helix}
            protocol: [train: {patterns: ["+-+-+-", "-+++--"]}]
            """
                .formatted(list),
            "ring",
            List.of());
    NeighbourGraph graph = NeighbourGraph.of(e);
    assertThat(graph.pairs()).isEqualTo(6);
    for (int k = 0; k < 6; k++) {
      assertThat(graph.meet(k, (k + 1) % 6)).isTrue();
    }
    assertThat(held(e, "+-++-+", "+-+-+-").words(graph, null))
        .contains("graded updates alone put a wrong sign right in c1 c2 c3 and c4 c5 c6");
  }

  /** Three regions have four minima: right for four patterns, two too many for two. */
  @Test
  void countsTheMinimaOfManyRegions() {
    String[] two = {"+--++--+", "++++++++"};
    Experiment e = grid("grid: 2x4, radius: 100 nm, margin: 0 nm", two);
    PatternCapacity held = held(e, two);
    assertThat(held.regions()).hasSize(3);
    assertThat(held.words(NeighbourGraph.of(e), null))
        .contains("among 4 minima of like depth, 2 of which are none of these");
  }

  /**
   * Three patterns of which each two agree in half of the signs: four regions of a film where all
   * pairs meet, and between them two of three products are alike, so that the sum is 1 or -1.
   */
  @Test
  void threePatternsTieTheirRegions() {
    String[] three = {"++++++++", "++++----", "++--++--"};
    Experiment e =
        grid("wired: {grid: 8x8, neurons: 8, signs: both}, radius: 16 nm, margin: 26 nm", three);
    PatternCapacity held = held(e, three);
    assertThat(held.regions()).hasSize(4);
    assertThat(held.isLoose()).isFalse();
    assertThat(held.words(NeighbourGraph.of(e), null))
        .contains("some of the patterns tie regions to each other");
  }

  /** Four checkerboards: no pair of contacts counts twice, however many patterns turn it round. */
  @Test
  void pairsOfContactsAreCountedOnce() {
    String[] boards = {"+--++--++--+", "+--+-+-++-+-", "+-+--+-+-++-", "+-+-+--+-+-+"};
    PatternCapacity held = held(grid("grid: 2x6, radius: 60 nm, margin: 0 nm", boards), boards);
    assertThat(held.turned()).isEqualTo(10);
    assertThat(held.isLoose()).isTrue();
  }

  /** A sum and a difference drive no pair of contacts in both: only pulses turn currents round. */
  @Test
  void saysWhereCurrentsTurnRound() {
    String two = "patterns: [+--+-++-, +-+--+-+]";
    assertThat(facts(two))
        .contains("; current turns round between 4 pairs of contacts, which undoes");
    assertThat(facts(two + ", slot: 2 ns"))
        .contains("; current turns round between 4 pairs of contacts; can be held");
    assertThat(facts(two + ", drive: sum-and-difference"))
        .contains("current turns round between 4 pairs of contacts in pulses, not in the blocks;");
    assertThat(facts(two + ", until: verified, show: first")).contains("the first alone is shown;");
  }

  private static String facts(String train) {
    String file =
        """
        film: {size: [1248 nm, 416 nm], cell: 8 nm}
        electrodes: {grid: 2x4, radius: 100 nm, margin: 0 nm}
        initial: {texture: helix}
        protocol: [train: {%s}]
        """
            .formatted(train);
    ExperimentCheck check = ExperimentCheck.of(ExperimentFile.study(file, "x", List.of()), 1);
    assertThat(check.facts().get("neighbours"))
        .isEqualTo(
            "10 of 28 pairs of electrodes: n1-n2 n1-n5 n2-n3 n2-n6 n3-n4 n3-n7 n4-n8 n5-n6 n6-n7 n7-n8");
    return check.facts().get("2 patterns");
  }

  /**
   * Where all pairs meet the regions of two patterns are where they agree and where they differ.
   */
  @Test
  void wiredFilmHasTwoRegions() {
    String[] random = {"+-++-+--", "+++-+--+"};
    Experiment e =
        grid("wired: {grid: 8x8, neurons: 8, signs: both}, radius: 16 nm, margin: 26 nm", random);
    NeighbourGraph graph = NeighbourGraph.of(e);
    assertThat(graph.pairs()).isEqualTo(28);
    assertThat(held(e, random).regions()).hasSize(2);
    assertThat(held(e, random).words(graph, null)).endsWith("can be held");
    assertThat(
            ExperimentCheck.of(ExperimentFile.study(ExperimentFile.write(e), "x", List.of()), 1)
                .facts())
        .containsKeys("wiring", "neighbours", "2 patterns");
  }
}
