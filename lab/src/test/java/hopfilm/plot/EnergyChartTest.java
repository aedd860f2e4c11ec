package hopfilm.plot;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.FigureFiles;
import hopfilm.chart.Palette;
import hopfilm.result.PatternEnergies;
import hopfilm.result.PatternEnergies.PatternEnergy;
import hopfilm.result.PatternEnergies.Trained;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnergyChartTest {
  /** Rows of the image in which a colour covers more than a text or a legend would. */
  private static int[] rows(BufferedImage image, Color colour) {
    return IntStream.range(0, image.getHeight())
        .filter(
            y ->
                IntStream.range(0, image.getWidth())
                        .filter(x -> image.getRGB(x, y) == colour.getRGB())
                        .count()
                    > 60)
        .toArray();
  }

  private static PatternEnergies reading(double trained, double other, String minimum) {
    return new PatternEnergies(
        "after",
        List.of(new PatternEnergy("+-", trained), new PatternEnergy("++", other)),
        minimum,
        List.of(new Trained("+-", trained, trained < other, 1)),
        false);
  }

  @Test
  void negativeEnergiesHangBelowZero() {
    BufferedImage image = FigureFiles.png(EnergyChart.of(reading(-2e-6, 1e-6, "+-"), "untrained"));
    int[] trained = rows(image, Palette.VERMILLION);
    int[] other = rows(image, Palette.SKY);
    assertThat(trained[0]).isGreaterThanOrEqualTo(other[other.length - 1] - 3);
    // twice as long, to a few pixels of the axis line between them
    assertThat(trained.length).isBetween(2 * other.length - 12, 2 * other.length + 12);
  }

  @Test
  void energiesThatAreAllZeroOrRoundingAreDrawn() {
    // an unchanged film; ticks must not become as fine as the difference
    for (double tiny : new double[] {0, 1e-300, 1e-19}) {
      BufferedImage image =
          FigureFiles.png(EnergyChart.of(reading(tiny, -tiny, "++"), "untrained"));
      assertThat(image.getWidth()).isPositive();
    }
  }

  /** Signs of 784 contacts below each bar made a picture of 23 240 pixels. */
  @Test
  void patternsOfHundredsOfSignsAreNumbered() {
    List<PatternEnergy> energies =
        IntStream.range(0, 30)
            .mapToObj(k -> new PatternEnergy("+".repeat(700) + "-".repeat(k + 1), 1e-6 * k))
            .toList();
    PatternEnergies reading =
        new PatternEnergies("after", energies, energies.get(0).pattern(), List.of(), true);
    assertThat(FigureFiles.png(EnergyChart.of(reading, "untrained")).getHeight()).isLessThan(1500);
  }

  @Test
  void manyPatternsAreCutToTheLowestAndTheTrainedOne() {
    List<PatternEnergy> energies =
        IntStream.range(0, 127)
            .mapToObj(
                k ->
                    new PatternEnergy(
                        "+" + Integer.toBinaryString(128 + k).replace('0', '-').replace('1', '+'),
                        1e-12 * (200 - k)))
            .toList();
    String first = energies.get(0).pattern();
    PatternEnergies reading =
        new PatternEnergies(
            "after",
            energies,
            energies.get(126).pattern(),
            List.of(new Trained(first, 2e-10, false, -0.3)),
            true);
    List<PatternEnergy> shown = EnergyChart.shown(reading);
    assertThat(shown).hasSize(21).contains(energies.get(0), energies.get(126), energies.get(107));
    assertThat(FigureFiles.png(EnergyChart.of(reading, "untrained")).getWidth()).isLessThan(1500);
  }
}
