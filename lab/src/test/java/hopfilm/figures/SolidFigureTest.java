package hopfilm.figures;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.ColourMap;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Palette;
import hopfilm.grid.Disc;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import hopfilm.transport.Electrode;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A film in space: what is where. */
class SolidFigureTest {
  private static final Grid CUBE = new Grid(10, 10, 10, 4e-9, 4e-9, 4e-9);

  private static int pixel(SolidFigure figure, double x, double y, double z) {
    BufferedImage image = FigureFiles.png(figure);
    Point2D at = figure.at(x, y, z);
    double scale = image.getWidth() / (double) figure.width();
    return image.getRGB((int) (scale * at.getX()), (int) (scale * at.getY()));
  }

  /** Dark below and light above, but for the cells at x = y = high. */
  @Test
  void facesShowTheCellsThatLieThere() {
    VectorField m = VectorField.uniform(CUBE, 0, 0, -1);
    for (int c = 0; c < CUBE.cells(); c++) {
      m.z()[c] = c / 100 >= 5 ? 1 : -1;
    }
    m.z()[CUBE.index(9, 9, 9)] = 0;
    m.x()[CUBE.index(9, 9, 9)] = 1;
    SolidFigure figure = new SolidFigure(new FilmState("film", 0, m, null, null), List.of());
    int up = 0xff000000 | ColourMap.DIVERGING.rgb(1);
    int down = 0xff000000 | ColourMap.DIVERGING.rgb(0);
    assertThat(pixel(figure, 10e-9, 0, 10e-9)).isEqualTo(down);
    assertThat(pixel(figure, 10e-9, 0, 30e-9)).isEqualTo(up);
    assertThat(pixel(figure, 40e-9, 20e-9, 10e-9)).isEqualTo(down);
    assertThat(pixel(figure, 40e-9, 20e-9, 30e-9)).isEqualTo(up);
    assertThat(pixel(figure, 20e-9, 20e-9, 40e-9)).isEqualTo(up);
    int level = 0xff000000 | ColourMap.DIVERGING.rgb(0.5);
    assertThat(pixel(figure, 38e-9, 38e-9, 40e-9)).isEqualTo(level);
    assertThat(pixel(figure, 40e-9, 38e-9, 38e-9)).isEqualTo(level);
  }

  /** A disc on +x has the coordinates (y, z); its rim is vermillion at a positive voltage. */
  @Test
  void electrodesLieOnTheirFace() {
    Electrode e = new Electrode("a", new Disc(20e-9, 12e-9, 10e-9)).on(Face.HIGH_X);
    VectorField m = VectorField.uniform(CUBE, 0, 0, 1);
    FilmState film = new FilmState("film", 0, m, null, new double[] {0.1});
    SolidFigure figure = new SolidFigure(film, List.of(ElectrodeMark.of(e, CUBE)));
    int rim = Palette.VERMILLION.getRGB();
    assertThat(pixel(figure, 40e-9, 10e-9, 12e-9)).isEqualTo(rim);
    assertThat(pixel(figure, 40e-9, 20e-9, 22e-9)).isEqualTo(rim);
    assertThat(pixel(figure, 40e-9, 20e-9, 30e-9)).isNotEqualTo(rim);
  }
}
