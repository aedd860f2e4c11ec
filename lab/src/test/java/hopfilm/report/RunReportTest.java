package hopfilm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hopfilm.chart.ColourMap;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Palette;
import hopfilm.figures.CurrentScale;
import hopfilm.figures.Demo;
import hopfilm.figures.FilmState;
import hopfilm.figures.FilmThumbnail;
import hopfilm.folder.RunFolder;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.MemoryReading;
import hopfilm.hopfield.Retrieval;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFormat;
import hopfilm.io.Table;
import hopfilm.page.ReportFacts;
import hopfilm.result.HeldMemory;
import hopfilm.result.HowTried;
import hopfilm.result.PatternEnergies;
import hopfilm.result.Summary;
import hopfilm.result.TrainStep;
import hopfilm.result.Verdict;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class RunReportTest {
  private static final MemoryReading MEMORIES =
      new MemoryReading(
          "trained",
          Retrieval.UpdateRule.GRADED,
          5,
          1,
          List.of(
              new Memory(
                  hopfilm.hopfield.Pattern.parse("+-+-"), 0.4, 100, 100, -1e-3, 1, 0.1, 0.75),
              new Memory(
                  hopfilm.hopfield.Pattern.parse("+--+"),
                  -0.2,
                  63,
                  100,
                  -5e-4,
                  3,
                  Double.NaN,
                  0.0)));
  private static final List<String> SECTIONS =
      List.of(
          "film", "energies", "conductances", "retrieval", "warnings", "provenance", "experiment");

  @TempDir Path folder;

  private String page(RunReportData data) throws IOException {
    return Files.readString(RunReport.write(data, new RunFolder(folder), 2));
  }

  static void assertSelfContained(String html, List<String> sections) {
    for (String section : sections) {
      String name = section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1);
      assertThat(html)
          .contains("<h2 id=\"" + section + "\">", "<a href=\"#%s\">%s".formatted(section, name));
    }
    // namespaces are names; everything else that looks like an address would be fetched
    assertThat(html.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "")).doesNotContain("://");
    assertThat(html).doesNotContain("<script", "<link", "@import", "<iframe");
    assertThat(html).contains("prefers-color-scheme: dark", "width=device-width");
    Matcher reference = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(html);
    while (reference.find()) {
      if (reference.group(1).equals("film.gif")) {
        continue;
      }
      assertThat(reference.group(1)).matches("(?s)#.*|data:image/png;base64,.*|[^:]*/index\\.html");
    }
    List<String> ids =
        Pattern.compile("\\sid=\"([^\"]*)\"").matcher(html).results().map(m -> m.group(1)).toList();
    assertThat(ids).doesNotHaveDuplicates();
    Matcher link = Pattern.compile("href=\"#([^\"]+)\"|url\\(#([^)]+)\\)").matcher(html);
    while (link.find()) {
      assertThat(ids).contains(link.group(1) != null ? link.group(1) : link.group(2));
    }
  }

  /** Of a film that nothing trained, by the first row of its table and the last. */
  @ParameterizedTest
  @CsvSource({"-1, -0.02, true", "-1, -0.98, false"})
  void skyrmionsThatWereLostAreSaid(double first, double last, boolean isSaid) {
    Table table =
        new Table(
            List.of(new Table.Column("t", "s"), new Table.Column("Q", "")),
            List.of(new double[] {0, first}, new double[] {1e-9, last}));
    RunReportData data =
        new RunReportData(
            new ReportFacts("film", List.of(), Map.of(), ""),
            DemoReports.bare(null),
            new RunReportData.Reference("untrained", null),
            new RunReportData.Film(List.of(), List.of()),
            new RunReportData.Course(table, true, null, null, null, null));
    assertThat(RunSummary.outcome(data).containsKey("Q changed")).isEqualTo(isSaid);
  }

  static void parse(String xml) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void holdsEverySectionAndFetchesNothing() throws Exception {
    String html = page(DemoReports.run(true));
    assertSelfContained(html, SECTIONS);
    Matcher svg = Pattern.compile("(?s)<svg.*?</svg\\s*>").matcher(html);
    int figures = 0;
    while (svg.find()) {
      parse(svg.group());
      figures++;
    }
    // 3 pictures of the film before and after, bars, 3 retrievals, 3 matrices, 4 charts over time
    assertThat(figures).isEqualTo(17);
    assertThat(html)
        .contains(
            "<h1>four-node network</h1>", "2.0e\u221212</td><td>1.0e\u221213</td><td>3.0e\u221211")
        .contains(
            "learned",
            "at V0 = 38.4\u00a0mV, margin 0.780",
            "V0 = 38.4\u00a0mV throughout",
            "differ from the reference by",
            "+2000 K",
            "graded, self-term zero: 16 of 16")
        .contains("wall width 14 nm", "vector, 512 bit", "size: [512 nm, 512 nm]")
        .doesNotContain("not learned", "not complete");
  }

  /** What is drawn in the page's own colours would vanish in a dark theme unless it follows it. */
  @Test
  void figuresFollowTheThemeOfThePage() throws IOException {
    String html = page(DemoReports.run(true));
    for (java.awt.Color c : List.of(Palette.INK, Palette.MUTED, Palette.GRID)) {
      assertThat(html)
          .doesNotContain("rgb(%d,%d,%d)".formatted(c.getRed(), c.getGreen(), c.getBlue()));
    }
    assertThat(html)
        .contains("var(--ink)")
        .doesNotContain("fill:black")
        .doesNotContain("stroke:black");
  }

  @Test
  void figuresLieBesideThePage() throws Exception {
    page(DemoReports.run(true));
    try (Stream<Path> files = Files.list(folder.resolve("figures"))) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".svg")) {
          String svg = Files.readString(file);
          parse(svg);
          assertThat(svg.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "")).doesNotContain("://");
        } else {
          assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThanOrEqualTo(500);
        }
      }
    }
    assertThat(folder.resolve("figures").toFile().list())
        // two of each in the page, and the film in little for the page of a sweep
        .hasSize(35)
        .contains(
            "thumbnail.svg",
            "texture-before.png",
            "current-after.svg",
            "energies.svg",
            "G-weights.png");
  }

  /** Snapshots in the folder become a strip in the page and a moving picture beside it. */
  @Test
  void showsTheFilmOverTime() throws Exception {
    for (int k = 0; k < 9; k++) {
      VectorField m = VectorField.uniform(Grid.film(20, 10, 4e-9, 1e-6), 0, 0, k % 2 == 0 ? 1 : -1);
      Path file = folder.resolve("m00000%d.ovf".formatted(k));
      Ovf.write(file, m, OvfFormat.BINARY8, "m", "", k * 1e-9);
    }
    String html = page(DemoReports.run(true));
    assertThat(html).contains("The film at 6 times from t = 0 to t = 8\u00a0ns", "film.gif");
    assertThat(html).contains("6 of 9 moments");
    assertThat(ImageIO.read(folder.resolve("film-strip.png").toFile()).getWidth())
        .isGreaterThan(1000);
    ImageReader gif = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in =
        ImageIO.createImageInputStream(folder.resolve("film.gif").toFile())) {
      gif.setInput(in);
      assertThat(gif.getNumImages(true)).isEqualTo(9);
      for (int k = 0; k < 9; k++) {
        int middle = gif.read(k).getRGB(200, 100) & 0xffffff;
        assertThat(middle).isEqualTo(ColourMap.DIVERGING.rgb(k % 2 == 0 ? 1 : 0));
      }
    } finally {
      gif.dispose();
    }
    assertThat(html.length()).isLessThan(5_000_000);
  }

  /** A sweep shows it inside its page for each of twelve films, so it must be small. */
  @Test
  void theFilmInLittleIsSmallAndHasItsContactsAndSigns() throws Exception {
    RunReportData.Film film = DemoReports.run(true).film();
    FilmState last = film.states().get(1);
    String svg =
        FigureFiles.svg(
            new FilmThumbnail(last, film.electrodes(), CurrentScale.of(List.of(last.j())), false),
            "one");
    parse(svg);
    assertThat(svg.length()).isLessThan(150_000);
    // magnetisation and current, one pixel a cell, each with a palette
    Matcher image = Pattern.compile("data:image/png;base64,([^\"]*)").matcher(svg);
    for (int k = 0; k < 2; k++) {
      assertThat(image.find()).isTrue();
      BufferedImage cells =
          ImageIO.read(
              new ByteArrayInputStream(
                  Base64.getMimeDecoder().decode(image.group(1).replace("&#10;", ""))));
      assertThat(cells.getColorModel()).isInstanceOf(IndexColorModel.class);
      VectorField m = last.m();
      assertThat(cells.getWidth()).isEqualTo(m.grid().nx());
      if (k == 0) {
        // the upper left cell, in the colour of its mz
        double mz = m.z()[m.grid().index(0, m.grid().ny() - 1, 0)];
        assertThat(cells.getRGB(0, 0) & 0xffffff).isEqualTo(ColourMap.DIVERGING.rgb((mz + 1) / 2));
      }
    }
    assertThat(image.find()).isFalse();
  }

  @Test
  void saysPlainlyThatAPatternWasNotLearned() throws IOException {
    String html = page(DemoReports.run(false));
    assertThat(html)
        .contains(
            "verdict not-learned",
            "not learned",
            "It did not learn",
            "margin \u22121.220",
            "reference saturated")
        .contains("This run is not complete", "stopped by a signal")
        .contains("For AMR &gt; 0");
  }

  /** A later reading does not overrule the one that the experiment names. */
  @Test
  void theNamedReadingDecides() throws IOException {
    PatternEnergies missed = Demo.energies("trained", 1);
    PatternEnergies later = Demo.energies("later", -1);
    assertThat(page(judgedBy("trained", null, missed, later))).contains("It did not learn");
    assertThat(page(judgedBy("later", null, missed, later))).contains("It learned");
    assertThat(page(judgedBy(null, null, missed, later))).contains("It learned");
  }

  private static RunReportData judgedBy(
      String label, MemoryReading memories, PatternEnergies... readings) {
    Summary bare = DemoReports.bare(null);
    boolean isSet = memories != null;
    return new RunReportData(
        new ReportFacts("two readings", List.of(), Map.of(), "name: two readings"),
        new Summary(
            bare.head(),
            bare.network(),
            new Summary.Readings(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(readings)),
            new Verdict.OfAll(label, null, isSet ? List.of(false, false) : null, null, null),
            isSet
                ? new Summary.Recalls(
                    null,
                    memories.memories().stream().map(HeldMemory::of).toList(),
                    memories.stored(),
                    HowTried.of(memories),
                    null)
                : null,
            null,
            bare.effort(),
            null,
            List.of(
                new TrainStep(
                    "train a set", 0, 0, null, null, isSet ? Map.of("+-+-", 1, "-++-", 3) : null)),
            null),
        new RunReportData.Reference("untrained", null),
        new RunReportData.Film(List.of(), List.of()),
        new RunReportData.Course(null, true, null, null, null, null));
  }

  /** A file in the place of the name is an error and not a long heading. */
  @Test
  void theNameIsOneLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReportFacts("name: a\ncell: 4 nm\n", List.of(), Map.of(), "a"));
  }

  /** A run that was stopped early, or that trains nothing, has a page too. */
  @Test
  void leavesOutWhatARunDoesNotHave() throws IOException {
    RunReportData bare =
        new RunReportData(
            new ReportFacts("<b>bold & brave</b>", List.of(), Map.of(), "name: <script>"),
            DemoReports.bare(null),
            new RunReportData.Reference("untrained", null),
            new RunReportData.Film(List.of(), List.of()),
            new RunReportData.Course(null, true, null, null, null, null));
    String html = page(bare);
    assertSelfContained(html, List.of("film", "provenance", "experiment"));
    // what there is nothing to say of is left out
    assertThat(html).doesNotContain("#energies", "#retrieval", "#conductances", "warnings");
    assertThat(html)
        .contains("&lt;b&gt;bold &amp; brave&lt;/b&gt;", "No current was applied")
        .doesNotContain("<b>", "<svg");
  }

  @Test
  void saysHowEachOfSeveralMemoriesIsHeld() throws IOException {
    String html = page(judgedBy("trained", MEMORIES, Demo.energies("trained", 1)));
    assertThat(html)
        .contains("1 of 2 patterns are stored", "graded updates from a gain of 5.0 on")
        .contains("100 of 100", "63 of 100", "75 %")
        .contains("showed <code class=\"pattern\">", "</code> 3 times", "</code> once")
        // of several patterns only one can be the lowest
        .contains("\u2717 not learned, 1 of 2 stored", "It holds ", " and does not hold ")
        .doesNotContain("It learned", "It did not learn");
  }
}
