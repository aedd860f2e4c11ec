package hopfilm.hopfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hopfilm.transport.WiredGrid;
import hopfilm.transport.WiredGrid.Meetings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The fit finds what weights were drawn from. */
class MeetingGainsTest {

  private static final Meetings MEETINGS =
      WiredGrid.of(new WiredGrid.Plan(8, 16, 16, true, 1)).meetings();

  private static MeetingGains of(MeetingLaw law, int films, int patterns) {
    return MeetingGains.of(MEETINGS, films(law, films, patterns));
  }

  private static List<MeetingGains.Film> films(MeetingLaw law, int films, int patterns) {
    List<MeetingGains.Film> all = new ArrayList<>();
    for (int k = 0; k < films; k++) {
      SplittableRandom random = new SplittableRandom(k);
      List<Pattern> set = Pattern.uncorrelated(patterns, 16, random);
      all.add(new MeetingGains.Film(law.draw(MEETINGS, set, random).gPrime(), set));
    }
    return all;
  }

  @Test
  void isExactWithoutScatter() {
    MeetingLaw law = new MeetingLaw(-0.1, 0.4, 0.5, 0);
    MeetingGains g = of(law, 1, 3);
    assertThat(g.gains().stream().map(MeetingGains.Gain::share))
        .containsExactly(0.0, 1 / 3.0, 2 / 3.0, 1.0);
    for (int k = 0; k < 4; k++) {
      double share = g.gains().get(k).share();
      assertThat(g.gains().get(k).siemens()).isEqualTo(law.gain(share), within(1e-12));
      assertThat(g.relative(k)).isEqualTo(Math.sqrt(share), within(1e-12));
    }
    assertThat(g.scatter()).isLessThan(1e-12);
  }

  /** 40 films of 120 pairs: gains within four standard errors, the scatter to four times 1 %. */
  @Test
  void findsGainsAndScatter() {
    MeetingLaw law = new MeetingLaw(-0.08, 0.35, 0.6, 0.14);
    MeetingGains g = of(law, 40, 2);
    assertThat(g.gains())
        .hasSize(3)
        .allSatisfy(
            gain -> {
              assertThat(gain.siemens())
                  .isEqualTo(law.gain(gain.share()), within(4 * gain.error()));
              assertThat(gain.error()).isBetween(0.001, 0.02);
            });
    assertThat(g.scatter()).isEqualTo(0.14, within(0.04 * 0.14));
  }

  /**
   * Independent places scatter along patterns as across them; a pattern written as a whole is seen.
   */
  @Test
  void tellsPlacesThatScatterTogether() {
    List<MeetingGains.Film> films = films(new MeetingLaw(-0.08, 0.35, 0.6, 0.14), 40, 2);
    MeetingGains g = MeetingGains.of(MEETINGS, films);
    // 1280 currents, tied by pairs: four times 2.8 %
    assertThat(g.along()).isEqualTo(1, within(0.11));
    // films in which all that the first pattern asks for came out better or worse together
    SplittableRandom random = new SplittableRandom(3);
    for (MeetingGains.Film f : films) {
      Pattern p = f.patterns().get(0);
      double together = 0.1 * random.nextGaussian();
      for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 16; j++) {
          f.weights()[i][j] += i == j ? 0 : together * p.sign(i) * p.sign(j);
        }
      }
    }
    assertThat(MeetingGains.of(MEETINGS, films).along()).isGreaterThan(1.3);
  }

  /** Driven places gain 0.1 and others lose it: each changes by 0.1 as the pattern asks. */
  @Test
  void aMarginIsWhatPlacesGainForAPattern() {
    MeetingGains.Film film = films(new MeetingLaw(-0.1, 0.1, 1, 0), 1, 1).get(0);
    MeetingGains g = new MeetingGains(List.of(), 0.5, 1);
    assertThat(g.margins(MEETINGS, film)).containsExactly(new double[] {0.2}, within(1e-12));
    Pattern negative = film.patterns().get(0).negated();
    MeetingGains.Film same = new MeetingGains.Film(film.weights(), List.of(negative));
    assertThat(g.margins(MEETINGS, same)).containsExactly(new double[] {0.2}, within(1e-12));
  }

  @Test
  void saysWhatCannotBeFitted() {
    Meetings two = new Meetings(new int[][] {{0, 1}, {1, 0}}, new int[2][2]);
    MeetingGains.Film film =
        new MeetingGains.Film(new double[2][2], List.of(Pattern.parse("+-"), Pattern.parse("++")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeetingGains.of(two, List.of(film)))
        .withMessageContaining("1 pairs of electrodes are too few");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeetingGains.of(two, List.of()))
        .withMessageContaining("no film");
    // each pair meets as often with either sign, and a pattern that is given twice drives all or
    // none
    int[][] once = new int[6][6];
    for (int[] row : once) {
      Arrays.fill(row, 1);
    }
    Pattern p = Pattern.parse("++-+-+");
    MeetingGains.Film twice = new MeetingGains.Film(new double[6][6], List.of(p, p));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeetingGains.of(new Meetings(once, once), List.of(twice)))
        .withMessageContaining("cannot be told apart");
  }
}
