package hopfilm.plot;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.ColourMap;
import hopfilm.chart.FigureFiles;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatrixFigureTest {

  private static MatrixFigure figure(double[][] values) {
    List<String> names = IntStream.rangeClosed(1, values.length).mapToObj(n -> "n" + n).toList();
    return new MatrixFigure("G", "untrained", values, "S", names, 4);
  }

  /** A picture of 784 electrodes fits a screen, and a page of it a mail. */
  @Test
  void aLargeMatrixIsOnePicture() {
    double[][] values = new double[784][784];
    for (int i = 0; i < 784; i++) {
      for (int j = 0; j < 784; j++) {
        values[i][j] = Math.sin(i * 0.7 + j);
      }
    }
    MatrixFigure figure = figure(values);
    assertThat(figure.width()).isLessThan(1000);
    assertThat(figure.height()).isLessThan(1000);
    assertThat(FigureFiles.svg(figure, "g").length()).isLessThan(4_000_000);
  }

  /** The largest element is 50 columns left of the least and 70 rows below it. */
  @Test
  void rowsGoDown() {
    double[][] values = new double[120][120];
    values[100][20] = 3;
    values[30][70] = -3;
    BufferedImage png = FigureFiles.png(figure(values));
    Point most = first(png, ColourMap.DIVERGING.rgb(1));
    Point least = first(png, ColourMap.DIVERGING.rgb(0));
    double cell = (least.x - most.x) / 50.0;
    assertThat(cell).isGreaterThan(3);
    assertThat(most.y - least.y).isEqualTo((int) (70 * cell));
  }

  /** Left of the colour bar, which has these colours too. */
  private static Point first(BufferedImage png, int rgb) {
    for (int x = 0; x < png.getWidth(); x++) {
      for (int y = 0; y < png.getHeight(); y++) {
        if ((png.getRGB(x, y) & 0xffffff) == (rgb & 0xffffff)) {
          return new Point(x, y);
        }
      }
    }
    throw new AssertionError("no such colour");
  }
}
