package hopfilm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.run.Provenance;
import hopfilm.sweep.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of the documentation: each is made by one command, {@code docs/gallery/make}, and shown
 * on a page. That what a page shows is there is in {@link DocumentationTest}.
 */
class GalleryPicturesTest {

  private static final Path ROOT = Program.repository();
  private static final Path GALLERY = ROOT.resolve("docs/gallery");

  /** Pictures of all runs of an example, whose captions are written by hand. */
  private static final Set<String> MAPS = Set.of("optimise.png", "phase-map.png");

  /** Pictures of results that take hours: they keep the version that measured them. */
  private static final Set<String> MEASURED = Set.of("reliable-learning.png");

  private static List<String> pictures() throws IOException {
    try (Stream<Path> files = Files.list(GALLERY)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".png"))
          .sorted()
          .toList();
    }
  }

  @Test
  void eachIsMadeByTheCommand() throws IOException {
    String command = Files.readString(GALLERY.resolve("make"));
    Path pages = ROOT.resolve("app/src/test/java/hopfilm/web");
    String live =
        Files.readString(pages.resolve("LaboratoryPageTest.java"))
            + Files.readString(pages.resolve("LaboratoryPageFilmsTest.java"));
    assertThat(pictures()).hasSizeGreaterThan(50);
    for (String picture : pictures()) {
      String name = picture.replace(".png", "");
      boolean isMade =
          name.startsWith("live-")
              ? live.contains("galleryPicture(\"" + name.substring("live-".length()) + "\")")
              : Files.exists(ROOT.resolve("examples/" + name + ".yaml"))
                  || command.contains(picture);
      assertThat(isMade).as(picture).isTrue();
    }
  }

  /** A picture that the command makes and the repository lacks would be missed on no page. */
  @Test
  void whatTheCommandMakesIsThere() throws IOException {
    String command = Files.readString(GALLERY.resolve("make"));
    List<String> made =
        Pattern.compile("(?:\\$pictures/| )([a-z0-9-]+\\.png)")
            .matcher(command)
            .results()
            .map(m -> m.group(1))
            .toList();
    assertThat(made).hasSizeGreaterThan(8).isSubsetOf(pictures());
  }

  @Test
  void eachIsShownOnAPage() throws IOException {
    StringBuilder pages = new StringBuilder(Files.readString(ROOT.resolve("README.md")));
    for (Path page : DocumentationTest.pages()) {
      pages.append(Files.readString(page));
    }
    assertThat(pictures()).allMatch(picture -> pages.indexOf(picture) >= 0);
  }

  /** The first comment of an example is its caption: written once, with -Dhopfilm.golden=write. */
  @Test
  void captionsAreThoseOfTheExamples(@TempDir Path folder) throws IOException {
    Path written = folder.resolve("README.md");
    Files.copy(GALLERY.resolve("README.md"), written);
    for (String picture : pictures()) {
      Path example = ROOT.resolve("examples/" + picture.replace(".png", ".yaml"));
      if (Files.exists(example) && !MAPS.contains(picture)) {
        Gallery.describe(example, List.of(), folder);
      }
    }
    if ("write".equals(System.getProperty("hopfilm.golden"))) {
      Files.copy(written, GALLERY.resolve("README.md"), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(GALLERY.resolve("README.md")).hasSameTextualContentAs(written);
  }

  /**
   * A picture must not be older than what draws it: made.csv says with which version it was made.
   */
  @Test
  void eachWasMadeWithThisVersion() throws IOException {
    List<String> rows = Files.readAllLines(GALLERY.resolve("made.csv"));
    assertThat(rows.get(0)).isEqualTo("picture,version,commit");
    assertThat(rows.stream().skip(1).map(row -> row.split(",")[0]).toList()).isEqualTo(pictures());
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",");
      assertThat(cells[1])
          .as(row)
          .matches(v -> v.equals(Provenance.version()) || MEASURED.contains(cells[0]));
      assertThat(cells[2]).matches("[0-9a-f]{8}");
    }
  }
}
