package hopfilm.figures;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.chart.ColourMap;
import hopfilm.chart.FigureFiles;
import hopfilm.chart.Palette;
import hopfilm.grid.Disc;
import hopfilm.grid.Grid;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.VectorField;
import hopfilm.transport.Electrode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pixels of films whose picture is known in advance. */
class FilmFigureTest {
  /** Pixels of a PNG for each of the figure. */
  private static final int SCALE = 2;

  private static FilmState film(VectorField m, double... voltages) {
    return new FilmState("film", 1e-9, m, null, voltages.length == 0 ? null : voltages);
  }

  private static int pixel(BufferedImage image, double x, double y) {
    return image.getRGB((int) (SCALE * x), (int) (SCALE * y)) & 0xffffff;
  }

  /** Down everywhere, but up in the cell of the largest x and the smallest y. */
  @Test
  void xRunsRightAndYRunsUp() {
    Grid grid = Grid.film(5, 3, 4e-9, 1e-6);
    VectorField m = VectorField.uniform(grid, 0, 0, -1);
    m.z()[grid.index(4, 0, 0)] = 1;
    FilmFigure figure = FilmFigure.texture(film(m), List.of());
    BufferedImage image = FigureFiles.png(figure);
    FilmFrame f = figure.frame();
    assertThat(f.width()).isGreaterThanOrEqualTo(500);
    double cell = f.width() / 5;
    assertThat(f.height()).isEqualTo(3 * cell);
    int up = ColourMap.DIVERGING.rgb(1);
    int down = ColourMap.DIVERGING.rgb(0);
    double bottom = f.top() + f.height();
    assertThat(pixel(image, f.left() + 4.5 * cell, bottom - 0.5 * cell)).isEqualTo(up);
    assertThat(pixel(image, f.left() + 0.5 * cell, bottom - 0.5 * cell)).isEqualTo(down);
    assertThat(pixel(image, f.left() + 4.5 * cell, bottom - 1.5 * cell)).isEqualTo(down);
    assertThat(pixel(image, f.left() + 0.5 * cell, f.top() + 0.5 * cell)).isEqualTo(down);
    assertThat(pixel(image, f.left() + 4.5 * cell, f.top() + 0.5 * cell)).isEqualTo(down);
  }

  /** A cell is one square of one colour, up to its edges: nothing is smoothed. */
  @Test
  void cellsAreCrisp() {
    Grid grid = Grid.film(100, 100, 4e-9, 1e-6);
    VectorField m = VectorField.uniform(grid, 0, 0, -1);
    m.z()[grid.index(50, 50, 0)] = 1;
    FilmFigure figure = FilmFigure.texture(film(m), List.of());
    BufferedImage image = FigureFiles.png(figure);
    FilmFrame f = figure.frame();
    int cell = (int) (f.width() / 100);
    int left = SCALE * (int) (f.left() + 50 * cell);
    int top = SCALE * (int) (f.top() + 49 * cell);
    int up = ColourMap.DIVERGING.rgb(1);
    int inside = 0;
    for (int j = -4; j < SCALE * cell + 4; j++) {
      for (int i = -4; i < SCALE * cell + 4; i++) {
        inside += (image.getRGB(left + i, top + j) & 0xffffff) == up ? 1 : 0;
      }
    }
    assertThat(inside).isEqualTo(SCALE * cell * SCALE * cell);
  }

  /** A vector along +y: the head, which is wider than the shaft, lies above the middle. */
  @Test
  void arrowsPointAlongTheVector() {
    Grid grid = Grid.film(1, 1, 4e-9, 1e-6);
    for (int direction = 0; direction < 4; direction++) {
      double a = direction * Math.PI / 2;
      VectorField m = VectorField.uniform(grid, Math.cos(a), Math.sin(a), 0);
      FilmFigure figure = FilmFigure.texture(film(m), List.of());
      BufferedImage image = FigureFiles.png(figure);
      FilmFrame f = figure.frame();
      int cx = (int) (SCALE * (f.left() + f.width() / 2));
      int cy = (int) (SCALE * (f.top() + f.height() / 2));
      double momentX = 0;
      double momentY = 0;
      for (int j = -60; j <= 60; j++) {
        for (int i = -60; i <= 60; i++) {
          if (new Color(image.getRGB(cx + i, cy + j)).getRed() < 100) {
            momentX += i;
            momentY -= j;
          }
        }
      }
      double size = Math.hypot(momentX, momentY);
      assertThat(size).isGreaterThan(100);
      // the wrong direction would give 0 or -1; the middle is off by half a pixel
      assertThat((momentX * Math.cos(a) + momentY * Math.sin(a)) / size).isGreaterThan(0.9);
    }
  }

  @Test
  void directionsDifferInHueAndCellsWithoutFilmAreGrey() {
    Grid grid = Grid.film(3, 1, 4e-9, 1e-6);
    VectorField m = new VectorField(grid);
    m.x()[0] = 1;
    m.y()[1] = 1;
    FilmFigure figure = FilmFigure.direction(film(m), List.of());
    BufferedImage image = FigureFiles.png(figure);
    FilmFrame f = figure.frame();
    double cell = f.width() / 3;
    double y = f.top() + f.height() / 2;
    assertThat(pixel(image, f.left() + 0.5 * cell, y)).isEqualTo(ColourMap.direction(1, 0, 0));
    assertThat(pixel(image, f.left() + 1.5 * cell, y)).isEqualTo(ColourMap.direction(0, 1, 0));
    assertThat(pixel(image, f.left() + 2.5 * cell, y))
        .isEqualTo(Palette.NO_FILM.getRGB() & 0xffffff);
  }

  @Test
  void strongerCurrentIsLighter() {
    Grid grid = Grid.film(2, 1, 4e-9, 1e-6);
    VectorField j = new VectorField(grid);
    j.x()[0] = 1e11;
    j.y()[1] = -1e12;
    FilmState film = new FilmState("film", 0, VectorField.uniform(grid, 0, 0, 1), j, null);
    FilmFigure figure = FilmFigure.current(film, List.of(), new CurrentScale(10, 12));
    BufferedImage image = FigureFiles.png(figure);
    FilmFrame f = figure.frame();
    // lines are 27 pixels apart and 4 wide, so most pixels show the colour of the current
    int weak = 0;
    int strong = 0;
    for (int k = 5; k < f.height() - 5; k++) {
      double y = f.top() + k;
      weak += pixel(image, f.left() + 40, y) == ColourMap.SEQUENTIAL.rgb(0.5) ? 1 : 0;
      strong += pixel(image, f.left() + f.width() - 40, y) == ColourMap.SEQUENTIAL.rgb(1) ? 1 : 0;
    }
    assertThat(weak).isGreaterThan((int) (0.6 * f.height()));
    assertThat(strong).isGreaterThan((int) (0.6 * f.height()));
  }

  /**
   * The + electrode at the lower left is outlined in vermillion, the - one at the upper right in
   * blue.
   */
  @Test
  void electrodesLieWhereTheyAreAndShowTheirSign() {
    Grid grid = Grid.film(100, 100, 4e-9, 1e-6);
    List<ElectrodeMark> marks =
        List.of(
            ElectrodeMark.of(new Electrode("n1", new Disc(0, 0, 160e-9)), grid),
            ElectrodeMark.of(new Electrode("n3", new Disc(400e-9, 400e-9, 160e-9)), grid));
    FilmState film = film(VectorField.uniform(grid, 0, 0, 1), 0.05, -0.05);
    FilmFigure figure = FilmFigure.texture(film, marks);
    BufferedImage image = FigureFiles.png(figure);
    FilmFrame f = figure.frame();
    double diagonal = 160e-9 / Math.sqrt(2);
    assertThat(pixel(image, f.x(diagonal), f.y(diagonal)))
        .isEqualTo(Palette.VERMILLION.getRGB() & 0xffffff);
    assertThat(pixel(image, f.x(400e-9 - diagonal), f.y(400e-9 - diagonal)))
        .isEqualTo(Palette.BLUE.getRGB() & 0xffffff);
  }

  /** Inside an electrode only rounding flows: it neither shows nor stretches the scale. */
  @Test
  void roundingIsNoCurrent() {
    Grid grid = Grid.film(10, 10, 4e-9, 1e-6);
    VectorField j = VectorField.uniform(grid, 1e12, 0, 0);
    for (int i = 0; i < 30; i++) {
      j.x()[i] = 1e-3;
    }
    j.x()[31] = 1e11;
    j.x()[32] = 1e11;
    CurrentScale scale = CurrentScale.of(List.of(j));
    assertThat(scale.low()).isEqualTo(11);
    assertThat(scale.shows(1e-3)).isFalse();
    assertThat(scale.shows(1e9)).isTrue();
  }

  /** Electrodes of every shape show, those without an area too. */
  @Test
  void everyShapeOfElectrodeShows() {
    Grid grid = Grid.film(100, 100, 4e-9, 1e-6);
    List<hopfilm.grid.Shape> shapes =
        List.of(
            new Disc(200e-9, 200e-9, 0),
            new Rectangle(0, 0, 0, 400e-9),
            new Rectangle(0, 400e-9, 400e-9, 400e-9),
            new Polygon(new double[] {1e-7, 3e-7, 2e-7}, new double[] {1e-7, 1e-7, 3e-7}));
    for (hopfilm.grid.Shape shape : shapes) {
      FilmState film = film(VectorField.uniform(grid, 0, 0, 1), 0.05);
      FilmFigure figure =
          FilmFigure.texture(film, List.of(ElectrodeMark.of(new Electrode("a", shape), grid)));
      BufferedImage image = FigureFiles.png(figure);
      int pixels = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          pixels += image.getRGB(x, y) == Palette.VERMILLION.getRGB() ? 1 : 0;
        }
      }
      assertThat(pixels).as(shape.toString()).isGreaterThan(150);
    }
  }

  /** One pixel a cell in the file, the viewer told not to smooth it. */
  @Test
  void svgHoldsTheCellsAsTheyAre() throws Exception {
    Grid grid = new Grid(5, 3, 2, 4e-9, 8e-9, 1e-6);
    VectorField m = VectorField.uniform(grid, 0, 0, -1);
    m.z()[grid.index(4, 0, 1)] = 1;
    String svg = FigureFiles.svg(FilmFigure.texture(film(m), List.of()), "texture");
    assertThat(svg).contains("image-rendering:pixelated");
    Matcher data = Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=]+)").matcher(svg);
    assertThat(data.find()).isTrue();
    BufferedImage cells =
        ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.group(1))));
    assertThat(cells.getWidth()).isEqualTo(5);
    assertThat(cells.getHeight()).isEqualTo(3);
    assertThat(cells.getRGB(4, 2) & 0xffffff).isEqualTo(ColourMap.DIVERGING.rgb(1));
    assertThat(cells.getRGB(4, 0) & 0xffffff).isEqualTo(ColourMap.DIVERGING.rgb(0));
  }

  @Test
  void longFilmsStayOfAUsefulSize() {
    for (int[] n : new int[][] {{2000, 20}, {20, 2000}, {1, 1}, {3000, 3000}}) {
      FilmFrame f = FilmFrame.of(Grid.film(n[0], n[1], 1e-9, 1e-6), 0, 0);
      assertThat(f.width()).isBetween((double) n[0], Math.max(520.0, n[0]));
      assertThat(f.height()).isBetween(1.0, Math.max(1500.0, n[1]));
    }
  }
}
