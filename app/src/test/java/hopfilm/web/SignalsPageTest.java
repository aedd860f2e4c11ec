package hopfilm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The live page as a bench: signals in, volts, amperes and ohms out. Pictures: target/live. */
class SignalsPageTest extends OwnPage {

  @BeforeAll
  void open() throws Exception {
    laboratory.open(Caller.SMALL);
  }

  private void type(String selector, CharSequence... text) {
    page.find(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"));
    page.find(selector).sendKeys(text);
  }

  /** The newest values of curves that keys choose, in the unit of their axis. */
  private List<Double> newest(CharSequence keys, String first) {
    page.find("#curve-y").sendKeys(keys);
    page.await(first, () -> page.text("#plot .u-legend").contains(first));
    return page.all("#plot .u-series .u-value").stream()
        .map(e -> e.getText().replace('\u2212', '-'))
        .filter(text -> !text.isEmpty())
        .map(Double::valueOf)
        .toList();
  }

  /** By keys alone, as one does without a mouse. */
  @Test
  void aContactIsGivenASineAndTheScopeShowsIt() throws IOException {
    page.driver.get(laboratory.address());
    awaitPhase("ready");
    page.find("#signals summary").sendKeys(Keys.ENTER);
    page.find("[aria-label='Signal of n3']").sendKeys("float");
    page.find("[aria-label='Signal of n4']").sendKeys("float");
    page.find("[aria-label='Signal of n1']").sendKeys("pulses");
    assertThat(page.all("#signal-rows [aria-label=n1] label"))
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
    picture("30-refused-signal");
    type(frequency, "5 GHz", Keys.ENTER);
    page.find("#drive").sendKeys(Keys.ENTER);
    assertThat(page.find(frequency).getAttribute("aria-invalid")).isNull();
    page.await(
        "it is driven", () -> page.text("#undo").equals("Undo") && page.find("#undo").isEnabled());
    awaitPhase("ready");
    assertThat(page.text("#drive-verdict")).isEmpty();

    page.find("#tab-curves").click();
    List<Double> volts = newest("all voltages", "V_n1");
    assertThat(volts).hasSize(4);
    assertThat(volts.get(0)).isEqualTo(10);
    assertThat(volts.get(1)).isZero();
    assertThat(volts.subList(2, 4))
        .allMatch(v -> v > 0 && v < 10, "between both, where they float");
    picture("31-scope");
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
    picture("32-signals-phone");
    page.script(
        "document.querySelector('#save').scrollIntoView({ block: 'start' }); scrollBy(0, -160)");
    picture("33-signals-phone");
    assertThat(page.complaints()).singleElement().asString().contains("422");
  }
}
