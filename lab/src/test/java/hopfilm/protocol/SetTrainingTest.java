package hopfilm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Step;
import hopfilm.film.FilmNetwork;
import hopfilm.hopfield.Memory;
import hopfilm.hopfield.Pattern;
import hopfilm.run.SmallFilm;
import hopfilm.transport.Electrode.Drive;
import hopfilm.transport.GivenValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training of two patterns, of a device that learns by Hebb's rule. */
class SetTrainingTest {

  /** Two blocks of two electrodes each: the patterns agree in one and not in the other. */
  private static final List<String> TWO = List.of("+-+-", "+--+");

  /** Conductances that grow between unlike electrodes with each block or pulse. */
  private static final class Device implements SetTraining.Film {
    private final double[][] g = new double[4][4];
    private final List<String> done = new ArrayList<>();
    private final double gain;

    Device(double gain) {
      this.gain = gain;
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
          g[i][j] = i == j ? 3 : -1;
        }
      }
    }

    @Override
    public void on(GivenValues v, Pattern shown, String name, double from, double to) {
      done.add("%s %.1f-%.1f".formatted(name, 1e9 * from, 1e9 * to));
      for (int i = 0; i < 4; i++) {
        for (int j = 0; j < i; j++) {
          boolean isOn = v.kind(i) == Drive.VOLTAGE && v.kind(j) == Drive.VOLTAGE;
          double by = isOn && v.at(i) * v.at(j) < 0 ? gain : isOn ? -gain : 0;
          change(i, j, by * (to - from) * 1e9);
        }
      }
    }

    private void change(int i, int j, double by) {
      g[i][j] -= by;
      g[j][i] -= by;
      g[i][i] += by;
      g[j][j] += by;
    }

    @Override
    public void off(double from, double to) {
      done.add("off %.1f-%.1f".formatted(1e9 * from, 1e9 * to));
    }

    @Override
    public void hold(double time) {
      done.add("hold");
    }

    @Override
    public double[][] conductances() {
      return g;
    }

    @Override
    public boolean isCutShort() {
      return false;
    }
  }

  private static SetReading train(Device device, List<String> settings) throws IOException {
    return train(device, TWO, settings);
  }

  private static SetReading train(Device device, List<String> set, List<String> settings)
      throws IOException {
    return train(device, set, false, settings);
  }

  private static SetReading train(
      Device device, List<String> set, boolean hasInverters, List<String> settings)
      throws IOException {
    Experiment e =
        SmallFilm.experiment(
            "protocol=[train: {patterns: [%s], %s}]"
                .formatted(String.join(", ", set), String.join(", ", settings)));
    FilmNetwork network = new FilmNetwork(e);
    network.reference(new Device(0).g);
    Step.Train step = (Step.Train) e.steps().get(0);
    network.train(step);
    SetReading look = new SetReading(network, step.patterns(), step.schedule(), e.seed());
    new SetTraining(step, look, device, hasInverters, device.conductances()).carryOut();
    return look;
  }

  /**
   * Hebb's sum of the two patterns is 2 and -2 within the pair where they agree up to a sign, and 0
   * else: with four electrodes, pairs of two that nothing ties to each other, so both are fixed
   * points, though no copy with a wrong sign knows where to go.
   */
  @Test
  void showsEachInABlockAndThenTheWorse() throws IOException {
    Device device = new Device(0.1);
    SetReading look = train(device, List.of("time: 20 ns", "until: verified"));
    assertThat(look.isHeld()).isFalse();
    assertThat(device.done.get(0)).isEqualTo("+-+- 0.0-3.0");
    assertThat(device.done.get(1)).endsWith("+--+ 3.0-6.0");
    assertThat(device.done.get(2)).isEqualTo("off 6.0-7.0");
    // no pulse without the pause and the look after it: 7 + 4 x 3 = 19 ns
    assertThat(device.done).hasSize(3 + 2 * 4);
    assertThat(device.done.get(device.done.size() - 1)).isEqualTo("off 18.0-19.0");
    assertThat(look.looks()).isEqualTo(5);
  }

  @Test
  void takesTurnsWhereThatIsAsked() throws IOException {
    Device device = new Device(0.1);
    train(device, List.of("time: 20 ns", "until: verified", "order: in-turn"));
    assertThat(device.done.get(3)).startsWith("+-+- 7.0-9.0");
    assertThat(device.done.get(5)).startsWith("+--+ 10.0-12.0");
    assertThat(device.done.get(7)).startsWith("+-+- 13.0-15.0");
  }

  /** The control shows the first pattern for as long, and tests both. */
  @Test
  void controlShowsTheFirstAlone() throws IOException {
    Device device = new Device(0.1);
    SetReading look = train(device, List.of("time: 20 ns", "until: verified", "show: first"));
    assertThat(device.done.subList(0, 2)).containsExactly("+-+- 0.0-3.0", "+-+- 3.0-6.0");
    assertThat(device.done.subList(3, device.done.size()))
        .allMatch(d -> d.startsWith("+-+-") || d.startsWith("off"));
    assertThat(look.isHeld()).isFalse();
  }

  /**
   * One pattern is a set too, as films with more nodes than can be tried in full need it: Hebb's
   * weights of one pattern bring each copy with one wrong sign of four back.
   */
  @Test
  void onePatternIsHeldAfterItsBlock() throws IOException {
    Device device = new Device(0.1);
    SetReading look = train(device, List.of("+-+-"), List.of("time: 20 ns", "until: verified"));
    assertThat(look.isHeld()).isTrue();
    assertThat(device.done).containsExactly("+-+- 0.0-3.0", "off 3.0-4.0", "hold");
  }

  /**
   * Hebb's weights of +-+-, in which a current of three shares keeps each electrode. With two wrong
   * signs each electrode agrees with one of the three others and not with two, so that one share
   * wants to turn it: a third of the largest current.
   */
  @Test
  void clearanceAsksThatOthersMissByMore() throws IOException {
    List<String> one = List.of("+-+-");
    String plan = "until: verified";
    SetReading third = train(new Device(0.1), one, List.of("time: 20 ns", plan, "clearance: 33 %"));
    assertThat(third.isHeld()).isTrue();
    SetReading more = train(new Device(0.1), one, List.of("time: 20 ns", plan, "clearance: 34 %"));
    assertThat(more.isHeld()).isFalse();
    // a block and five pulses, with a nanosecond of rest after each: 4 + 5 x 3 = 19 ns
    assertThat(more.looks()).isEqualTo(6);
  }

  /** Fewer copies back count first, then the smaller current that keeps the pattern. */
  @Test
  void worseIsWhatFewerCopiesReach() {
    Memory half = memory(5, 0.9);
    Memory most = memory(9, 0.1);
    Memory firm = memory(9, 0.2);
    assertThat(SetReading.worst(List.of(most, half))).isEqualTo(1);
    assertThat(SetReading.worst(List.of(half, most))).isZero();
    assertThat(SetReading.worst(List.of(firm, most))).isEqualTo(1);
  }

  private static Memory memory(int recalled, double stability) {
    return new Memory(Pattern.parse("+-+-"), stability, recalled, 10, -1, 1, 0.1, 0.5);
  }

  /** The sum drives the electrodes where both agree, the difference the others. */
  @Test
  void sumAndDifferenceWriteHebbsSum() throws IOException {
    Device device = new Device(0.1);
    train(device, List.of("drive: sum-and-difference", "slot: 4 ns", "time: 9 ns"));
    assertThat(device.done.subList(0, 2)).containsExactly("sum 0.0-4.0", "difference 4.0-8.0");
    // n1 and n2 are unlike in both patterns, n3 and n4 too; no other pair was driven
    double[][] expected = {
      {3.4, -1.4, -1, -1}, {-1.4, 3.4, -1, -1}, {-1, -1, 3.4, -1.4}, {-1, -1, -1.4, 3.4}
    };
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(device.g[i][j]).isCloseTo(expected[i][j], within(1e-12));
      }
    }
  }

  /**
   * With inverters one half is turned round whichever sign a pattern has: the weaker one, here n3
   * and n4, keeps the sign that it had.
   */
  @Test
  void withInvertersTheWeakerHalfKeepsItsCurrent() throws IOException {
    Device device = new Device(0.1);
    device.change(2, 3, -0.5);
    train(device, TWO, true, List.of("time: 20 ns", "until: verified", "order: in-turn"));
    // signs of n3 from the last block on
    assertThat(device.done.stream().filter(d -> !d.startsWith("off")).skip(1).limit(3))
        .allMatch(d -> d.charAt(2) == device.done.get(1).charAt(2));
    assertThat(
            device.done.stream()
                .filter(d -> !d.startsWith("off"))
                .limit(4)
                .map(d -> d.substring(0, 4)))
        .containsExactly("+-+-", "+--+", "-+-+", "+--+");
  }

  /** A pattern is shown with the sign that turns less current round. */
  @Test
  void showsTheSignThatTurnsLessCurrent() {
    double[][] g = new Device(0).g;
    List<Pattern> set = List.of(Pattern.parse("+-+-+-"), Pattern.parse("-+-++-"));
    double[][] even = new double[6][6];
    for (double[] row : even) {
      java.util.Arrays.fill(row, -1);
    }
    // of the pairs unlike in both, 4 keep their current and 1 turns it if the second is turned
    // round
    assertThat(SetTraining.signed(set, even))
        .containsExactly(Pattern.parse("+-+-+-"), Pattern.parse("+-+--+"));
    assertThat(SetTraining.signed(List.of(set.get(0)), g)).containsExactly(set.get(0));
  }
}
