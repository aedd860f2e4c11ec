package hopfilm.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures as files where the system does not play along. */
class FigureFilesTest {

  private static final Path FULL = Path.of("/dev/full");

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

  @Test
  void nameTheFileThatAFullDiskDoesNotTake() throws IOException {
    assumeTrue(Files.exists(FULL), "there is no /dev/full here");
    for (String name : List.of("a.svg", "a.png")) {
      Path file = folder.resolve(name);
      Files.createSymbolicLink(folder.resolve(name + ".part"), FULL);
      FileSystemException e =
          catchThrowableOfType(
              FileSystemException.class, () -> FigureFiles.write(List.of(file), "a", new Image()));
      assertThat(e.getFile()).isEqualTo(file.toString());
      assertThat(e.getReason()).contains("No space left");
      assertThat(file).doesNotExist();
    }
  }
}
