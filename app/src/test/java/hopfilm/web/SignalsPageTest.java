package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The live page as a bench: signals in, volts, amperes and ohms out. Pictures: target/live. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignalsPageTest {

  private Laboratory laboratory;
  private Browser page;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    page = Browser.start();
    laboratory = Laboratory.start(folder, 0);
    laboratory.open(Caller.SMALL);
    page.size(1280, 860);
  }

  @AfterAll
  void close() throws Exception {
    if (page != null) {
      page.close();
    }
    if (laboratory != null) {
      laboratory.stop();
    }
  }

  private List<WebElement> all(String selector) {
    return page.driver.findElements(By.cssSelector(selector));
  }

  private void type(String selector, CharSequence... text) {
    page.find(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"));
    page.find(selector).sendKeys(text);
  }

  /** The newest values of curves that keys choose, in the unit of their axis. */
  private List<Double> newest(CharSequence keys, String first) {
    page.find("#curve-y").sendKeys(keys);
    page.await(first, () -> page.text("#plot .u-legend").contains(first));
    return all("#plot .u-series .u-value").stream()
        .map(e -> e.getText().replace('\u2212', '-'))
        .filter(text -> !text.isEmpty())
        .map(Double::valueOf)
        .toList();
  }

  /** By keys alone, as one does without a mouse. */
  @Test
  void aContactIsGivenASineAndTheScopeShowsIt() throws IOException {
    page.driver.get(laboratory.address());
    page.await("it is ready", () -> page.text("#status-phase").equals("ready"));
    page.find("#signals summary").sendKeys(Keys.ENTER);
    page.find("[aria-label='Signal of n3']").sendKeys("float");
    page.find("[aria-label='Signal of n4']").sendKeys("float");
    page.find("[aria-label='Signal of n1']").sendKeys("pulses");
    assertThat(all("#signal-rows [aria-label=n1] label"))
        .extracting(WebElement::getText)
        .containsExactly("height", "on", "off", "ramp");
    page.find("[aria-label='Signal of n1']").sendKeys(Keys.ARROW_UP);

    // the row at a quarter of a period is at the top
    String frequency = "#signal-rows [aria-label=n1] label:nth-child(2) input";
    type(frequency, "5 xHz");
    type("#drive-time", "50 ps", Keys.ENTER); // which starts nothing
    page.find("#drive").sendKeys(Keys.ENTER);
    page.await("it is refused", () -> page.text("#drive-verdict").contains("unknown unit 'xHz'"));
    assertThat(page.find(frequency).getAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.find(frequency)).isEqualTo(page.driver.switchTo().activeElement());
    page.screenshot(Path.of("target/live/30-refused-signal.png"));
    type(frequency, "5 GHz", Keys.ENTER);
    page.find("#drive").sendKeys(Keys.ENTER);
    assertThat(page.find(frequency).getAttribute("aria-invalid")).isNull();
    page.await(
        "it is driven", () -> page.text("#undo").equals("Undo") && page.find("#undo").isEnabled());
    page.await("it is done", () -> page.text("#status-phase").equals("ready"));
    assertThat(page.text("#drive-verdict")).isEmpty();

    page.find("#tab-curves").click();
    List<Double> volts = newest("all voltages", "V_n1");
    assertThat(volts).hasSize(4);
    assertThat(volts.get(0)).isEqualTo(10);
    assertThat(volts.get(1)).isZero();
    assertThat(volts.subList(2, 4))
        .allMatch(v -> v > 0 && v < 10, "between both, where they float");
    page.screenshot(Path.of("target/live/31-scope.png"));
    List<Double> currents = newest(Keys.ARROW_DOWN, "I_n1");
    // no more than rounding flows into what floats
    assertThat(currents.get(0)).isCloseTo(-currents.get(1), within(1e-3 * currents.get(0)));
    assertThat(currents.subList(2, 4)).allMatch(i -> Math.abs(i) < 1e-6 * currents.get(0));

    // two contacts carry it all: their resistance is V/I, of which four digits are shown
    String[] ohm = page.text("#pair-ohm").split(" ", 2);
    double volt = 1e-3 * volts.get(0);
    double ampere = 1e-3 * currents.get(0);
    assertThat(ohm[1]).isEqualTo("mOhm");
    assertThat(1e-3 * Double.parseDouble(ohm[0])).isCloseTo(volt / ampere, withinPercentage(0.03));
    page.size(390, 844);
    page.screenshot(Path.of("target/live/32-signals-phone.png"));
    page.script(
        "document.querySelector('#save').scrollIntoView({ block: 'start' }); scrollBy(0, -160)");
    page.screenshot(Path.of("target/live/33-signals-phone.png"));
    assertThat(page.complaints()).singleElement().asString().contains("422");
  }
}
