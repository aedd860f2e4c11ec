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
