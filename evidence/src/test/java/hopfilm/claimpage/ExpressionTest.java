package hopfilm.claimpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hopfilm.expression.Expression;
import hopfilm.expression.ExpressionMessage;
import hopfilm.expression.Scope;
import hopfilm.expression.Type;
import hopfilm.input.ExperimentException;
import hopfilm.input.Origin;
import hopfilm.reading.FilmFunctions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  private static final Origin HERE = new Origin("page.yaml", 7);

  private static final Scope SCOPE =
      Scope.of(
          Map.of("n", Type.NUMBER, "name", Type.TEXT, "w", Type.LIST, "g", Type.MATRIX),
          FilmFunctions.class);

  private static Object value(String text) {
    Map<String, Object> names = new HashMap<>();
    names.put("n", 3L);
    names.put("name", "300 K, thin");
    names.put("w", List.of(1.5, 2.5));
    names.put("g", new double[][] {{1, 2}, {3, 4}});
    return Expression.of(text, HERE, "read.x", SCOPE)
        .value(names, new FilmFunctions(new PageFiles(null)::beside));
  }

  @ParameterizedTest
  @CsvSource({
    "1 / 2, 0.5",
    "n / 2, 1.5",
    "7 % 4, 3",
    "-n * 2e0 + 1, -5",
    "w[1], 2.5",
    "g[1][0], 3",
    "'max(1, n)', 3",
    "length(name), 11",
    "'n > 2 ? 10 : 20', 10",
    "'n > 2 ? n : max(1, 2)', 3",
    "'0.5 + 1.5E+1 + 0', 15.5",
  })
  void arithmeticIsThatOfPhysics(String text, double expected) {
    assertThat(((Number) value(text)).doubleValue()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'n == 3 and not (n > 4 or n < 1)', true",
    "'like(name, ''300 K*'')', true",
    "'like(name, ''K*'')', false",
    "'like(name, ''*K*thin'')', true",
    "'like(name, ''300*300 K, thin'')', false",
    "'like(name, ''300 K, thin'')', true",
    "'like(name, ''300 K'')', false",
    "1e-09 == 0.000000001 and 2.5E+01 == 25, true",
    "name == 'x', false",
    "n != null, true",
    "exists(n), true",
    "exists(0 / 0), false",
    "exists(sqrt(-1)) and sqrt(-1) < 0, false",
  })
  void conditionsAreYesOrNo(String text, boolean expected) {
    assertThat(value(text)).isEqualTo(expected);
  }

  /** Balanced patterns have as many + as -, and two that are half alike differ in half. */
  @Test
  void patternsAreDrawnBySeeds() {
    String balanced = (String) value("balanced(8, 5)");
    assertThat(balanced.chars().filter(c -> c == '+')).hasSize(4);
    assertThat(value("balanced(8, 5)")).isEqualTo(balanced);
    assertThat(value("negative('+-')")).isEqualTo("-+");
    String one = (String) value("halfAlike(0, 8, 1)");
    String two = (String) value("halfAlike(1, 8, 1)");
    long unlike =
        java.util.stream.IntStream.range(0, 8).filter(k -> one.charAt(k) != two.charAt(k)).count();
    assertThat(unlike).isEqualTo(4);
    assertThat(value("follow('+-', '1 V', '0 V')")).isEqualTo("1 V, 0 V");
  }

  /** Regular expressions with so many stars take longer than the universe is old. */
  @Test
  @Timeout(10)
  void manyStarsTakeNoTime() {
    String form = "*a".repeat(40) + "b";
    assertThat(value("like('%s', '%s')".formatted("a".repeat(60), form))).isEqualTo(false);
  }

  /** Whatever could reach a class, a file, a process, or run without end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "new('java.io.File', '/')",
        "name.getClass()",
        "name.class",
        "''.class.forName('java.lang.Runtime')",
        "n = 3",
        "var x = 3",
        "while (true) {}",
        "for (x : w) {}",
        "x -> x",
        "() -> 1",
        "`${n}`",
        "#pragma jexl.import java.io",
        "java.lang.System.exit(0)",
        "{'a' : 1}",
        "[1, 2]",
        "{1, 2}",
        "1 .. 1000000000",
        "name =~ '(a+)+b'",
        "n += 1",
        "n++",
        "size(name)",
        "empty(name)",
        "@a n",
        "return 3",
        "n; n",
        "n | 3",
        "n << 3",
        "ns:f(1)",
        "010",
        "0x10",
        "n + 1L",
        "1.5f",
      })
  void nothingElseIsAllowed(String text) {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> value(text))
        .withMessageStartingWith("page.yaml:7: read.x: ");
  }

  /** Of the page's folder alone, and no path. */
  @ParameterizedTest
  @ValueSource(strings = {"../a.txt", "/etc/passwd", "a/b.txt", ".hidden", "nowhere.txt"})
  void aFileIsOneBesideThePage(String file) {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> value("picture('%s', 'A')".formatted(file)))
        .satisfies(e -> assertThat(e.reason()).contains(ExpressionMessage.EXPRESSION_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqrt(-1) < 0",
        "0 / 0 == 0 / 0",
        "1 / 0 > 0",
        "not (log(-1) > 1)",
        "w[5]",
        "bits(1e9, 1)",
        "bits(2.5, 1)",
        "part('abc', 5, 2)"
      })
  void whatHasNoValueIsSaid(String text) {
    assertThatExceptionOfType(ExperimentException.class)
        .isThrownBy(() -> value(text))
        .satisfies(e -> assertThat(e.reason()).contains(ExpressionMessage.EXPRESSION_VALUE));
  }
}
