package hopfilm.figures;

import hopfilm.chart.FigureFiles;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Grey pictures of a texture as microscopes show it, one pixel a cell, bright where m points up. A
 * film can begin with one: {@code initial: {texture: image}}.
 */
public final class MicroscopeImage {

  private MicroscopeImage() {}

  /**
   * m_z of the uppermost layer, black for -1 and white for 1, as the polar Kerr effect shows it.
   */
  public static void kerr(Path file, VectorField m) throws IOException {
    int columns = m.grid().nx() * m.grid().ny();
    int top = m.grid().index(0, 0, m.grid().nz() - 1);
    write(file, m.grid(), Arrays.copyOfRange(m.z(), top, top + columns), -1, 1);
  }

  /**
   * The gradient of the stray field, -dH_z/dz from its lowest (black) to its highest value (white),
   * as magnetic force microscopy shows it.
   *
   * @param gradient dH_z/dz in any unit, one number for each column of cells of the grid, x fastest
   */
  public static void mfm(Path file, Grid grid, double[] gradient) throws IOException {
    double[] shown = Arrays.stream(gradient).map(g -> -g).toArray();
    double low = Arrays.stream(shown).min().orElse(0);
    double high = Arrays.stream(shown).max().orElse(0);
    write(file, grid, shown, low, high);
  }

  private static void write(Path file, Grid grid, double[] values, double low, double high)
      throws IOException {
    BufferedImage image = new BufferedImage(grid.nx(), grid.ny(), BufferedImage.TYPE_BYTE_GRAY);
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        double share = high > low ? (values[i + grid.nx() * j] - low) / (high - low) : 0.5;
        int grey = (int) Math.round(255 * Math.max(0, Math.min(1, share)));
        image.getRaster().setSample(i, grid.ny() - 1 - j, 0, grey);
      }
    }
    FigureFiles.writePng(file, image);
  }
}
