package hopfilm.drawing;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The outline of some pixels of an image: its pixels are squares. */
public final class ImageOutline {

  /** Pixels, by their column and their row from the top. */
  private interface Pixels {
    boolean has(int x, int y);
  }

  private final BufferedImage image;
  private final Pixels isInside;

  private ImageOutline(BufferedImage image, Pixels isInside) {
    this.image = image;
    this.isInside = isInside;
  }

  /**
   * The pixels darker, or lighter, than a grey.
   *
   * @param threshold grey from 0 (black) to 1 (white); a transparent pixel is in neither
   * @return closed lines of corners {x, y} in pixels, the lower left corner of the image at the
   *     origin and y up; empty if there is no such pixel
   */
  public static List<List<double[]>> grey(BufferedImage image, double threshold, boolean isDark) {
    return new ImageOutline(
            image,
            (x, y) ->
                isOpaque(image.getRGB(x, y)) && GreyPicture.at(image, x, y) < threshold == isDark)
        .lines();
  }

  /**
   * The pixels of a colour.
   *
   * @param rgb 0xRRGGBB
   * @param tolerance how far each of red, green and blue may be away, of 255
   */
  public static List<List<double[]>> colour(BufferedImage image, int rgb, int tolerance) {
    return new ImageOutline(
            image,
            (x, y) -> {
              int argb = image.getRGB(x, y);
              return isOpaque(argb)
                  && Math.abs(((argb >> 16) & 255) - ((rgb >> 16) & 255)) <= tolerance
                  && Math.abs(((argb >> 8) & 255) - ((rgb >> 8) & 255)) <= tolerance
                  && Math.abs((argb & 255) - (rgb & 255)) <= tolerance;
            })
        .lines();
  }

  private static boolean isOpaque(int argb) {
    return argb >>> 24 >= 128;
  }

  private boolean at(int x, int y) {
    return x >= 0
        && y >= 0
        && x < image.getWidth()
        && y < image.getHeight()
        && isInside.has(x, image.getHeight() - 1 - y);
  }

  /** Walks along the sides between pixels in and out, those inside on the left. */
  private List<List<double[]>> lines() {
    int width = image.getWidth() + 1;
    Map<Long, List<Long>> sides = new HashMap<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (at(x, y)) {
          side(sides, !at(x, y - 1), corner(x, y, width), corner(x + 1, y, width));
          side(sides, !at(x + 1, y), corner(x + 1, y, width), corner(x + 1, y + 1, width));
          side(sides, !at(x, y + 1), corner(x + 1, y + 1, width), corner(x, y + 1, width));
          side(sides, !at(x - 1, y), corner(x, y + 1, width), corner(x, y, width));
        }
      }
    }
    List<List<double[]>> lines = new ArrayList<>();
    for (Long start : sides.keySet().stream().sorted().toList()) {
      while (!sides.get(start).isEmpty()) {
        lines.add(line(sides, start, width));
      }
    }
    return lines;
  }

  private static long corner(int x, int y, int width) {
    return x + (long) y * width;
  }

  private static void side(Map<Long, List<Long>> sides, boolean isRim, long from, long to) {
    if (isRim) {
      sides.computeIfAbsent(from, f -> new ArrayList<>(2)).add(to);
      sides.computeIfAbsent(to, f -> new ArrayList<>(2));
    }
  }

  private static List<double[]> line(Map<Long, List<Long>> sides, long start, int width) {
    List<double[]> corners = new ArrayList<>();
    long before = start;
    long at = sides.get(start).remove(0);
    long first = at - start;
    while (at != start) {
      long next = sides.get(at).remove(0);
      if (next - at != at - before) {
        corners.add(point(at, width));
      }
      before = at;
      at = next;
    }
    if (first != at - before) {
      corners.add(point(start, width));
    }
    return corners;
  }

  private static double[] point(long corner, int width) {
    return new double[] {corner % width, Math.floorDiv(corner, (long) width)};
  }
}
