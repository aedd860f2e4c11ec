package hopfilm.figures;

import hopfilm.chart.Figure;
import hopfilm.chart.Palette;
import hopfilm.chart.Part;
import hopfilm.chart.Prefix;
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
import org.apache.commons.lang3.StringUtils;

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

  /** Half of the bits of each colour. */
  private static final int COARSE = 0x0f0f0f;

  private final FilmState film;
  private final List<ElectrodeMark> electrodes;
  private final CurrentScale scale;
  private final boolean isInPlane;
  private final boolean isWide;
  private final int width;
  private final int height;

  /**
   * A film.
   *
   * @param electrodes their names are left out, their signs shown
   * @param scale of the current density; not used without current
   * @param isInPlane whether the direction of m is shown instead of mz
   */
  public FilmThumbnail(
      FilmState film, List<ElectrodeMark> electrodes, CurrentScale scale, boolean isInPlane) {
    this.isInPlane = isInPlane;
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
    frames().forEach(f -> paintCells(g, f, 0));
    if (film.j() != null) {
      FilmFrame frame = frames().get(1);
      double apart = 1.5 * StreamlinePainter.SPACING / frame.scale();
      StreamlinePainter.paint(g, frame, Streamlines.of(film.j(), scale.least(), apart));
    }
    frames().forEach(f -> paintMarks(g, f));
  }

  /** The cells alone, in fewer colours: what changes where a film moves. */
  public Figure cells() {
    return new Part(this, g -> frames().forEach(f -> paintCells(g, f, COARSE)));
  }

  /** Contacts and edges alone: what stays where a film moves. */
  public Figure marks() {
    return new Part(this, g -> frames().forEach(f -> paintMarks(g, f)));
  }

  /** Whether the film was given with its current. */
  public boolean hasCurrent() {
    return film.j() != null;
  }

  /** Says what the colours are. */
  public String legend() {
    String m =
        (isInPlane
                ? "direction of m: hue in the plane, light up, dark down"
                : "mz, from \u22121 purple to 1 green")
            + FilmLayer.note(film.m().grid());
    return film.j() == null
        ? StringUtils.capitalize(m)
        : "%s: %s. %s: log\u2081\u2080 of the current density, from %s dark to %s bright (A/m\u00b2)"
            .formatted(
                isWide ? "Above" : "Left",
                m,
                isWide ? "Below" : "Right",
                Prefix.fixed(scale.low(), 1),
                Prefix.fixed(scale.high(), 1));
  }

  /** Place of the magnetisation, and of the current if there is any. */
  private List<FilmFrame> frames() {
    Grid g = film.m().grid();
    FilmFrame first = new FilmFrame(g, 0, 0, width, height);
    double x = isWide ? 0 : width + GAP;
    double y = isWide ? height + GAP : 0;
    return film.j() == null
        ? List.of(first)
        : List.of(first, new FilmFrame(g, x, y, width, height));
  }

  private int argb(FilmFrame frame, int cell) {
    VectorField m = film.m();
    boolean isFirst = frame.left() == 0 && frame.top() == 0;
    return FilmLayer.isEmpty(m, cell)
        ? FilmLayer.noFilm()
        : isFirst
            ? isInPlane ? FilmLayer.direction(m, cell) : FilmLayer.mz(m, cell)
            : scale.argb(film.j(), cell);
  }

  /**
   * @param dropped bits of each colour that are left out
   */
  private void paintCells(Graphics2D g, FilmFrame frame, int dropped) {
    BufferedImage image = cells(film.m().grid(), i -> argb(frame, i) | dropped);
    g.drawImage(image, (int) frame.left(), (int) frame.top(), width, height, null);
  }

  private void paintMarks(Graphics2D g, FilmFrame frame) {
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
