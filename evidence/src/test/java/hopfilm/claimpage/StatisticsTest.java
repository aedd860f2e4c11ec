package hopfilm.claimpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.expression.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private static final Column NUMBERS =
      new Column(
          "length",
          "nm",
          Type.NUMBERS,
          List.of("20 nm", "20 nm", "20 nm", "1 um", "1 um"),
          new ArrayList<>(Arrays.asList(1.0, 2.0, 3.0, 5.0, null)));

  private final BankStatistics s = new BankStatistics();

  private static Column truths(int yes, int no, int otherYes, int otherNo) {
    List<String> kinds = new ArrayList<>(Collections.nCopies(yes + no, "a"));
    kinds.addAll(Collections.nCopies(otherYes + otherNo, "b"));
    List<Object> values = new ArrayList<>(Collections.nCopies(yes, true));
    values.addAll(Collections.nCopies(no, false));
    values.addAll(Collections.nCopies(otherYes, true));
    values.addAll(Collections.nCopies(otherNo, false));
    return new Column("kept", "", Type.TRUTHS, kinds, values);
  }

  @Test
  void kindsAndStarsChooseFilms() {
    assertThat(s.mean(NUMBERS, "20*")).isEqualTo(2);
    assertThat(s.mean(NUMBERS)).isEqualTo(2.75); // a film without a value does not count
    assertThat(s.films(NUMBERS)).isEqualTo(4);
    assertThat(s.most(NUMBERS, "20 nm", "1 um")).isEqualTo(5);
    assertThat(s.least(NUMBERS)).isEqualTo(1);
    assertThat(s.sum(NUMBERS, "20 nm")).isEqualTo(6);
    assertThat(s.film(NUMBERS, 1, "20 nm")).isEqualTo(2);
    assertThat(s.kindOfMost(NUMBERS)).isEqualTo("1 um");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> s.mean(NUMBERS, "2 nm"))
        .withMessage("no kind is 2 nm; the kinds are 20 nm, 1 um");
  }

  /** The first film of a kind may have no matrix, as where only some films are asked for it. */
  @Test
  void matricesAreThoseOfTheFirstFilmThatHasOne() {
    double[][] one = {{1, -1}, {-1, 1}};
    double[][] more = {{1.5, -1.25}, {-1.25, 1}};
    Column some =
        new Column(
            "G",
            "S",
            Type.MATRICES,
            List.of("a", "a", "b"),
            new ArrayList<>(Arrays.asList(null, one, more)));
    assertThat(s.apart(some, "a", some, "b")).isEqualTo(0.5);
  }

  /** A number that is not finite is none, in pairs too. */
  @Test
  void filmsWithoutAValueDecideNothing() {
    Column gap =
        column(
            Type.NUMBERS,
            List.of("a", "a", "a", "b", "b", "b"),
            1.0,
            2.0,
            Double.NaN,
            11.0,
            12.0,
            Double.NaN);
    assertThat(s.films(gap, "a")).isEqualTo(2);
    assertThat(s.isAbove(gap, "b", "a")).isTrue();
    assertThat(s.same(gap, "a", "b")).isZero();
    assertThat(s.mean(gap, "b") - s.mean(gap, "a")).isEqualTo(10);
    Column none = column(Type.TRUTHS, List.of("a", "b"), null, null);
    assertThat(s.count(none, "a")).isZero();
    Column infinite = column(Type.NUMBERS, List.of("a", "a"), Double.POSITIVE_INFINITY, 1.0);
    assertThat(s.mean(infinite)).isEqualTo(1);
  }

  /** t of 2 degrees of freedom at 97.5 %: 4.30265 (tables), deviation 1, n 3. */
  @Test
  void theIntervalOfAMeanIsStudents() {
    assertThat(s.deviation(NUMBERS, "20 nm")).isEqualTo(1);
    assertThat(s.error(NUMBERS, "20 nm")).isCloseTo(4.30265 / Math.sqrt(3), within(1e-5));
  }

  private static Column column(Type type, List<String> kinds, Object... values) {
    return new Column("x", "", type, kinds, new ArrayList<>(Arrays.asList(values)));
  }

  /** A film without a value leaves its pair out; the others stay beside each other. */
  @Test
  void pairsAreOfTheSameFilms() {
    Column c =
        column(
            Type.NUMBERS, List.of("a", "a", "a", "b", "b", "b"), 1.0, null, 5.0, 0.9, 100.0, 4.8);
    assertThat(s.isAbove(c, "a", "b")).isFalse(); // 0.1 and 0.2: t of one degree is 12.7
    assertThat(s.because()).contains("0.15", "n = 2");
    Column where =
        new Column("k", "", Type.TRUTHS, c.kinds(), List.of(true, true, false, true, true, true));
    assertThat(s.films(s.only(c, where), "a")).isEqualTo(1);
  }

  @Test
  void pairsWithTheSameValueAreCounted() {
    Column lowest =
        column(Type.TEXTS, List.of("a", "a", "a", "b", "b"), "+-", "++", null, "+-", "--");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> s.same(lowest, "a", "b"))
        .withMessageContaining("3 and 2 films");
    Column pairs =
        column(
            Type.TEXTS, List.of("a", "a", "a", "b", "b", "b"), "+-", "++", null, "+-", "--", null);
    assertThat(s.same(pairs, "a", "b")).isEqualTo(1); // two films without a value are not alike
    assertThat(s.because()).contains("1 of 3");
  }

  /** Fisher's tea: 3 of 4 against 1 of 4 has p = 17/70. */
  @Test
  void moreOftenIsFishersExactTest() {
    assertThat(s.pAbove(truths(3, 1, 1, 3), "a", "b")).isCloseTo(17.0 / 70, within(1e-12));
    assertThat(s.worst(truths(3, 1, 1, 3))).isEqualTo(0.25);
    assertThat(s.count(truths(3, 1, 1, 3))).isEqualTo(4);
  }

  /**
   * Wilson, 9 of 10: 59.6 to 98.2 % (E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927), formula).
   */
  @Test
  void theIntervalOfAShareIsWilsons() {
    Column c = truths(9, 1, 1, 0);
    assertThat(s.share(c, "a")).isEqualTo(0.9);
    assertThat(s.shareLow(c, "a")).isCloseTo(0.596, within(5e-4));
    assertThat(s.shareHigh(c, "a")).isCloseTo(0.982, within(5e-4));
  }

  @Test
  void theReasonsAreWhatWasAsked() {
    s.share(truths(3, 1, 1, 3), "a");
    s.mean(NUMBERS, "20 nm");
    assertThat(s.because())
        .isEqualTo("kept, a: 3 of 4 (30 to 95 %); length, 20 nm: 2.00 \u00b1 1.00 nm");
    assertThat(s.because()).isEmpty();
  }

  /** Weights that follow the pictures recall what the nearest picture does; dealt anew, nothing. */
  @Test
  void banksRecallByWeights() {
    List<String> pictures = List.of("++++++++++----------", "+-+-+-+-+-+++++-----");
    List<Object> weights =
        pictures.stream()
            .<Object>map(p -> p.chars().mapToObj(c -> c == '+' ? 0.1 : -0.1).toList())
            .toList();
    List<String> kinds = List.of("films", "films");
    Column picture = new Column("", "", Type.TEXTS, kinds, List.copyOf(pictures));
    Column w = new Column("", "", Type.LISTS, kinds, weights);
    double films = s.exact(picture, w, "films", 0.1, 2, 1, 1);
    assertThat(films).isEqualTo(s.exact(picture, w, "nearest", 0.1, 2, 1, 1)).isGreaterThan(0.95);
    assertThat(s.held(picture, w, "films", 2, 1, 1)).isEqualTo(1);
    assertThat(s.exact(picture, w, "dealt", 0.1, 2, 1, 1)).isLessThan(0.05);
    assertThat(s.copies(picture, w, "pseudo-inverse", 0.1, 2, 1, 1)).endsWith(" of 2000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> s.exact(picture, w, "brain", 0.1, 2, 1, 1))
        .withMessageContaining("networks: films");
    assertThatIllegalArgumentException().isThrownBy(() -> s.held(picture, w, "films", 3, 1, 1));
  }

  /** One list chooses the row, the other gives the signs: here one of 20 is wrong in one row. */
  @Test
  void banksOfTwoLists() {
    List<String> pictures = List.of("++++++++++----------", "+-+-+-+-+-+++++-----");
    List<List<Double>> right =
        pictures.stream()
            .map(p -> p.chars().mapToObj(c -> c == '+' ? 0.1 : -0.1).toList())
            .toList();
    List<Double> wrong = new ArrayList<>(right.get(0));
    wrong.set(3, -0.1);
    List<Object> weights =
        List.of(List.of(right.get(0), wrong), List.of(right.get(1), right.get(1)));
    List<String> kinds = List.of("films", "films");
    Column picture = new Column("", "", Type.TEXTS, kinds, List.copyOf(pictures));
    Column w = new Column("", "", Type.LISTS, kinds, weights);
    assertThat(s.exact(picture, w, "films", 0.05, 2, 1, 1)).isEqualTo(0.5);
    assertThat(s.cosine(picture, w, "films", 0, 2, 1, 1)).isEqualTo((0.9 + 1) / 2);
    assertThat(s.cosine(picture, w, "nearest", 0, 2, 1, 1)).isEqualTo(1);
    assertThat(s.exact(picture, w, "dealt", 0.1, 2, 1, 1)).isLessThan(0.05);
  }
}
