package hopfilm.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ImageOutlineTest {

  /** A picture by its rows from the top: # is black, r red, a blank white, . transparent. */
  private static BufferedImage picture(String... rows) {
    BufferedImage image =
        new BufferedImage(rows[0].length(), rows.length, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length(); x++) {
        image.setRGB(
            x,
            y,
            switch (rows[y].charAt(x)) {
              case '#' -> 0xff000000;
              case 'r' -> 0xffff0000;
              case '.' -> 0x00000000;
              default -> 0xffffffff;
            });
      }
    }
    return image;
  }

  private static ImageOutline.Limits limits() {
    return new ImageOutline.Limits(100, new DrawingBudget());
  }

  private static List<List<List<Double>>> values(List<List<double[]>> lines) {
    return lines.stream()
        .map(line -> line.stream().map(p -> List.of(p[0], p[1])).toList())
        .toList();
  }

  @Test
  void aBlockHasFourCornersFromTheLowerLeft() throws DrawingException {
    BufferedImage image = picture("     ", " ##  ", " ##  ");
    assertThat(values(ImageOutline.grey(image, 0.5, true, limits())))
        .containsExactly(
            List.of(List.of(3.0, 0.0), List.of(3.0, 2.0), List.of(1.0, 2.0), List.of(1.0, 0.0)));
  }

  @Test
  void aHoleIsALineOfItsOwn() throws DrawingException {
    assertThat(ImageOutline.grey(picture("###", "# #", "###"), 0.5, true, limits())).hasSize(2);
    assertThat(ImageOutline.grey(picture("###", "# #", "###"), 0.5, false, limits())).hasSize(1);
  }

  @Test
  void coloursAndTransparentPixels() throws DrawingException {
    BufferedImage image = picture("#r .");
    assertThat(values(ImageOutline.colour(image, 0xf00000, 20, limits())).get(0))
        .contains(List.of(1.0, 0.0), List.of(2.0, 1.0))
        .hasSize(4);
    // red is dark, white is light, the transparent pixel is neither
    assertThat(values(ImageOutline.grey(image, 0.5, true, limits())).get(0))
        .contains(List.of(2.0, 1.0));
    assertThat(values(ImageOutline.grey(image, 0.5, false, limits())).get(0))
        .contains(List.of(2.0, 0.0), List.of(3.0, 1.0));
    assertThat(ImageOutline.colour(image, 0x00ff00, 20, limits())).isEmpty();
  }

  /** Two pixels that touch at a corner: what an odd number of lines encloses is the two. */
  @Test
  void pixelsThatTouchAtACorner() throws DrawingException {
    List<List<double[]>> lines = ImageOutline.grey(picture("# ", " #"), 0.5, true, limits());
    assertThat(lines.stream().mapToInt(List::size).sum()).isEqualTo(8);
  }

  /** Corners are counted before lines are made: a photograph has noise in each of its pixels. */
  @Test
  void aNoisyPictureIsRefusedWithTheNumberOfItsCorners() {
    BufferedImage image = new BufferedImage(8000, 4000, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < 4000; y++) {
      for (int x = y % 2; x < 8000; x += 2) {
        image.getRaster().setSample(x, y, 0, 1);
      }
    }
    assertThatThrownBy(() -> ImageOutline.grey(image, 0.5, true, limits()))
        .isInstanceOf(DrawingException.class)
        .hasMessageContaining("has 64000000 corners, and 100 are allowed")
        .hasMessageContaining("smooth out the noise of the picture or scale it down");
  }

  /** One long line, whose sides are as many as a large picture has pixels. */
  @Test
  void stripesHaveFewCorners() throws DrawingException {
    BufferedImage image = new BufferedImage(8000, 49, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 1; y < 49; y += 2) {
      for (int x = 0; x < 8000; x++) {
        image.getRaster().setSample(x, y, 0, 1);
      }
    }
    assertThat(ImageOutline.grey(image, 0.5, false, limits())).hasSize(24);
  }

  @Test
  void anInterruptedThreadGivesUp() {
    Thread.currentThread().interrupt();
    BufferedImage image = picture("# ", " #");
    assertThatThrownBy(() -> ImageOutline.grey(image, 0.5, true, limits()))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
