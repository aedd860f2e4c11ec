package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.film.AdiabaticHeat;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the files of the page without a browser. */
class PageFilesTest {
  private static final Path WEB = web();

  @Test
  void everyElementThatAModuleAsksForIsThere() throws IOException {
    Set<String> there = found("\\bid=\"([\\w-]+)\"", Files.readString(WEB.resolve("index.html")));
    Set<String> asked = new TreeSet<>();
    for (Path module : files(".js")) {
      asked.addAll(found("byId\\(\"([\\w-]+)\"\\)", Files.readString(module)));
    }
    assertThat(asked).isNotEmpty().isSubsetOf(there);
  }

  @Test
  void everyImportIsThere() throws IOException {
    for (Path module : files(".js")) {
      for (String name : found("from \"(\\.[^\"]+)\"", Files.readString(module))) {
        // from the library's own archive
        if (!name.startsWith("./vendor/")) {
          assertThat(module.getParent().resolve(name).normalize()).exists();
        }
      }
    }
  }

  @Test
  void theHeatOfAFilmIsCountedAsInReports() throws IOException {
    String given =
        found("CAPACITY = ([\\d.e]+);", Files.readString(WEB.resolve("heat.js"))).iterator().next();
    assertThat(Double.parseDouble(given)).isEqualTo(AdiabaticHeat.CAPACITY);
  }

  /** Nothing leaves the machine, and the strictest policy of a page is kept. */
  @Test
  void noOtherMachineAndNoCodeOrStyleInThePage() throws IOException {
    Stream<Path> all = Stream.of(".js", ".css", ".html").flatMap(e -> files(e).stream());
    for (Path file : all.toList()) {
      String text = Files.readString(file).replace("http://www.w3.org/2000/svg", "");
      assertThat(text).as("%s", file).doesNotContain("http://", "https://", "eval(", "innerHTML");
    }
    assertThat(Files.readString(WEB.resolve("index.html")))
        .doesNotContain("style=", "<style", "onclick=")
        .doesNotContainPattern("<script[^>]*>[^<]");
  }

  /**
   * Text of both themes can be read: WCAG 2.2 asks for a contrast of 4.5 (success criterion 1.4.3),
   * and 3 for what is no text (1.4.11).
   */
  @ParameterizedTest
  @ValueSource(strings = {":root {", ":root[data-theme=\"dark\"] {"})
  void textCanBeRead(String theme) throws IOException {
    String css = Files.readString(WEB.resolve("style.css"));
    String block = css.substring(css.indexOf(theme));
    block = block.substring(0, block.indexOf('}'));
    for (String ground : new String[] {"panel", "paper", "button"}) {
      assertThat(contrast(block, "ink", ground)).as(ground).isGreaterThan(4.5);
    }
    for (String text : new String[] {"muted", "accent-text", "trained-text", "wrong"}) {
      assertThat(contrast(block, text, "panel")).as(text).isGreaterThan(4.5);
    }
    assertThat(contrast(block, "muted", "paper")).isGreaterThan(4.5);
    assertThat(contrast(block, "on-accent", "accent")).isGreaterThan(4.5);
    assertThat(contrast(block, "on-pressed", "pressed")).isGreaterThan(4.5);
    assertThat(contrast(block, "wrong", "wrong-back")).isGreaterThan(4.5);
    assertThat(contrast(block, "accent", "panel")).isGreaterThan(3);
    assertThat(contrast(block, "trained", "panel")).isGreaterThan(3);
  }

  /** The contrast of two colours of a theme. */
  static double contrast(String block, String a, String b) {
    double la = luminance(block, a);
    double lb = luminance(block, b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  /** Relative luminance as WCAG 2.2 defines it. */
  private static double luminance(String block, String name) {
    Matcher m = Pattern.compile("--" + name + ": #([0-9a-f]{3,6});").matcher(block);
    assertThat(m.find()).as("--%s", name).isTrue();
    String hex = m.group(1).length() == 3 ? m.group(1).replaceAll("(.)", "$1$1") : m.group(1);
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int k = 0; k < 3; k++) {
      double c = Integer.parseInt(hex.substring(2 * k, 2 * k + 2), 16) / 255.0;
      sum += weights[k] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(WEB)) {
      return all.filter(f -> f.toString().endsWith(ending))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path web() {
    try {
      return Path.of(
              Objects.requireNonNull(PageFilesTest.class.getResource("/hopfilm/web/index.html"))
                  .toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
