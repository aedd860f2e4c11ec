package hopfilm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Pixels of charts whose picture is known in advance. */
class CurveChartTest {

  /** Pixels of a PNG for each of the figure. */
  private static final int SCALE = 2;

  private static final PlotAxis UNIT = new PlotAxis(0, 1, false);
  private static final int TOP = 72;
  private static final int LEFT = 96;
  private static final int HEIGHT = 200;

  private static CurveChart chart() {
    return new CurveChart("title", "subtitle", "x", "y").plotHeight(HEIGHT).axes(UNIT, UNIT);
  }

  /** First and last row of a column in which a colour lies; {-1, -1} if in none. */
  private static int[] rows(BufferedImage image, double x, Color colour) {
    int[] found = {-1, -1};
    for (int y = 0; y < image.getHeight(); y++) {
      if (image.getRGB((int) (SCALE * x), y) == colour.getRGB()) {
        found[0] = found[0] < 0 ? y : found[0];
        found[1] = y;
      }
    }
    return found;
  }

  @Test
  void curvesAreCutOffAtTheEdgesOfGivenAxes() {
    Figure figure =
        chart().line("a", new double[] {0, 1}, new double[] {2, -1}).namesAtEnds().figure();
    BufferedImage image = FigureFiles.png(figure);
    double plot = figure.width() - LEFT - 20;
    // of a fall from 2 to -1 the plot from 0 to 1 shows the middle third
    assertThat(rows(image, LEFT + 0.1 * plot, Palette.BLUE)[0]).isEqualTo(-1);
    assertThat(rows(image, LEFT + 0.9 * plot, Palette.BLUE)[0]).isEqualTo(-1);
    assertThat(rows(image, LEFT + 0.5 * plot, Palette.BLUE)[0])
        .isBetween(SCALE * (TOP + HEIGHT / 2) - 10, SCALE * (TOP + HEIGHT / 2) + 10);
    assertThat(rows(image, LEFT + 0.34 * plot, Palette.BLUE)[0])
        .isBetween(SCALE * TOP, SCALE * TOP + 20);
  }

  /**
   * A band from x = 0.4 on, and one at a single x: no colour where there are no bounds, from the
   * upper bound to the lower one where there are.
   */
  @Test
  void aBandIsLeftOutWhereItHasNoBounds() {
    double none = Double.NaN;
    double[] middle = {0.5, 0.5, 0.5, 0.5};
    Color band = blend(Palette.BLUE);
    for (double[] low : new double[][] {{none, 0.2, 0.2, 0.2}, {none, 0.2, none, none}}) {
      double[] high = {none, 0.8, low[2] + 0.6, low[3] + 0.6};
      Figure figure = chart().band("a", new double[] {0, 0.4, 0.7, 1}, middle, low, high).figure();
      BufferedImage image = FigureFiles.png(figure);
      double plot = figure.width() - LEFT - 20;
      // columns between lines of the grid
      assertThat(rows(image, LEFT + 0.33 * plot, band)).containsExactly(-1, -1);
      int[] at = rows(image, LEFT + 0.4 * plot + 2, band);
      assertThat(at[0]).isBetween(SCALE * (TOP + 40) - 8, SCALE * (TOP + 40) + 8);
      assertThat(at[1]).isBetween(SCALE * (TOP + 160) - 8, SCALE * (TOP + 160) + 8);
      boolean isWide = Double.isFinite(low[2]);
      assertThat(rows(image, LEFT + 0.55 * plot, band)[0] >= 0).isEqualTo(isWide);
    }
  }

  /** A colour of a band on paper. */
  private static Color blend(Color c) {
    BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = pixel.createGraphics();
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, 1, 1);
    g.setColor(Palette.withAlpha(c, 0.2));
    g.fillRect(0, 0, 1, 1);
    return new Color(pixel.getRGB(0, 0));
  }

  /** Curves that end at one value have their names one below the other. */
  @Test
  void namesAtEndsDoNotCoverEachOther() {
    double[] x = {0, 1};
    Figure figure =
        chart()
            .line("first", x, new double[] {0, 0.5})
            .line("second", x, new double[] {1, 0.5})
            .namesAtEnds()
            .figure();
    BufferedImage image = FigureFiles.png(figure);
    // the piece of line before each name ends 6 pixels before it, at the same place for all
    double piece = 0;
    for (int k = figure.width() - 1; k > 0 && piece == 0; k--) {
      piece = rows(image, k, Palette.BLUE)[0] > 0 ? k - 2 : 0;
    }
    int[] first = rows(image, piece, Palette.BLUE);
    int[] second = rows(image, piece, Palette.VERMILLION);
    int apart = Math.abs(first[0] - second[0]);
    assertThat(apart).isBetween(SCALE * 19, SCALE * 21);
    assertThat((first[0] + second[0]) / 2)
        .isBetween(SCALE * (TOP + HEIGHT / 2) - 6, SCALE * (TOP + HEIGHT / 2) + 6);
  }

  @Test
  void aShadedPartLiesWhereItIsAndNotOutsideThePlot() {
    Figure figure =
        chart()
            .line("a", new double[] {0, 1}, new double[] {0, 0})
            .shaded("training", 0.5, 3)
            .figure();
    BufferedImage image = FigureFiles.png(figure);
    double plot = figure.width() - LEFT - 20;
    int paper = Palette.PAPER.getRGB();
    int y = SCALE * (TOP + 50);
    assertThat(image.getRGB((int) (SCALE * (LEFT + 0.48 * plot)), y)).isEqualTo(paper);
    assertThat(image.getRGB((int) (SCALE * (LEFT + 0.52 * plot)), y)).isNotEqualTo(paper);
    assertThat(image.getRGB((int) (SCALE * (LEFT + 0.99 * plot)), y)).isNotEqualTo(paper);
    assertThat(image.getRGB((int) (SCALE * (LEFT + 1.01 * plot)), y)).isEqualTo(paper);
  }

  /** Long labels of ticks move the plot to the right rather than into the title of the axis. */
  @Test
  void longLabelsFindTheirRoom() {
    assertThat(PlotFrame.left(UNIT)).isEqualTo(LEFT);
    PlotAxis narrow = new PlotAxis(-100.00002, -100, false);
    assertThat(PlotFrame.left(narrow)).isGreaterThan(LEFT + 20);
  }
}
