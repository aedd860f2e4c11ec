package hopfilm.figures;

import hopfilm.chart.Figure;
import hopfilm.chart.Palette;
import hopfilm.grid.Grid;
import hopfilm.grid.VectorField;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * A film in little, for a page of many runs: magnetisation and current density without axes, the
 * contacts with their signs. A wide film has the current below, others beside it.
 */
public final class FilmThumbnail implements Figure {
  /** Of both pictures together [px]. */
  private static final int WIDTH = 490;

  private static final int GAP = 10;

  /** Films that are longer than high by more than this have the pictures below each other. */
  private static final double WIDE = 1.6;

  /** Larger films show every second, third ... cell: what is shown here is as small. */
  private static final int MAX_CELLS = 200;

  private static final int MAX_COLOURS = 256;

  private final FilmState film;
  private final List<ElectrodeMark> electrodes;
  private final CurrentScale scale;
  private final boolean isWide;
  private final int width;
  private final int height;

  /**
   * A film.
   *
   * @param electrodes their names are left out, their signs shown
   * @param scale of the current density; not used without current
   */
  public FilmThumbnail(FilmState film, List<ElectrodeMark> electrodes, CurrentScale scale) {
    this.film = film;
    this.electrodes = electrodes.stream().map(ElectrodeMark::unnamed).toList();
    this.scale = scale;
    Grid g = film.m().grid();
    double aspect = g.sizeX() / g.sizeY();
    this.isWide = aspect > WIDE;
    double most = isWide ? WIDTH : (WIDTH - GAP) / 2.0;
    this.width = (int) Math.max(20, Math.rint(Math.min(most, most * aspect)));
    this.height = (int) Math.max(20, Math.rint(Math.min(most, most / aspect)));
  }

  private int pictures() {
    return film.j() == null ? 1 : 2;
  }

  @Override
  public int width() {
    return isWide ? width : pictures() * (width + GAP) - GAP;
  }

  @Override
  public int height() {
    return isWide ? pictures() * (height + GAP) - GAP : height;
  }

  @Override
  public String description() {
    return "Magnetisation"
        + (film.j() == null ? "" : " and current density")
        + " of the film, "
        + film.heading();
  }

  @Override
  public void paint(Graphics2D g) {
    VectorField m = film.m();
    tile(g, 0, 0, i -> FilmLayer.mz(m, i), List.of());
    if (film.j() != null) {
      FilmFrame frame = new FilmFrame(m.grid(), 0, 0, width, height);
      tile(
          g,
          isWide ? 0 : width + GAP,
          isWide ? height + GAP : 0,
          i -> FilmLayer.isEmpty(m, i) ? FilmLayer.noFilm() : scale.argb(film.j(), i),
          Streamlines.of(film.j(), scale.least(), 1.5 * StreamlinePainter.SPACING / frame.scale()));
    }
  }

  private void tile(
      Graphics2D g, int x, int y, IntUnaryOperator argb, List<Streamlines.Line> lines) {
    FilmFrame frame = new FilmFrame(film.m().grid(), x, y, width, height);
    g.drawImage(cells(film.m().grid(), argb), x, y, width, height, null);
    StreamlinePainter.paint(g, frame, lines);
    ElectrodePainter.paint(g, frame, electrodes, film.voltages());
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.5f));
    g.draw(frame.bounds());
  }

  /** The cells, or every k-th of many, as an image with a palette, which takes a third of space. */
  private static BufferedImage cells(Grid grid, IntUnaryOperator argb) {
    BufferedImage all = FilmLayer.image(grid, argb);
    int every = (Math.max(grid.nx(), grid.ny()) + MAX_CELLS - 1) / MAX_CELLS;
    int nx = Math.max(1, grid.nx() / every);
    int ny = Math.max(1, grid.ny() / every);
    Map<Integer, Integer> places = new HashMap<>();
    List<Integer> colours = new ArrayList<>();
    int[] indices = new int[nx * ny];
    for (int k = 0; k < indices.length; k++) {
      int colour = all.getRGB(k % nx * every + every / 2, k / nx * every + every / 2);
      indices[k] =
          places.computeIfAbsent(
              colour,
              c -> {
                if (colours.size() == MAX_COLOURS) {
                  return nearest(colours, c);
                }
                colours.add(c);
                return colours.size() - 1;
              });
    }
    int[] palette = colours.stream().mapToInt(Integer::intValue).toArray();
    BufferedImage small =
        new BufferedImage(
            nx,
            ny,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.length, palette, 0, true, -1, DataBuffer.TYPE_BYTE));
    small.getRaster().setPixels(0, 0, nx, ny, indices);
    return small;
  }

  private static int nearest(List<Integer> colours, int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int k = 0; k < colours.size(); k++) {
      int distance = 0;
      for (int shift = 0; shift <= 24; shift += 8) {
        distance += Math.abs((colours.get(k) >> shift & 255) - (colour >> shift & 255));
      }
      if (distance < least) {
        least = distance;
        best = k;
      }
    }
    return best;
  }
}
