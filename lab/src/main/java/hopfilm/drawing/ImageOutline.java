package hopfilm.drawing;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The outline of some pixels of an image: its pixels are squares. */
public final class ImageOutline {

  /** Pixels, by their column and their row from the top. */
  private interface Pixels {
    boolean has(int x, int y);
  }

  /**
   * What an outline may take.
   *
   * @param corners at most
   * @param budget for the work
   */
  public record Limits(int corners, DrawingBudget budget) {}

  /** Comparisons of bits that make up the work of a pixel, roughly. */
  private static final double SHARE_OF_A_PIXEL = 0.2;

  private final int width;
  private final int height;
  private final DrawingBudget budget;

  /** Row by row from below, with a rim of pixels outside all around. */
  private final BitSet inside;

  private ImageOutline(BufferedImage image, Pixels pixels, DrawingBudget budget)
      throws DrawingException {
    this.width = image.getWidth();
    this.height = image.getHeight();
    this.budget = budget;
    this.inside = new BitSet((width + 2) * (height + 2));
    for (int y = 0; y < height; y++) {
      budget.pixels(width);
      for (int x = 0; x < width; x++) {
        inside.set(x + 1 + (y + 1) * (width + 2), pixels.has(x, height - 1 - y));
      }
    }
  }

  /**
   * The pixels darker, or lighter, than a grey.
   *
   * @param threshold grey from 0 (black) to 1 (white); a transparent pixel is in neither
   * @return closed lines of corners {x, y} in pixels, the lower left corner of the image at the
   *     origin and y up; empty if there is no such pixel
   * @throws DrawingException if there are more corners
   */
  public static List<List<double[]>> grey(
      BufferedImage image, double threshold, boolean isDark, Limits limits)
      throws DrawingException {
    boolean isOpaque = !image.getColorModel().hasAlpha();
    return new ImageOutline(
            image,
            (x, y) ->
                (isOpaque || isOpaque(image.getRGB(x, y)))
                    && GreyPicture.at(image, x, y) < threshold == isDark,
            limits.budget)
        .lines(limits.corners);
  }

  /**
   * The pixels of a colour.
   *
   * @param rgb 0xRRGGBB
   * @param tolerance how far each of red, green and blue may be away, of 255
   * @throws DrawingException if there are more corners
   */
  public static List<List<double[]>> colour(
      BufferedImage image, int rgb, int tolerance, Limits limits) throws DrawingException {
    return new ImageOutline(
            image,
            (x, y) -> {
              int argb = image.getRGB(x, y);
              return isOpaque(argb)
                  && Math.abs(((argb >> 16) & 255) - ((rgb >> 16) & 255)) <= tolerance
                  && Math.abs(((argb >> 8) & 255) - ((rgb >> 8) & 255)) <= tolerance
                  && Math.abs((argb & 255) - (rgb & 255)) <= tolerance;
            },
            limits.budget)
        .lines(limits.corners);
  }

  private static boolean isOpaque(int argb) {
    return argb >>> 24 >= 128;
  }

  /** Walks along the sides between pixels in and out, those inside on the left. */
  private List<List<double[]>> lines(int most) throws DrawingException {
    int[] corners = corners(most);
    int[] taken = new int[corners.length];
    int[] steps = {1, width + 1, -1, -width - 1};
    List<List<double[]>> lines = new ArrayList<>();
    for (int k = 0; k < corners.length; k++) {
      while (taken[k] < bends(corners[k])) {
        List<double[]> line = new ArrayList<>();
        int at = corners[k];
        do {
          int from = at;
          int step = steps[way(at, taken[Arrays.binarySearch(corners, at)]++)];
          do {
            at += step;
          } while (bends(at) == 0);
          budget.pixels(SHARE_OF_A_PIXEL * (at - from) / step);
          line.add(new double[] {at % (width + 1), Math.floorDiv(at, width + 1)});
        } while (at != corners[k]);
        lines.add(line);
      }
    }
    return lines;
  }

  /** Where lines bend, in ascending order. */
  private int[] corners(int most) throws DrawingException {
    int[] corners = new int[Math.min(most, (width + 1) * (height + 1))];
    int n = 0;
    long bends = 0;
    for (int at = 0; at < (width + 1) * (height + 1); at++) {
      int here = bends(at);
      bends += here;
      if (here > 0 && bends <= most) {
        corners[n++] = at;
      }
      if (at % (width + 1) == 0) {
        budget.pixels(SHARE_OF_A_PIXEL * width);
      }
    }
    if (bends > most) {
      throw new DrawingException(
          ("the outline of these pixels has %d corners, and %d are allowed for one experiment:"
                  + " smooth out the noise of the picture or scale it down, or give another threshold")
              .formatted(bends, most));
    }
    return Arrays.copyOf(corners, n);
  }

  /** The pixels around a place: 1 lower left, 2 lower right, 4 upper left, 8 upper right. */
  private int around(int at) {
    int lowerLeft = at + Math.floorDiv(at, width + 1);
    int upperLeft = lowerLeft + width + 2;
    return (inside.get(lowerLeft) ? 1 : 0)
        + (inside.get(lowerLeft + 1) ? 2 : 0)
        + (inside.get(upperLeft) ? 4 : 0)
        + (inside.get(upperLeft + 1) ? 8 : 0);
  }

  /** How often lines bend here: once around one or three pixels, twice where two touch. */
  private int bends(int at) {
    int pixels = around(at);
    return pixels == 6 || pixels == 9 ? 2 : Integer.bitCount(pixels) & 1;
  }

  /** The n-th way from a corner: 0 to the right, 1 up, 2 to the left, 3 down. */
  private int way(int at, int n) {
    return switch (around(at)) {
      case 6 -> n == 0 ? 3 : 1;
      case 9 -> n == 0 ? 2 : 0;
      case 1, 3, 11 -> 2;
      case 2, 10, 14 -> 3;
      case 4, 5, 7 -> 1;
      default -> 0;
    };
  }
}
