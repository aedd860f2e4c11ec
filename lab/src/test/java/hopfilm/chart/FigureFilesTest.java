package hopfilm.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures as files where the system does not play along. */
class FigureFilesTest {

  @TempDir Path folder;

  /** An image of four pixels. */
  private static final class Image implements Figure {
    @Override
    public int width() {
      return 20;
    }

    @Override
    public int height() {
      return 20;
    }

    @Override
    public String description() {
      return "an image";
    }

    @Override
    public void paint(Graphics2D g) {
      g.drawImage(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), 0, 0, 20, 20, null);
    }
  }

  /** ImageIO reads what {@link Png} wrote, pixel by pixel, transparency included. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_3BYTE_BGR
      })
  void aPngHasThePixelsOfItsImage(int type) throws IOException {
    BufferedImage image = new BufferedImage(37, 23, type);
    for (int k = 0; k < 37 * 23; k++) {
      image.setRGB(k % 37, k / 37, k * 0x9e3779b9);
    }
    Path file = folder.resolve("image.png");
    FigureFiles.writePng(file, image);
    BufferedImage read = ImageIO.read(file.toFile());
    for (int k = 0; k < 37 * 23; k++) {
      assertThat(read.getRGB(k % 37, k / 37)).isEqualTo(image.getRGB(k % 37, k / 37));
    }
    // a part of an image has the memory of the whole
    FigureFiles.writePng(file, image.getSubimage(5, 7, 11, 3));
    assertThat(ImageIO.read(file.toFile()).getRGB(2, 1)).isEqualTo(image.getRGB(7, 8));
  }

  @Test
  void needNoFolderForOtherFiles() throws IOException {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    File before = ImageIO.getCacheDirectory();
    ImageIO.setCacheDirectory(gone.toFile());
    try {
      Files.delete(gone);
      FigureFiles.write(folder, "figure", new Image());
    } finally {
      ImageIO.setCacheDirectory(before);
    }
    assertThat(Files.readString(folder.resolve("figure.svg"))).contains("data:image/png;base64,");
    assertThat(ImageIO.read(folder.resolve("figure.png").toFile()).getWidth()).isEqualTo(40);
  }
}
