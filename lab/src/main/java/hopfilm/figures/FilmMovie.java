package hopfilm.figures;

import hopfilm.chart.AnimatedGif;
import hopfilm.chart.ColourMap;
import hopfilm.chart.Fonts;
import hopfilm.chart.Prefix;
import hopfilm.grid.Grid;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The snapshots of a run as an animated GIF that repeats, the time above the film. */
final class FilmMovie {
  static final int MAX_FRAMES = 60;

  private static final int SIDE = 400;
  private static final int HEAD = 34;

  /** Colours of the GIF that show mz; the rest are greys. */
  private static final int MAP = 64;

  /** Hundredths of a second that a film of many frames and one of few is shown. */
  private static final int SHORTEST_DELAY = 10;

  private static final int WHOLE = 400;

  /** Time that the last frame stays, in hundredths of a second. */
  private static final int LAST_DELAY = 150;

  private FilmMovie() {}

  static void write(Path file, List<SnapshotPicture> frames) throws IOException {
    IndexColorModel colours = colours();
    int last = frames.size() - 1;
    int delay = Math.max(SHORTEST_DELAY, Math.min(80, WHOLE / frames.size()));
    AnimatedGif.write(
        file,
        IntStream.rangeClosed(0, last)
            .mapToObj(
                k ->
                    new AnimatedGif.Frame(
                        paint(frames.get(k), colours), k == last ? LAST_DELAY : delay)));
  }

  private static BufferedImage paint(SnapshotPicture frame, IndexColorModel colours) {
    Grid grid = frame.grid();
    // whole pixels a cell, unless a film has more cells than pixels
    double scale = SIDE / Math.max(grid.sizeX(), grid.sizeY()) * grid.dx();
    scale = (scale > 1 ? Math.floor(scale) : scale) / grid.dx();
    int width = (int) Math.max(120, Math.rint(scale * grid.sizeX()));
    int height = (int) Math.max(8, Math.rint(scale * grid.sizeY()));
    BufferedImage image = new BufferedImage(width, HEAD + height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, HEAD + height);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.drawImage(frame.cells(), 0, HEAD, width, height, null);
    g.setColor(Color.BLACK);
    String time = frame.time() == 0 ? "0" : Prefix.format(frame.time(), "s");
    Fonts.draw(g, Fonts.LABEL, "t = " + time, 6, HEAD - 11, Fonts.Anchor.START);
    g.dispose();
    return indexed(image, colours);
  }

  /** Turns each pixel into the index of its colour; colours outside the map become greys. */
  private static BufferedImage indexed(BufferedImage image, IndexColorModel colours) {
    Map<Integer, Integer> index = new HashMap<>();
    for (int k = 0; k < 256; k++) {
      index.put(ColourMap.DIVERGING.rgb(k / 255.0), Math.round(k * (MAP - 1) / 255f));
    }
    BufferedImage result =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] to = ((DataBufferByte) result.getRaster().getDataBuffer()).getData();
    int last = -1; // pixels of a cell are alike
    byte at = 0;
    for (int k = 0; k < from.length; k++) {
      int rgb = from[k] & 0xffffff;
      if (rgb != last) {
        last = rgb;
        int grey = MAP + Math.round((rgb >> 8 & 255) * (255 - MAP) / 255f);
        at = index.getOrDefault(rgb, grey).byteValue();
      }
      to[k] = at;
    }
    return result;
  }

  /** The colours of mz, then greys for text and cells without film. */
  private static IndexColorModel colours() {
    int[] rgb = new int[256];
    for (int k = 0; k < MAP; k++) {
      rgb[k] = ColourMap.DIVERGING.rgb(k / (MAP - 1.0));
    }
    for (int k = MAP; k < 256; k++) {
      int grey = Math.round(255f * (k - MAP) / (255 - MAP));
      rgb[k] = grey << 16 | grey << 8 | grey;
    }
    return new IndexColorModel(8, 256, rgb, 0, false, -1, DataBuffer.TYPE_BYTE);
  }
}
