package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * Draw, teach, spoil, recall on the page that {@code hopfilm serve} opens with, one step after the
 * other in one browser, on films of eight pixels.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PicturesPageTest extends OwnPage {

  /** Takes the pictures of this test from the mazes 1 and 2; the page teaches any film so named. */
  private static final String FILM =
      """
      name: pictures
      film: {size: [1516.8 nm, 1516.8 nm], cell: 7.9 nm, thickness: 1 um}
      material: {Ku: 172 kJ/m^3, D: 6.5 mA, rho_perp: 0.24 uOhm m}
      electrodes: {rows: {grid: 4x4, pixels: 8}, radius: 102 nm, margin: 189.6 nm}
      initial: {texture: maze, seed: SEED, relax: {time: 0.5 ns, alpha: 0.5}}
      protocol:
        - write: {picture: "--++--++"}
      network: {reference: {untrained: 1.006}, self_term: zero}
      output: {table: 1 ns, snapshots: 100 ns}
      """;

  private static final String FIRST = "--++--++";
  private static final String SECOND = "-+-++-+-";

  @Test
  @Order(1)
  void aServerWithoutFilmsOpensWithAGridOfPixels() throws Exception {
    page.driver.get(laboratory.address());
    page.await("a grid", () -> cells().size() == 25);
    assertThat(page.find("#pictures").isDisplayed()).isTrue();
    assertThat(page.find("#controls").isDisplayed()).isFalse();
    assertThat(page.find("#teach").isEnabled()).as("nothing is drawn").isFalse();
    page.find(".starter").click();
    assertThat(signs()).isEqualTo("+-+-+" + "-----" + "-----" + "+---+" + "++-++");
    assertThat(page.find("#teach").isEnabled()).isTrue();
    page.find("#clear").click();
    assertThat(signs()).isEqualTo("+".repeat(25));
    picture("pictures-first");
    page.find("#switch").click();
    page.await("four electrodes", () -> page.text("#film-name").equals("four-node network"));
    assertThat(page.find("#pictures").isDisplayed()).isFalse();
    assertThat(page.find("#train").isDisplayed()).isTrue();
    page.find("#switch").click();
    page.await("pictures", () -> page.text("#film-name").equals("pictures"));
    page.driver.get("about:blank");
    for (String id : List.of("f1", "f2")) {
      laboratory.send("DELETE", "api/films/" + id, Map.of());
    }
    laboratory.open(FILM.replace("SEED", "1"));
    laboratory.open(FILM.replace("SEED", "2"));
  }

  @Test
  @Order(2)
  void aPictureIsDrawnByMouseAndByKeys() {
    page.driver.get(laboratory.origin() + "#f3");
    page.driver.navigate().refresh();
    page.await("eight pixels", () -> cells().size() == 8);
    List<WebElement> cells = cells();
    new Actions(page.driver)
        .moveToElement(cells.get(0))
        .clickAndHold()
        .moveToElement(cells.get(1))
        .release()
        .perform();
    assertThat(signs()).as("one stroke").isEqualTo("--++++++");
    new Actions(page.driver).moveToElement(cells.get(4)).click().perform();
    page.script("arguments[0].focus()", cells.get(4));
    new Actions(page.driver).sendKeys(Keys.ARROW_RIGHT, Keys.SPACE).perform();
    assertThat(signs()).as("a click and a key").isEqualTo(FIRST);
    // the film shows it too
    page.await("signs", () -> page.text("[data-electrode=p1] .badge-text").endsWith("\u2212"));
    new Actions(page.driver)
        .moveToElement(page.find("[data-electrode=p8] .badge"))
        .click()
        .perform();
    assertThat(signs()).as("a click on the film").isEqualTo("--++--+-");
    cells().get(7).click();
    assertThat(signs()).isEqualTo(FIRST);
  }

  @Test
  @Order(3)
  void itIsTaughtSpoiledAndRecalled() throws Exception {
    page.find("#teach").click();
    page.await("current flows", () -> page.text("#status-phase").contains("writing a picture"));
    assertThat(page.find("#recall-picture").isEnabled()).isFalse();
    page.await("it is learned", () -> verdict().startsWith("Learned: all 8 pixels"));
    picture("pictures-learned");
    assertThat(page.all("#shelf .thumb")).hasSize(1);
    // the first two pixels: of the 28 pairs one brings back the negative
    page.script("Math.random = () => 0");
    page.find("#spoil").click();
    assertThat(distance(signs(), FIRST)).isEqualTo(2);
    assertThat(page.all(".picture .turned")).hasSize(2);
    picture("pictures-spoiled");
    page.find("#recall-picture").click();
    page.await("it is back", () -> verdict().equals("The picture is back: 2 pixels put right."));
    assertThat(signs()).isEqualTo(FIRST);
    picture("pictures-recalled");
  }

  @Test
  @Order(4)
  void theSecondPictureGetsTheOtherFilmAndEachComesBack() throws Exception {
    draw(SECOND);
    page.find("#teach").click();
    page.await("the other film", () -> page.script("return location.hash").equals("#f4"));
    page.await("it is learned", () -> verdict().startsWith("Learned: all 8 pixels"));
    assertThat(page.all("#shelf .thumb")).hasSize(2);
    draw("+" + FIRST.substring(1));
    page.find("#recall-picture").click();
    page.await("the first", () -> verdict().equals("Picture 1 is back: 1 pixel put right."));
    assertThat(page.script("return location.hash")).as("the film that answers").isEqualTo("#f3");
    assertThat(page.all("#shelf meter")).hasSize(2);
    picture("pictures-two");
    // the four pixels in which the two pictures differ
    page.script("const picks = [0.15, 0.15, 0.4, 0.9]; Math.random = () => picks.shift()");
    page.find("#spoil").click();
    page.find("#spoil").click();
    assertThat(signs()).isEqualTo(SECOND);
    page.find("#recall-picture").click();
    page.await("the other one", () -> verdict().startsWith("Picture 2 came back instead"));
    // a reload finds what is stored
    page.driver.navigate().refresh();
    page.await("two pictures", () -> page.all("#shelf .thumb").size() == 2);
  }

  @Test
  @Order(5)
  void enterCommitsAndStartsNothing() {
    page.find("#all-controls").click();
    page.await("controls", () -> page.find("#time").isDisplayed());
    awaitPhase("ready");
    page.find("#time").sendKeys(Keys.chord(Keys.CONTROL, "a"), "1 ns", Keys.ENTER);
    page.find("#voltage").sendKeys(Keys.chord(Keys.CONTROL, "a"), "40 mV", Keys.ENTER);
    page.await("it is set", () -> !page.find("#undo").getAttribute("title").isEmpty());
    assertThat(page.text("#status-phase")).isEqualTo("ready");
  }

  @Test
  @Order(6)
  void whatIsSavedIsOneClickAway() {
    page.find("#save").click();
    page.await("it is saved", () -> page.text("#note").contains("run folder"));
    page.find("#note-act").click();
    page.await("the folder", () -> page.find("#scrub").isDisplayed());
    assertThat(page.find("#note").isDisplayed()).isFalse();
    page.script("location.hash = '#f3'");
    page.await("the film", () -> page.find("#pictures").isDisplayed());
    page.find("#all-controls").click();
  }

  @Test
  @Order(7)
  void itFitsAPhoneAndItsFingers() throws Exception {
    page.size(390, 844);
    page.await("narrow", () -> page.find("#teach").getSize().height >= 44);
    Number width = (Number) page.script("return document.documentElement.scrollWidth");
    assertThat(width.intValue()).as("no scrolling sideways").isLessThanOrEqualTo(390);
    Object small =
        page.script(
            "return [...document.querySelectorAll('button, select, summary, .button')]"
                + ".filter(e => e.offsetParent && Math.min(e.offsetWidth, e.offsetHeight) < 44)"
                + ".map(e => e.outerHTML)");
    assertThat((List<?>) small).isEmpty();
    top();
    picture("pictures-phone");
    page.colours("dark");
    picture("pictures-phone-dark");
  }

  /** WCAG 2.2, levels A and AA, in both colours and both films. */
  @Test
  @Order(8)
  void axeFindsNothingSerious() throws Exception {
    for (String film : List.of("pictures", "four-node network")) {
      page.await("the film", () -> page.text("#film-name").equals(film));
      for (int size : new int[] {390, 1280}) {
        page.size(size, 860);
        for (String colours : List.of("dark", "light")) {
          page.colours(colours);
          assertThat(serious()).as(film + ", " + size + ", " + colours).isEmpty();
        }
      }
      page.find("#switch").click();
    }
    assertThat(page.complaints()).isEmpty();
  }

  private List<?> serious() throws IOException {
    try (InputStream axe = PicturesPageTest.class.getResourceAsStream("/hopfilm/axe.min.js")) {
      page.script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<?>)
        page.driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations"
                + ".filter(v => ['serious', 'critical'].includes(v.impact))"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 120) + ' '"
                + " + n.failureSummary).slice(0, 4).join(' | '))))");
  }

  private List<WebElement> cells() {
    return page.all("#picture-grid button");
  }

  private String signs() {
    return (String)
        page.script(
            "return [...document.querySelectorAll('#picture-grid button')].map(b =>"
                + " b.getAttribute('aria-pressed') === 'true' ? '-' : '+').join('')");
  }

  private void draw(String picture) {
    page.find("#clear").click();
    for (int k = 0; k < picture.length(); k++) {
      if (picture.charAt(k) == '-') {
        cells().get(k).click();
      }
    }
    assertThat(signs()).isEqualTo(picture);
  }

  private static int distance(String a, String b) {
    int n = 0;
    for (int k = 0; k < a.length(); k++) {
      n += a.charAt(k) == b.charAt(k) ? 0 : 1;
    }
    return n;
  }

  private String verdict() {
    return page.text("#picture-verdict");
  }
}
