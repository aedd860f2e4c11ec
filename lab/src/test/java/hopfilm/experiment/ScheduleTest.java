package hopfilm.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.dynamics.Envelope;
import hopfilm.protocol.JouleHeat;
import hopfilm.protocol.Settling;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  /** Stretches as text: drive:start-end in ns. */
  private static List<String> stretches(Schedule plan, int drives, double time) {
    return plan.stretches(drives, time).stream()
        .map(
            s ->
                "%d:%s-%s"
                    .formatted(
                        s.drive(),
                        Math.round(s.start() * 1e12) / 1e3,
                        Math.round(s.end() * 1e12) / 1e3))
        .toList();
  }

  @Test
  void aSteadyDriveIsOneStretch() {
    assertThat(stretches(Schedule.steady(20e-9), 1, 20e-9)).containsExactly("0:0.0-20.0");
  }

  @Test
  void drivesFollowInTurnAndTheLastSlotIsCut() {
    Schedule plan = new Schedule(1e-9, 1e-9, 0);
    assertThat(stretches(plan, 2, 3.5e-9))
        .containsExactly("0:0.0-1.0", "1:1.0-2.0", "0:2.0-3.0", "1:3.0-3.5");
  }

  @Test
  void roundingMakesNoStretchOfItsOwn() {
    // 0.1 ns is no binary fraction; 200 slots end exactly at 20 ns
    Schedule plan = new Schedule(0.1e-9, 0.1e-9, 0);
    List<Schedule.Stretch> all = plan.stretches(2, 20e-9);
    assertThat(all).hasSize(200);
    assertThat(all.get(199).end()).isEqualTo(20e-9);
  }

  @Test
  void pulsesBeginAnewInEachSlot() {
    Schedule plan = new Schedule(2.5e-9, 1e-9, 0.5e-9);
    assertThat(stretches(plan, 2, 5e-9))
        .containsExactly(
            "0:0.0-1.0", "-1:1.0-1.5", "0:1.5-2.5", "1:2.5-3.5", "-1:3.5-4.0", "1:4.0-5.0");
  }

  @Test
  void aPulseIsTheSlotOfSeveralDrives() {
    double slot = Schedule.usualSlot(2, 1e-9, 3e-9, 20e-9);
    assertThat(stretches(new Schedule(slot, 1e-9, 3e-9), 2, 8e-9))
        .containsExactly("0:0.0-1.0", "-1:1.0-4.0", "1:4.0-5.0", "-1:5.0-8.0");
  }

  @Test
  void theHeatOfARampIsAThirdOfItsSteadyHeat() {
    JouleHeat heat = new JouleHeat();
    Envelope ramp = Envelope.ramp(0, 10, 2);
    heat.begin();
    // steps that do not meet the kinks at 2 and 8; f^2 is integrated exactly
    for (double t : new double[] {0, 1.5, 3, 7, 9, 10}) {
      heat.add(t, 5, ramp::square);
    }
    assertThat(heat.joule()).isCloseTo(5 * (6 + 2 * 2 / 3.0), within(1e-12));
  }

  @Test
  void theHeatOfAChangingPowerIsTrapezoidal() {
    JouleHeat heat = new JouleHeat();
    heat.begin();
    heat.add(1, 10, Envelope.constant()::square);
    heat.add(3, 20, Envelope.constant()::square);
    heat.begin();
    heat.add(10, 100, Envelope.constant()::square);
    assertThat(heat.joule()).isEqualTo(30);
  }

  private static double settlingTime(double waver) {
    Settling settling = new Settling(0, 10);
    for (int k = 1; ; k++) {
      // rises from 10 to 11 with a time constant of 3 ns, wavers with the period of two readings
      double t = k * Settling.INTERVAL;
      settling.add(t, 11 - Math.exp(-t / 3e-9) + (k % 2 == 0 ? waver : -waver));
      if (settling.isSettled()) {
        return t;
      }
    }
  }

  @Test
  void settlesWhenTheMeanStaysThoughTheValueWavers() {
    // means over 5 ns of exp(-t/3 ns): two windows up to t differ by 11.1 exp(-t/3 ns), which is
    // 3 % of the rise at t = 17.7 ns; readings every 0.5 ns
    assertThat(settlingTime(0)).isCloseTo(17.7e-9, within(0.6e-9));
    assertThat(settlingTime(0.05)).isCloseTo(17.7e-9, within(0.6e-9));
  }

  @Test
  void doesNotSettleBeforeItHasSeenTwoWindows() {
    Settling settling = new Settling(0, 1);
    for (int k = 1; k <= 19; k++) {
      settling.add(k * Settling.INTERVAL, 1);
      assertThat(settling.isSettled()).isFalse();
    }
    settling.add(20 * Settling.INTERVAL, 1);
    assertThat(settling.isSettled()).isTrue();
  }

  @Test
  void readsAtTheEndOfACycle() {
    assertThat(new Settling(0.2e-9, 1).interval()).isCloseTo(0.6e-9, within(1e-18));
    assertThat(new Settling(3e-9, 1).interval()).isEqualTo(3e-9);
  }
}
