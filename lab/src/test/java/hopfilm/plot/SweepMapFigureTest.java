package hopfilm.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.FigureFiles;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepMapFigureTest {
  private static final MapData.Axis TWO = new MapData.Axis("columns", List.of("1", "2"));
  private static final MapData.Axis THREE = new MapData.Axis("rows", List.of("a", "b", "c"));

  /** Three rows of two cells; only the cell at the lower right is 1. */
  private static MapData map(MapData.Axis x, MapData.Axis y) {
    MapData.Cell no = new MapData.Cell(0, 0, 4);
    MapData.Cell yes = new MapData.Cell(1, 4, 4);
    return new MapData(
        "title",
        "subtitle",
        x,
        y,
        new MapData.Quantity("share", "", MapData.Scale.SHARE, List.of()),
        List.of(List.of(no, yes), List.of(no, no), List.of(no, no)));
  }

  @Test
  void columnsRunRightAndRowsRunUp() {
    Figure figure = SweepMapFigure.of(List.of(map(TWO, THREE)));
    assertThat(figure.description()).isEqualTo("share over columns and rows");
    BufferedImage image = FigureFiles.png(figure);
    int yes = ColourMap.SEQUENTIAL.rgb(1);
    int no = ColourMap.SEQUENTIAL.rgb(0);
    // corners of the cells, clear of the numbers in them
    int left = 62 + 10;
    int cell = 92;
    assertThat(pixel(image, left + 5, 76 + 5)).isEqualTo(no);
    assertThat(pixel(image, left + cell + 5, 76 + 5)).isEqualTo(no);
    assertThat(pixel(image, left + cell + 5, 76 + 2 * cell + 5)).isEqualTo(yes);
    assertThat(pixel(image, left + 5, 76 + 2 * cell + 5)).isEqualTo(no);
  }

  @Test
  void exchangedAxesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> map(THREE, TWO))
        .withMessageContaining("3 columns over 2 rows");
  }

  private static int pixel(BufferedImage image, int x, int y) {
    return image.getRGB(2 * x, 2 * y) & 0xffffff;
  }
}
