package hopfilm.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of two greys as signs. */
class SignPictureTest {

  @TempDir Path folder;

  @Test
  void readsLinesOfSigns() throws IOException, DrawingException {
    Path file = Files.writeString(folder.resolve("x"), "+- +\r\n\u2212+-\n");
    assertThat(SignPicture.read(file)).isEqualTo("+-+-+-");
  }

  /** Row by row from the top left, and dark is -. */
  @Test
  void readsImages() throws IOException, DrawingException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xffffff);
    image.setRGB(2, 0, 0xd0d0d0);
    image.setRGB(1, 1, 0x303030);
    Path file = folder.resolve("a.png");
    ImageIO.write(image, "png", file.toFile());
    assertThat(SignPicture.read(file)).isEqualTo("+-+---");
  }

  @Test
  void refusesWhatIsNone() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "+-x");
    assertThatThrownBy(() -> SignPicture.read(text))
        .isInstanceOf(DrawingException.class)
        .hasMessageContaining("has no lines of + and - alone");
    Path other = Files.write(folder.resolve("b.png"), new byte[] {1, -2, 3});
    assertThatThrownBy(() -> SignPicture.read(other))
        .isInstanceOf(DrawingException.class)
        .hasMessageContaining("is not an image");
  }
}
