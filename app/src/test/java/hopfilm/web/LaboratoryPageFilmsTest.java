package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Films that a person opens on the page of the live laboratory: of a drawing, and examples. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaboratoryPageFilmsTest extends OwnPage {

  @BeforeAll
  void open() throws Exception {
    laboratory.open(Caller.SMALL);
    page.driver.get(laboratory.address());
    awaitPhase("ready");
  }

  @Test
  @Order(1)
  void aDrawingIsShownBeforeItBecomesAFilm() throws Exception {
    page.find("#open-device").click();
    Path wrong = Files.writeString(folder.resolve("wrong.svg"), "<svg>no contacts</sv>");
    page.find("#device-file").sendKeys(wrong.toString());
    page.await("it is refused", () -> !page.text("#device-verdict").isEmpty());
    assertThat(page.text("#device-verdict"))
        .isEqualTo("device.svg: the drawing is not an SVG drawing (line 1); save it as SVG");
    assertThat(page.find("#device-start").isEnabled()).isFalse();
    assertThat(page.find("#device-picture").isDisplayed()).isFalse();
    page.find("#device-file").sendKeys(REPOSITORY.resolve("examples/device.svg").toString());
    page.await("it may start", () -> page.find("#device-start").isEnabled());
    assertThat(page.text("#device-verdict"))
        .startsWith("5 contacts: west, north-west, north-east, east, south; ");
    page.await(
        "the picture is drawn",
        () ->
            (Boolean)
                page.script("return document.getElementById('device-picture').naturalWidth > 100"));
    galleryPicture("18-drawing");
    page.find("#device-start").click();
    page.await("5 nodes", () -> page.all("[data-electrode]").size() == 5);
    assertThat(page.find("[data-electrode=south] .outline").isDisplayed()).isTrue();
    page.await("a picture", () -> colours() > 100);
    assertThat(page.find("#device-dialog").isDisplayed()).isFalse();
    page.find("#stop").click();
    awaitPhase("ready");
    top();
    galleryPicture("19-drawn");
    // nothing was done to it, and its file is in order
    page.find("#tab-file").click();
    page.await("its file is vetted", () -> !page.text("#file-verdict").isEmpty());
    assertThat(page.text("#file-verdict")).startsWith("In order");
    assertThat((String) page.script("return document.getElementById('file-text').value"))
        .contains("thickness: 0.02 um", "substrate: MgO");
    page.find("#tab-network").click();
    assertThat(page.complaints()).isEmpty();
  }

  @Tag("slow")
  @Test
  @Order(2)
  void aLetterIsPaintedOnFiveBySevenNodes() throws Exception {
    page.driver.get(laboratory.address());
    page.find("#open-examples").click();
    page.await("examples", () -> page.all("[data-example]").size() >= 5);
    galleryPicture("12-examples");
    page.find("[data-example=four-node]").click();
    page.await("it relaxes", () -> page.text("#status-phase").contains("relax"));
    if (!IS_GALLERY) {
      page.find("#stop").click();
    }
    awaitPhase("ready");
    page.find("#layout option[value='grid: 7x5']").click();
    page.await("35 nodes", () -> page.all("[data-electrode]").size() == 35);
    awaitPhase("ready");
    page.find("#letters button:nth-of-type(2)").click();
    page.await("an H", () -> pattern().startsWith("+---++---++---++++++"));
    WebElement from = page.find("[data-electrode=n2] .badge");
    new Actions(page.driver)
        .moveToElement(from)
        .clickAndHold()
        .moveToElement(page.find("[data-electrode=n3] .badge"))
        .moveToElement(page.find("[data-electrode=n4] .badge"))
        .release()
        .perform();
    page.await("a roof on it", () -> pattern().startsWith("++++++---+"));
    page.find("#tab-network").click();
    top();
    galleryPicture("13-letter");
  }

  @Tag("slow")
  @Test
  @Order(3)
  void twoMemoriesAreTrainedAndReadOneByOne() throws Exception {
    // the server takes four films
    page.find("#open-runs").click();
    page.await("films", () -> !page.all("#runs-open li").isEmpty());
    for (WebElement close : page.all("[aria-label='Close device']")) {
      close.click();
    }
    page.find("#runs-dialog [data-close]").click();
    page.find("#open-examples").click();
    page.await("examples", () -> page.all("[data-example]").size() >= 5);
    page.find("[data-example=two-memories]").click();
    page.await("it relaxes", () -> page.text("#status-phase").contains("relaxing"));
    awaitPhase("ready");
    page.find("#protocol").click();
    page.await("it is trained", () -> page.text("#status-phase").contains("training"));
    assertThat(page.find("#memories").isDisplayed()).isFalse();
    awaitPhase("ready");
    page.await("memories", () -> page.all("#memories tbody tr").size() == 2);
    assertThat(page.text("#energies-verdict")).startsWith("2 of 2 memories are stored: ");
    page.find("#tab-network").click();
    top();
    galleryPicture("20-memories");
    page.find("#tab-recall").click();
    page.find("#recall-noise").click();
    page.find("#recall-run").click();
    page.await("the walk ends", () -> !page.text("#recall-verdict").isEmpty());
    assertThat(page.text("#recall-verdict")).contains("at the trained pattern");
    page.find("#tab-network").click();
    assertThat(page.complaints()).isEmpty();
  }
}
