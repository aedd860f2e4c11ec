package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WindowType;

/** The pages of a class, each with a film of its own. */
class ClassPageTest {

  @Test
  void eachPageHasItsOwnFilmUpToTheLimit(@TempDir Path runs) throws Exception {
    try (Caller room = new Caller(runs, Limits.ofClass(2));
        Browser page = Browser.start()) {
      page.driver.get(room.server().address());
      page.await("its film", () -> page.text("#film-name").equals("four-node network"));
      String first = film(page);
      assertThat(page.find("#switch").isDisplayed()).isFalse();
      page.driver.switchTo().newWindow(WindowType.TAB);
      page.driver.get(room.server().address());
      page.await("its film", () -> page.text("#film-name").equals("four-node network"));
      String second = film(page);
      assertThat(second).isNotEqualTo(first);
      // a page that is loaded again keeps its film
      page.driver.navigate().refresh();
      page.await("its film", () -> page.text("#film-name").equals("four-node network"));
      assertThat(film(page)).isEqualTo(second);
      assertThat(room.get("/api/films").json()).hasSize(2);
      page.driver.switchTo().newWindow(WindowType.TAB);
      page.driver.get(room.server().address());
      page.await("a refusal", () -> page.text("body").contains("2 films are open, as many as"));
    }
  }

  /** Films wait for a core in sight. */
  @Test
  void aPageSaysHowManyFilmsShareTheCores(@TempDir Path runs) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    try (Caller room = new Caller(runs, Limits.ofClass(cores + 2));
        Browser page = Browser.start()) {
      page.driver.get(room.server().address());
      page.await("its film", () -> page.text("#film-name").equals("four-node network"));
      assertThat(page.text("#status-queue")).isEmpty();
      for (int k = 0; k <= cores; k++) {
        room.command(room.film(Caller.SMALL), "{\"command\": \"train\"}");
      }
      String words = "%d films share %d cores".formatted(cores + 1, cores);
      page.await("the number of films", () -> page.text("#status-queue").equals(words));
    }
  }

  private static String film(Browser page) {
    return (String) page.script("return location.hash");
  }
}
