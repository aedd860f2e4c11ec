package hopfilm.figures;

import hopfilm.chart.ColourMap;
import hopfilm.chart.Figure;
import hopfilm.chart.Fonts;
import hopfilm.chart.Legends;
import hopfilm.chart.Palette;
import hopfilm.chart.Prefix;
import hopfilm.chart.Ticks;
import hopfilm.grid.Grid;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Snapshots of a film side by side, each under its time, with a scale bar and the colours of mz.
 */
public final class FilmStrip implements Figure {
  /** In more frames a stripe would be too small to see. */
  static final int MAX_FRAMES = 6;

  private static final int LEFT = 16;
  private static final int TOP = 70;
  private static final int SIDE = 240;
  private static final int GAP = 14;
  private static final int BAR = 110;
  private static final int BOTTOM = 46;

  /** Between frames below each other, with the time of the next one. */
  private static final int ROW = 40;

  /** Room for a time [px]. */
  private static final int TIME = 110;

  private static final int MIN_BAR = 120;

  /** Films that are longer than high by more than this have the frames below each other. */
  private static final double WIDE = 2.5;

  private static final double MAX_STRETCH = 2.5;

  private final List<SnapshotPicture> frames;
  private final boolean isStacked;
  private final double width;
  private final double height;

  /**
   * @param frames at least one, all of one film
   */
  FilmStrip(List<SnapshotPicture> frames) {
    this.frames = List.copyOf(frames);
    Grid g = frames.get(0).grid();
    double aspect = g.sizeX() / g.sizeY();
    double side = SIDE * FilmFrame.stretch(Math.max(aspect, 1 / aspect), MAX_STRETCH);
    double scale = side / Math.max(g.sizeX(), g.sizeY());
    this.isStacked = aspect > WIDE;
    this.width = Math.max(10, Math.rint(scale * g.sizeX()));
    this.height = Math.max(10, Math.rint(scale * g.sizeY()));
  }

  /** Number of snapshots shown. */
  public int frames() {
    return frames.size();
  }

  private int columns() {
    return isStacked ? 1 : frames.size();
  }

  /** From the upper edge of the first frame to the lower one of the last. */
  private double below() {
    return isStacked ? frames.size() * (height + ROW) - ROW : height;
  }

  @Override
  public int width() {
    return (int) (LEFT + columns() * (Math.max(width, TIME) + GAP) + BAR);
  }

  @Override
  public int height() {
    return (int) (TOP + Math.max(below(), MIN_BAR) + BOTTOM);
  }

  @Override
  public String description() {
    return "The film at %d times from %s to %s"
        .formatted(frames.size(), time(frames.get(0)), time(frames.get(frames.size() - 1)));
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Palette.INK);
    String layer = FilmLayer.note(frames.get(0).grid());
    Fonts.draw(g, Fonts.TITLE, "The film over time" + layer, LEFT, 26, Fonts.Anchor.START);
    for (int k = 0; k < frames.size(); k++) {
      double x = isStacked ? LEFT : LEFT + k * (Math.max(width, TIME) + GAP);
      double y = isStacked ? TOP + k * (height + ROW) : TOP;
      g.drawImage(frames.get(k).cells(), (int) x, (int) y, (int) width, (int) height, null);
      g.setColor(Palette.INK);
      g.setStroke(new BasicStroke(1.5f));
      g.draw(new Rectangle2D.Double(x, y, width, height));
      Fonts.draw(g, Fonts.LABEL, time(frames.get(k)), x, y - 10, Fonts.Anchor.START);
    }
    scaleBar(g);
    Legends.bar(
        g,
        LEFT + columns() * (Math.max(width, TIME) + GAP) + 4,
        TOP,
        Math.max(below(), MIN_BAR),
        ColourMap.DIVERGING,
        -1,
        1,
        "mz");
  }

  /** A round length of about a third of the film. */
  private void scaleBar(Graphics2D g) {
    double size = frames.get(0).grid().sizeX();
    List<Double> ticks = Ticks.between(0, size, 4);
    double length = ticks.size() > 1 ? ticks.get(1) : size;
    double y = TOP + below() + 16;
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    g.draw(new Line2D.Double(LEFT, y, LEFT + width * length / size, y));
    Fonts.centre(
        g,
        Fonts.TICK,
        Prefix.format(length, "m"),
        LEFT + width * length / size + 10,
        y,
        Fonts.Anchor.START);
  }

  private static String time(SnapshotPicture f) {
    return "t = " + (f.time() == 0 ? "0" : Prefix.format(f.time(), "s"));
  }
}
