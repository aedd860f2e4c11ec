package hopfilm.reading;

import hopfilm.expression.Functions;
import hopfilm.expression.Meaning;
import hopfilm.hopfield.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Functions for the values of a film: the patterns and pictures that it is given. */
public class FilmFunctions extends Functions {

  private final UnaryOperator<String> files;

  /**
   * @param files text of a file that an expression names
   */
  public FilmFunctions(UnaryOperator<String> files) {
    this.files = files;
  }

  @Meaning("random signs, as many as count")
  public String bits(double count, double seed) {
    SplittableRandom random = new SplittableRandom((long) seed);
    return Pattern.of(random.ints(whole(count, "count"), 0, 2).map(bit -> 2 * bit - 1).toArray())
        .text();
  }

  @Meaning("a list of random numbers from 0 to 1 with four decimals, as many as count")
  public String uniform(double count, double seed) {
    return Arrays.toString(
        new Random((long) seed)
            .doubles(whole(count, "count"))
            .map(u -> Math.rint(1e4 * u) / 1e4)
            .toArray());
  }

  @Meaning("as many + as -, in random order")
  public String balanced(double count, double seed) {
    int half = whole(count, "count") / 2;
    List<Integer> signs = new ArrayList<>(Collections.nCopies(half, 1));
    signs.addAll(Collections.nCopies(half, -1));
    Collections.shuffle(signs, new Random((long) seed));
    return Pattern.of(signs.stream().mapToInt(s -> s).toArray()).text();
  }

  @Meaning("one of several uncorrelated random patterns, counted from 0")
  public String uncorrelated(double number, double patterns, double count, double seed) {
    return Pattern.uncorrelated(
            whole(patterns, "patterns"), whole(count, "count"), new SplittableRandom((long) seed))
        .get(whole(number, "number"))
        .text();
  }

  @Meaning("one of two random patterns, equal in half of their signs; counted from 0")
  public String halfAlike(double number, double count, double seed) {
    return Pattern.halfAlike(whole(count, "count"), (long) seed)
        .get(whole(number, "number"))
        .text();
  }

  @Meaning("the pattern with all signs changed")
  public String negative(String pattern) {
    return new Pattern(pattern).negated().text();
  }

  @Meaning("the pattern with every other + and every other - changed")
  public String halfTurned(String pattern) {
    int[] signs = new Pattern(pattern).signs();
    int[] seen = new int[2];
    for (int p = 0; p < signs.length; p++) {
      signs[p] = seen[signs[p] > 0 ? 1 : 0]++ % 2 == 0 ? signs[p] : -signs[p];
    }
    return Pattern.of(signs).text();
  }

  @Meaning("values that follow the signs of a pattern, with commas")
  public String follow(String pattern, String plus, String minus) {
    return pattern.chars().mapToObj(c -> c == '+' ? plus : minus).collect(Collectors.joining(", "));
  }

  @Meaning("part of a text, from a sign on to before another, counted from 0")
  public String part(String text, double from, double to) {
    return text.substring(whole(from, "from"), Math.min(whole(to, "to"), text.length()));
  }

  @Meaning("a drawn picture of a file beside the page, below the line of its name; ink, #, is -")
  public String picture(String file, String name) {
    List<String> lines = files.apply(file).lines().map(String::strip).toList();
    int head = lines.indexOf(name);
    if (head < 0 || name.matches("[.#]*")) {
      throw new IllegalArgumentException(
          "%s has no picture %s; pictures: %s"
              .formatted(
                  file,
                  name,
                  lines.stream()
                      .filter(line -> !line.matches("[.#]*"))
                      .collect(Collectors.joining(", "))));
    }
    return lines.subList(head + 1, lines.size()).stream()
        .takeWhile(line -> line.matches("[.#]+"))
        .map(line -> line.replace('#', '-').replace('.', '+'))
        .collect(Collectors.joining());
  }

  @Meaning(
      "steps of a sine of voltages, each the middle of its step, and a measure loop-n after each")
  public String alternating(double millivolts, double steps, double periods, double nanoseconds) {
    int n = whole(steps, "steps");
    return IntStream.range(0, n * whole(periods, "periods"))
        .mapToObj(
            k ->
                String.format(
                    Locale.ROOT,
                    "{train: {voltages: [%.6f mV, 0 mV], time: %s ns}}, {measure: loop-%d}",
                    millivolts * Math.sin(2 * Math.PI * (k + 0.5) / n),
                    nanoseconds,
                    k + 1))
        .collect(Collectors.joining(", ", "[{measure: start}, ", "]"));
  }
}
