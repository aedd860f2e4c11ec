package hopfilm.web;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A laboratory and a browser, both of one class whose tests follow each other on the page. Pictures
 * go to {@code target/live}; with {@code -Dhopfilm.gallery=true} some also to the gallery.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OwnPage {
  static final boolean IS_GALLERY = Boolean.getBoolean("hopfilm.gallery");

  /** That with the program's pages and examples. */
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  Path folder;
  Laboratory laboratory;
  Browser page;

  @BeforeAll
  void startBoth(@TempDir Path own) throws Exception {
    folder = own;
    page = Browser.start();
    laboratory = Laboratory.start(folder, 0);
    page.size(1280, 860);
    page.colours("light");
  }

  @AfterAll
  void closeBoth() throws Exception {
    if (page != null) {
      page.close();
    }
    if (laboratory != null) {
      laboratory.stop();
    }
  }

  void awaitPhase(String phase) {
    page.await("the status is " + phase, () -> page.text("#status-phase").equals(phase));
  }

  /** How many colours the picture of the film has: 1 where nothing is drawn. */
  long colours() {
    return (Long)
        page.script(
            "const c = document.getElementById('film-picture');const d = new"
                + " Uint32Array(c.getContext('2d').getImageData(0, 0, c.width,"
                + " c.height).data.buffer);return new Set(d).size");
  }

  String pattern() {
    return page.find("#pattern").getAttribute("value");
  }

  void top() {
    page.script("window.scrollTo(0, 0)");
  }

  void picture(String name) throws IOException {
    page.screenshot(Path.of("target", "live", name + ".png"));
  }

  void galleryPicture(String name) throws IOException {
    picture(name);
    if (IS_GALLERY) {
      page.screenshot(REPOSITORY.resolve("docs/gallery/live-" + name + ".png"));
    }
  }
}
