package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.interactions.Actions;

/**
 * What a person does on the page of the live laboratory, one step after the other in one browser.
 * The film is that of the first example with larger cells and less time, and for the gallery the
 * example itself, learning at its own pace.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaboratoryPageTest extends OwnPage {

  @BeforeAll
  void open() throws Exception {
    String film = Files.readString(REPOSITORY.resolve("examples/four-node.yaml"));
    // the smaller one learns from each of the mazes 1 to 12
    laboratory.open(
        IS_GALLERY
            ? film
            : film.replace("cell: 4 nm", "cell: 6.4 nm")
                .replace("seed: 1", "seed: 3")
                .replace("time: 10 ns", "time: 5 ns")
                .replace("time: 20 ns", "time: 10 ns"));
  }

  @Test
  @Order(1)
  void theFirstSightIsAFilmAndOneButton() throws Exception {
    page.driver.get(laboratory.address());
    assertThat(page.driver.getCurrentUrl()).startsWith(laboratory.origin()).doesNotContain("token");
    awaitPhase("ready");
    page.await("the film is drawn", () -> colours() > 100);
    assertThat(page.text("#story")).contains("Press Train");
    assertThat(page.find("#train").isEnabled()).isTrue();
    assertThat(bars()).hasSize(8);
    galleryPicture("1-untrained");
  }

  @Test
  @Order(2)
  void oneClickMakesTheTrainedBarTheLowest() throws Exception {
    page.find("#train").click();
    page.await("current flows", () -> page.text("#status-phase").contains("train"));
    assertThat(page.text("#story")).contains("it learns");
    page.await("bars move", () -> heights().stream().anyMatch(h -> h > 40));
    page.await("time left is said", () -> page.text("#status-left").contains("left"));
    double begun = nanoseconds();
    page.await("it has learned for a while", () -> nanoseconds() > begun + 2);
    assertThat(page.text("#status-power")).endsWith("mW");
    assertThat(page.text("#status-heat")).matches("[34]\\d\\d K");
    galleryPicture("2-learning");
    page.find("#film-heat").click();
    page.await("a scale", () -> page.find("#film-legend").getText().contains("T (K)"));
    page.await("its colours", () -> colours() > 20);
    galleryPicture("21-heat");
    page.find("#film-mode [data-value=mz]").click();
    awaitPhase("ready");
    page.await(
        "it is learned",
        () -> page.text("#energies-verdict").endsWith("the lowest of all: learned, not verified"));
    assertThat(page.find("#energies-verdict").getAttribute("data-outcome")).isEqualTo("learned");
    assertThat(page.find("#energies").getText()).contains("at V0 = 38.4 mV");
    // by the picture itself, not by its words: the longest bar is the one that is marked
    List<WebElement> bars = bars();
    List<Double> heights = heights();
    int longest = heights.indexOf(heights.stream().max(Double::compare).orElseThrow());
    assertThat(bars.get(longest).getAttribute("data-pattern")).isEqualTo("+-+-");
    assertThat(bars.get(longest).getAttribute("class")).contains("trained").contains("lowest");
    galleryPicture("3-learned");
  }

  @Test
  @Order(3)
  void aClickSaysWhatIsLeftForEver() throws Exception {
    page.find("#retain").click();
    page.await("a copy is at rest", () -> page.text("#rest-limit").contains("% of the weights"));
    assertThat(page.text("#rest-limit")).contains("the film recalls all");
    galleryPicture("22-for-ever");
  }

  @Test
  @Order(4)
  void aWrongPatternIsRecalled() throws Exception {
    page.find("#tab-recall").click();
    List<WebElement> nodes = page.all("#recall-start button");
    assertThat(nodes).hasSize(4);
    String before = signs("#recall-start");
    nodes.get(1).click();
    assertThat(signs("#recall-start")).isNotEqualTo(before);
    page.find("#recall-start button:nth-child(2)").click();
    page.find("#recall-run").click();
    page.await("the walk ends", () -> !page.text("#recall-verdict").isEmpty());
    assertThat(page.text("#recall-verdict")).contains("at the trained pattern +\u2212+\u2212");
    assertThat(signs("#recall-end")).isIn("+\u2212+\u2212", "\u2212+\u2212+");
    assertThat(page.find(".walker").isDisplayed()).isTrue();
    galleryPicture("4-recall");
  }

  @Test
  @Order(5)
  void weightsCurvesAndCurrentAreShown() throws Exception {
    page.find("#tab-network").click();
    page.find("#show-links").click();
    page.find("#show-arrows").click();
    page.await("weights", () -> page.all("#weights .weight").size() == 16);
    page.await("links", () -> page.all(".links line").size() > 6);
    galleryPicture("5-network");
    page.find("#show-links").click();
    page.find("#show-arrows").click();
    page.find("#tab-curves").click();
    page.await("a plot", () -> !page.all("#plot canvas").isEmpty());
    assertThat(page.text("#curve-meaning")).contains("Shaded: current flows");
    // without a cursor the legend has the newest values
    assertThat(page.text("#plot .u-legend")).doesNotContain("--");
    page.find("#film-mode [data-value=hue]").click();
    galleryPicture("6-curves");
    page.find("#film-mode [data-value=mz]").click();
  }

  @Test
  @Order(6)
  void reloadInTheMiddleShowsTheRunAtOnce() throws Exception {
    page.find("#train").click();
    page.await("current flows", () -> page.text("#status-phase").contains("train"));
    page.driver.navigate().refresh();
    page.await("the run is back", () -> page.text("#status-phase").contains("train"));
    page.await("the film is drawn", () -> colours() > 100);
    assertThat(page.text("#energies-verdict")).contains("+\u2212+\u2212");
    page.find("#pause").click();
    awaitPhase("paused");
    assertThat(page.text("#pause")).isEqualTo("Resume");
  }

  @Test
  @Order(7)
  void aSecondTabSeesTheSame() {
    String first = page.driver.getWindowHandle();
    Set<String> known = page.driver.getWindowHandles();
    page.script("window.open(location.origin)");
    page.await("a tab", () -> page.driver.getWindowHandles().size() > known.size());
    String second =
        page.driver.getWindowHandles().stream().filter(w -> !known.contains(w)).findAny().get();
    page.driver.switchTo().window(second);
    page.await("a picture in the second tab", () -> colours() > 100);
    awaitPhase("paused");
    page.await("they know of each other", () -> page.text("#status-shared").startsWith("2 pages"));
    // what one does, the other shows
    page.find("#stop").click();
    awaitPhase("ready");
    page.driver.close();
    page.driver.switchTo().window(first);
    awaitPhase("ready");
    page.await("it is alone again", () -> page.text("#status-shared").isEmpty());
  }

  @Test
  @Order(8)
  void clicksAndKeysTurnTheSignOfAnElectrode() throws Exception {
    WebElement badge = page.find("[data-electrode=n2] .badge");
    new Actions(page.driver).moveToElement(badge).click().perform();
    page.await("++++ without n4", () -> pattern().equals("+++-"));
    assertThat(page.text("#train")).isEqualTo("Train +++\u2212");
    page.script("document.querySelector('[data-electrode=n2]').focus()");
    new Actions(page.driver).sendKeys(Keys.ENTER).perform();
    page.await("as before", () -> pattern().equals("+-+-"));
    new Actions(page.driver).moveToElement(badge).click().perform();
    page.await("turned", () -> pattern().equals("+++-"));
    galleryPicture("7-flipped");
  }

  @Test
  @Order(9)
  void anElectrodeIsDraggedAndItIsUndone() throws Exception {
    String before = page.find("[data-electrode=n3] .outline").getAttribute("d");
    WebElement badge = page.find("[data-electrode=n3] .badge");
    new Actions(page.driver)
        .moveToElement(badge)
        .clickAndHold()
        .moveByOffset(-60, 40)
        .moveByOffset(-30, 20)
        .release()
        .perform();
    page.await(
        "it moved",
        () -> !page.find("[data-electrode=n3] .outline").getAttribute("d").equals(before));
    awaitPhase("ready");
    page.await(
        "it can be undone",
        () -> page.find("#undo").getAttribute("title").contains("other electrodes"));
    galleryPicture("8-moved");
    page.find("#undo").click();
    page.await(
        "it is back",
        () -> page.find("[data-electrode=n3] .outline").getAttribute("d").equals(before));
  }

  @Test
  @Order(10)
  void anErrorInTheFileIsMarkedAtItsLine() throws Exception {
    page.find("#tab-file").click();
    page.await("the file", () -> fileText().contains("cell: "));
    page.await("it is vetted", () -> page.text("#file-verdict").startsWith("In order"));
    int line = 1 + (int) fileText().lines().takeWhile(l -> !l.strip().startsWith("cell:")).count();
    page.script(
        "const t = document.getElementById('file-text'); t.focus();"
            + "t.value = t.value.replace(/cell: .*/, 'cell: 4 mV');"
            + "t.dispatchEvent(new Event('input', {bubbles: true}))");
    page.await("it is marked", () -> page.all(".lines .wrong").size() == 1);
    assertThat(page.text(".lines .wrong")).isEqualTo(String.valueOf(line));
    assertThat(page.text("#file-verdict")).contains("Line " + line + ":").contains("film.cell");
    assertThat(page.find("#file-run").isEnabled()).isFalse();
    top();
    galleryPicture("9-error");
    page.find("#file-current").click();
    page.await("mended", () -> page.all(".lines .wrong").isEmpty());
  }

  @Test
  @Order(11)
  void aSavedRunIsOpenedAndScrubbedThrough() throws Exception {
    page.find("#save").click();
    page.await("it is saved", () -> page.text("#note").contains("run folder"));
    page.find("#open-runs").click();
    page.await("the folder", () -> !page.all("[data-folder]").isEmpty());
    galleryPicture("10-runs");
    page.find("[data-folder]").click();
    page.await("a slider", () -> page.find("#scrub").isDisplayed());
    String last = page.text("#scrub-time");
    page.find("#scrub-at").sendKeys(Keys.HOME);
    page.await("the first snapshot", () -> page.text("#scrub-time").contains("1 of "));
    assertThat(page.text("#scrub-time")).isNotEqualTo(last);
    assertThat(page.find("#controls").isDisplayed()).isFalse();
    page.await("a picture", () -> colours() > 100);
    top();
    galleryPicture("11-folder");
  }

  @Test
  @Order(12)
  void itFitsAPhoneInTheDark() throws Exception {
    page.colours("dark");
    page.size(400, 860);
    page.find("#open-runs").click();
    page.await("films", () -> !page.all("#runs-open li > button").isEmpty());
    // the list may be drawn anew between the two
    page.await(
        "one is opened",
        () -> {
          page.find("#runs-open li > button").click();
          return true;
        });
    page.await("four nodes", () -> page.all("[data-electrode]").size() == 4);
    page.await("a picture", () -> colours() > 100);
    // what was said before lies over a small page
    if (page.find("#note-close").isDisplayed()) {
      page.find("#note-close").click();
    }
    page.find("#tab-recall").click();
    assertThat(page.script("return document.documentElement.dataset.theme")).isEqualTo("dark");
    Number width = (Number) page.script("return document.documentElement.scrollWidth");
    assertThat(width.intValue()).as("no scrolling sideways").isLessThanOrEqualTo(400);
    top();
    galleryPicture("14-phone-dark");
    page.script("document.querySelector('.energies').scrollIntoView()");
    page.script("window.scrollBy(0, -90)");
    galleryPicture("15-phone-dark-energies");
    top();
    // a hand has no hover: a tap says what a button is, and does nothing
    String before = page.text("#status-phase");
    page.find("#explain").click();
    page.find("#step").click();
    page.await("it is told", () -> page.text("#note").contains("one row of the table"));
    assertThat(page.text("#status-phase")).isEqualTo(before);
    page.find("#explain").click();
    page.find("#note-close").click();
    page.size(1280, 860);
    page.await("wide again", () -> colours() > 100);
    galleryPicture("16-dark");
    page.colours("light");
  }

  @Test
  @Order(13)
  void everyControlHasANameAndNothingLeavesTheMachine() {
    Object nameless =
        page.script(
            "return [...document.querySelectorAll('button, input, select, textarea,"
                + " [tabindex=\"0\"]')].filter(e => !(e.getAttribute('aria-label') ||"
                + " e.labels?.length || e.textContent.trim())).map(e => e.outerHTML)");
    assertThat((List<?>) nameless).isEmpty();
    Object fetched =
        page.script("return performance.getEntriesByType('resource').map(r => r.name)");
    assertThat((List<?>) fetched)
        .isNotEmpty()
        .allMatch(address -> ((String) address).startsWith(laboratory.origin()));
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  @Order(14)
  void aLostServerIsSaidAndFoundAgain() throws Exception {
    laboratory.stop();
    page.await("it is said", () -> page.find("#lost").isDisplayed());
    assertThat(page.text("#lost")).contains("hopfilm serve");
    assertThat(page.text("#status-phase")).isEqualTo("no connection");
    galleryPicture("17-lost");
    laboratory = Laboratory.start(folder, laboratory.port());
    page.await("it has another token", () -> page.text("#lost").contains("that it printed"));
    String first = page.driver.getWindowHandle();
    page.driver.switchTo().newWindow(WindowType.TAB);
    page.driver.get(laboratory.address());
    page.driver.close();
    page.driver.switchTo().window(first);
    page.await(
        "it is back and says so",
        () -> !page.find("#lost").isDisplayed() && page.text("#note").contains("started anew"));
    page.await("a new film", () -> nanoseconds() <= 10 && !page.find("#undo").isEnabled());
  }

  /** The time in the film. */
  private double nanoseconds() {
    return Double.parseDouble(page.text("#status-time").replace(" ns", ""));
  }

  private List<WebElement> bars() {
    return page.all("#energies .bar-of");
  }

  private List<Double> heights() {
    return bars().stream()
        .map(b -> Double.valueOf(b.findElement(By.cssSelector(".e")).getAttribute("height")))
        .toList();
  }

  private String fileText() {
    return page.find("#file-text").getAttribute("value");
  }

  private String signs(String nodes) {
    return String.join("", page.all(nodes + " > *").stream().map(WebElement::getText).toList());
  }
}
