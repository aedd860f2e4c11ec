package hopfilm.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
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

  private static List<List<List<Double>>> values(List<List<double[]>> lines) {
    return lines.stream()
        .map(line -> line.stream().map(p -> List.of(p[0], p[1])).toList())
        .toList();
  }

  @Test
  void aBlockHasFourCornersFromTheLowerLeft() {
    BufferedImage image = picture("     ", " ##  ", " ##  ");
    assertThat(values(ImageOutline.grey(image, 0.5, true)))
        .containsExactly(
            List.of(List.of(3.0, 0.0), List.of(3.0, 2.0), List.of(1.0, 2.0), List.of(1.0, 0.0)));
  }

  @Test
  void aHoleIsALineOfItsOwn() {
    assertThat(ImageOutline.grey(picture("###", "# #", "###"), 0.5, true)).hasSize(2);
    assertThat(ImageOutline.grey(picture("###", "# #", "###"), 0.5, false)).hasSize(1);
  }

  @Test
  void coloursAndTransparentPixels() {
    BufferedImage image = picture("#r .");
    assertThat(values(ImageOutline.colour(image, 0xf00000, 20)).get(0))
        .contains(List.of(1.0, 0.0), List.of(2.0, 1.0))
        .hasSize(4);
    // red is dark, white is light, the transparent pixel is neither
    assertThat(values(ImageOutline.grey(image, 0.5, true)).get(0)).contains(List.of(2.0, 1.0));
    assertThat(values(ImageOutline.grey(image, 0.5, false)).get(0))
        .contains(List.of(2.0, 0.0), List.of(3.0, 1.0));
    assertThat(ImageOutline.colour(image, 0x00ff00, 20)).isEmpty();
  }

  /** Two pixels that touch at a corner: what an odd number of lines encloses is the two. */
  @Test
  void pixelsThatTouchAtACorner() {
    List<List<double[]>> lines = ImageOutline.grey(picture("# ", " #"), 0.5, true);
    assertThat(lines.stream().mapToInt(List::size).sum()).isEqualTo(8);
  }
}
