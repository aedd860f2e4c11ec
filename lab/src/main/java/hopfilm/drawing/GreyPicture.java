package hopfilm.drawing;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** The greys of a picture on the cells of a film that it covers. */
public final class GreyPicture {

  private static final long MAX_PIXELS = 64_000_000;

  private GreyPicture() {}

  /**
   * Reads an image in one of the formats that Java knows: PNG, JPEG, GIF, BMP or TIFF.
   *
   * @throws DrawingException if it is none, or too large
   * @throws IOException if it cannot be read
   */
  public static BufferedImage read(Path file, DrawingBudget budget)
      throws IOException, DrawingException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new DrawingException(
            "%s is not an image in PNG, JPEG, GIF, BMP or TIFF".formatted(file));
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        long pixels = ask(reader, file, r -> Math.multiplyFull(r.getWidth(0), r.getHeight(0)));
        if (pixels > MAX_PIXELS) {
          throw new DrawingException(
              "%s has %d pixels; allowed up to %d, scale it down"
                  .formatted(file, pixels, MAX_PIXELS));
        }
        budget.pixels(pixels);
        return ask(reader, file, r -> r.read(0));
      } finally {
        reader.dispose();
      }
    }
  }

  /** What is asked of a reader. */
  private interface Asked<T> {
    T of(ImageReader reader) throws IOException;
  }

  private static <T> T ask(ImageReader reader, Path file, Asked<T> asked) throws DrawingException {
    try {
      return asked.of(reader);
    } catch (OutOfMemoryError e) {
      throw new DrawingException(
          "%s takes more memory than Java has here; scale it down, or give it more (export JAVA_TOOL_OPTIONS=-Xmx...)"
              .formatted(file));
    } catch (IOException | RuntimeException e) {
      // readers of damaged pictures end by exceptions of many kinds
      throw new DrawingException(
          "%s is a damaged picture, or of a kind that is not read; save it anew as PNG"
              .formatted(file));
    }
  }

  /**
   * Grey of a pixel from 0 to 1: of a grey picture the number that is stored, of a coloured one its
   * luma (ITU-R BT.601).
   */
  static double at(BufferedImage image, int x, int y) {
    ColorModel colours = image.getColorModel();
    if (colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
      // asked for its colour, Java would take the number for linear in light
      double most = (1L << colours.getComponentSize(0)) - 1;
      return image.getRaster().getSample(x, y, 0) / most;
    }
    int argb = image.getRGB(x, y);
    return (0.299 * ((argb >> 16) & 255) + 0.587 * ((argb >> 8) & 255) + 0.114 * (argb & 255))
        / 255;
  }

  /**
   * The mean grey of the pixels whose middles lie in each cell; where a cell has none, the grey of
   * the pixel in which its own middle lies.
   *
   * @return from 0 (black) to 1 (white), nx ny numbers, x fastest, the lowest row first
   * @throws DrawingException if the file is no picture
   * @throws IOException if it cannot be read
   */
  public static double[] onCells(Path file, int nx, int ny) throws IOException, DrawingException {
    DrawingBudget budget = new DrawingBudget();
    BufferedImage image = read(file, budget);
    int width = image.getWidth();
    int height = image.getHeight();
    double[] sum = new double[nx * ny];
    int[] count = new int[nx * ny];
    for (int y = 0; y < height; y++) {
      budget.pixels(width);
      int j = (int) ((height - 1 - y + 0.5) * ny / height);
      for (int x = 0; x < width; x++) {
        int cell = (int) ((x + 0.5) * nx / width) + nx * j;
        sum[cell] += at(image, x, y);
        count[cell]++;
      }
    }
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        int cell = i + nx * j;
        if (count[cell] == 0) {
          int x = (int) ((i + 0.5) * width / nx);
          int y = height - 1 - (int) ((j + 0.5) * height / ny);
          sum[cell] = at(image, x, y);
          count[cell] = 1;
        }
        sum[cell] /= count[cell];
      }
    }
    return sum;
  }
}
