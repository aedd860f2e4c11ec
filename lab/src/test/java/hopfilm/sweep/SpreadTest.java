package hopfilm.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

  /** t of 97.5 % is 2.776 for four degrees of freedom, in any table. */
  @Test
  void theIntervalOfAMeanIsThatOfStudent() {
    Spread s = Spread.of(1, 2, 3, 4, 5);
    assertThat(s.error()).isEqualTo(2.776 * Math.sqrt(2.5 / 5), within(1e-3));
    assertThat(s.high() - s.low()).isEqualTo(2 * s.error(), within(1e-12));
    assertThat(Spread.of(1).error()).isNaN();
    assertThat(Spread.of(1).low()).isNull();
  }
}
