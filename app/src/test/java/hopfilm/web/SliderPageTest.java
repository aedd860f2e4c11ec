package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.file.ExperimentFile;
import hopfilm.protocol.RunListener;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunPlot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page with the slider, opened as a file. */
class SliderPageTest {

  @TempDir static Path folder;

  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    browser = Browser.start();
    ExperimentRunner.run(
        ExperimentFile.parse(Caller.SMALL, "small", List.of()), folder, 1, RunListener.NONE);
    browser.driver.get(RunPlot.movie(folder).get(0).toUri().toString());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Number of the frame that is seen, the same in all pictures. */
  private static long seen() {
    return (long)
        browser.script(
            """
            const at = [...document.querySelectorAll('svg:has(> .frame)')].map(svg => {
              const frames = [...svg.querySelectorAll(':scope > .frame')];
              const on = frames.filter(f => getComputedStyle(f).visibility === 'visible');
              return on.length === 1 ? frames.indexOf(on[0]) : -1;
            });
            return at.length > 2 && at.every(k => k === at[0]) ? at[0] : -2""");
  }

  @Test
  void theSliderMovesAllPictures() {
    browser.script("document.getElementById('frame').focus()");
    var slider = browser.find("#frame");
    slider.sendKeys(Keys.HOME);
    assertThat(seen()).isZero();
    String first = browser.text("#moment");
    slider.sendKeys(Keys.ARROW_RIGHT);
    assertThat(seen()).isEqualTo(1);
    assertThat(browser.text("#moment")).isNotEqualTo(first).startsWith("t = ");
    assertThat(slider.getDomAttribute("aria-valuetext"))
        .isEqualTo(browser.find("#moment").getDomProperty("textContent"));
    // the same keys where the slider has not the focus
    browser.script("document.activeElement.blur()");
    browser.find("body").sendKeys(Keys.ARROW_RIGHT);
    assertThat(seen()).isEqualTo(2);
    // played from there to the end
    browser.find("#play").click();
    browser.await("the last frame", () -> seen() == 3 && browser.text("#play").equals("Play"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void fitsOnATelephone() {
    for (int width : new int[] {390, 1280}) {
      browser.size(width, 800);
      assertThat((long) browser.script("return document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      for (String target : List.of("#play", "#frame")) {
        assertThat(
                ((Number)
                        browser.script(
                            "return document.querySelector(arguments[0]).getBoundingClientRect().height",
                            target))
                    .doubleValue())
            .isGreaterThanOrEqualTo(44);
      }
    }
    browser.colours("dark");
    assertThat(browser.script("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(18, 24, 30)");
    browser.colours("light");
  }
}
