package hopfilm.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdiabaticHeatTest {

  /**
   * Iron, 55.845 g/mol, 7874 kg/m^3, takes 25.10 J/(mol K) (CRC Handbook): what heats a mole by 10
   * K heats its volume by as much, within the 1 % by which iron differs from the round capacity.
   */
  @Test
  void aMoleOfIronWarmsAsTheHandbookSays() {
    double volume = 55.845e-3 / 7874;
    assertThat(AdiabaticHeat.rise(251.0, volume)).isCloseTo(10, within(0.2));
  }

  @Test
  void theVerdictNamesTheRiseWithTwoDigits() {
    assertThat(AdiabaticHeat.verdict(2034))
        .isEqualTo("+2000 K if no heat leaves (no film would keep its order)");
    assertThat(AdiabaticHeat.verdict(0.0213)).startsWith("+0.021 K").endsWith("(stays cool)");
    assertThat(AdiabaticHeat.verdict(9.97)).startsWith("+10 K");
    assertThat(AdiabaticHeat.verdict(5.8e6)).startsWith("> 10,000 K if no heat leaves");
    assertThat(AdiabaticHeat.verdict(131)).startsWith("+130 K").contains("hot");
  }

  @Test
  void fiftyKelvinAreWarnedOf() {
    assertThat(AdiabaticHeat.warning(49)).isEmpty();
    assertThat(AdiabaticHeat.warning(51).orElseThrow())
        .startsWith("the current would warm")
        .contains("51 K");
    assertThat(AdiabaticHeat.warning(5.8e6).orElseThrow())
        .contains("by more than 10,000 K in all if");
    // of a sweep one line is said of all runs
    assertThat(AdiabaticHeat.ofSeveral(AdiabaticHeat.warning(51).orElseThrow()))
        .startsWith("the current would warm the film by more than 50 K in all if")
        .isEqualTo(AdiabaticHeat.ofSeveral(AdiabaticHeat.warning(2034).orElseThrow()))
        .isEqualTo(AdiabaticHeat.ofSeveral(AdiabaticHeat.warning(5.8e6).orElseThrow()));
    assertThat(AdiabaticHeat.ofSeveral("the cell is large")).isEqualTo("the cell is large");
  }
}
