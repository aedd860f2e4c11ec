package hopfilm.plot;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import hopfilm.figures.Demo;
import hopfilm.result.Retrieved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetrievalGraphTest {

  private static Retrieved retrieved(int hits, int total, String update, String... startAndEnd) {
    Map<String, Retrieved.End> from = new LinkedHashMap<>();
    for (int k = 0; k < startAndEnd.length; k += 2) {
      from.put(startAndEnd[k], new Retrieved.End(startAndEnd[k + 1], 1, List.of()));
    }
    return new Retrieved(update, "zero", null, "trained", hits, total, List.of(), from);
  }

  /** Signs turned round everywhere: the same basins, each the mirror image of its negative. */
  @Test
  void aBasinAndItsNegativeBelongTogether() {
    Retrieved ended =
        retrieved(
            0,
            7,
            "asynchronous",
            "---",
            "-+-",
            "+++",
            "+-+",
            "++-",
            "+-+",
            "--+",
            "-+-",
            "+-+",
            "+-+",
            "+--",
            "+--");
    Map<String, Retrieved.End> from = new LinkedHashMap<>(ended.from());
    from.put("-++", new Retrieved.End(null, 9, List.of("-++", "+--", "-++")));
    Retrieved table = new Retrieved("asynchronous", "zero", null, "trained", 0, 7, List.of(), from);
    List<Basin.Pair> pairs = Basin.pairs(table, Set.of("+--"));
    assertThat(pairs).hasSize(3);
    assertThat(pairs.get(0).ends()).as("trained first").containsExactly("+--");
    assertThat(pairs.get(0).minus()).isNull();
    Basin.Pair two = pairs.get(1);
    assertThat(two.plus().ends()).containsExactly("+-+");
    assertThat(two.plus().starts()).containsExactly("+++", "++-");
    assertThat(two.minus().starts()).containsExactly("---", "--+");
    assertThat(two.plus().size()).isEqualTo(3);
    assertThat(two.minus().size()).isEqualTo(2);
    assertThat(pairs.get(2).ends()).as("a cycle that is its own negative").hasSize(2);
    assertThat(pairs.stream().mapToInt(Basin.Pair::size).sum()).isEqualTo(7);
  }

  /** Five starts of which three differ: bars count the three, and the title says both. */
  @Test
  void startsThatAreAlikeAreSaid() {
    String[] rows = {"---", "-+-", "+++", "+-+", "++-", "+-+"};
    assertThat(retrieved(4, 5, "graded", rows).title())
        .isEqualTo("Retrieval, graded: 4 of 5 recalled (3 distinct starts)");
    assertThat(retrieved(3, 3, "graded", rows).title())
        .isEqualTo("Retrieval, graded: 3 of 3 recalled");
    assertThat(retrieved(4, 5, "graded", rows).counts()).isEqualTo("4 of 5 (3 distinct starts)");
  }

  /** Graded voltages of unsymmetric weights may fade, or wander without a recurrence. */
  @Test
  void startsWithoutAnEndAreABasin() {
    for (int electrodes : new int[] {5, 9}) {
      Map<String, Retrieved.End> from =
          new LinkedHashMap<>(Demo.retrieval(electrodes, 0.35).from());
      List<String> some = from.keySet().stream().limit(from.size() / 2).toList();
      some.forEach(start -> from.put(start, new Retrieved.End(null, 4600, List.of())));
      Retrieved table = new Retrieved("graded", "zero", null, "trained", 0, 9, List.of(), from);
      Basin.Pair none =
          Basin.pairs(table, Set.of()).stream().filter(p -> p.ends().isEmpty()).findFirst().get();
      assertThat(none.plus().starts()).containsExactlyInAnyOrderElementsOf(some);
      assertThat(none.minus()).isNull();
      assertThat(FigureFiles.svg(RetrievalGraph.of(table, Set.of()), "r")).contains("<svg");
    }
  }

  /** Every start of a network of any size is counted in one basin, and the figure is drawn. */
  @Test
  void smallNetworksHaveAGraphAndLargeOnesAChart() {
    for (int electrodes : new int[] {5, 9}) {
      Retrieved table = Demo.retrieval(electrodes, 0.35);
      Figure figure = RetrievalGraph.of(table, Set.of("+-+-+"));
      assertThat(figure).isInstanceOf(electrodes == 5 ? RetrievalGraph.class : BasinChart.class);
      assertThat(figure.width()).isBetween(500, 1500);
      int sum = Basin.pairs(table, Set.of()).stream().mapToInt(Basin.Pair::size).sum();
      assertThat(sum).isEqualTo(1 << electrodes);
      assertThat(FigureFiles.svg(figure, "r")).contains("<svg");
    }
  }
}
