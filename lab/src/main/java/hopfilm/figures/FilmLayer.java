package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Palette;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.IntUnaryOperator;

/** The layer of a film that is shown from above, and the colours of its cells (0xAARRGGBB). */
final class FilmLayer {
  private FilmLayer() {}

  /** The layer that is shown: the middle one. */
  static int of(Grid grid) {
    return grid.nz() / 2;
  }

  /** Says which layer of several is shown, counted from 1 at the bottom; empty for one layer. */
  static String note(Grid grid) {
    return grid.nz() == 1 ? "" : "; layer %d of %d".formatted(of(grid) + 1, grid.nz());
  }

  /**
   * A picture of one pixel a cell, the row of the largest y on top.
   *
   * @param argb colour of a cell by its index in the grid
   */
  static BufferedImage image(Grid grid, IntUnaryOperator argb) {
    BufferedImage image = new BufferedImage(grid.nx(), grid.ny(), BufferedImage.TYPE_INT_ARGB);
    int k = of(grid);
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        image.setRGB(i, grid.ny() - 1 - j, argb.applyAsInt(grid.index(i, j, k)));
      }
    }
    return image;
  }

  /** Colour of mz in a cell. */
  static int mz(VectorField m, int i) {
    return isEmpty(m, i) ? noFilm() : opaque(ColourMap.DIVERGING.rgb((m.z()[i] + 1) / 2));
  }

  /** Colour of the direction of m in a cell. */
  static int direction(VectorField m, int i) {
    return isEmpty(m, i) ? noFilm() : opaque(ColourMap.direction(m.x()[i], m.y()[i], m.z()[i]));
  }

  /**
   * Colour of cells of which no more is shown than that they hold film.
   *
   * @param region with a material of its own, from 1 on, or 0
   */
  static int film(int region) {
    if (region == 0) {
      return opaque(0xc9dcea);
    }
    Color c = Palette.SERIES.get(region % Palette.SERIES.size());
    // half way to white, so that electrodes and names stand out
    int half = 0x7f7f7f & (c.getRGB() >> 1);
    return opaque(half + 0x7f7f7f);
  }

  /** Colour of cells that hold no film. */
  static int noFilm() {
    return opaque(Palette.NO_FILM.getRGB());
  }

  /** True where a cell holds no film: m = 0. */
  static boolean isEmpty(VectorField m, int i) {
    return m.x()[i] == 0 && m.y()[i] == 0 && m.z()[i] == 0;
  }

  static double magnitude(VectorField f, int i) {
    return Math.sqrt(f.x()[i] * f.x()[i] + f.y()[i] * f.y()[i] + f.z()[i] * f.z()[i]);
  }

  static int opaque(int rgb) {
    return 0xff000000 | rgb;
  }
}
