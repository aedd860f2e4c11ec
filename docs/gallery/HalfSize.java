import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/** Copies a picture at half its size: {@code java HalfSize.java FROM.png TO.png}. */
final class HalfSize {
  private HalfSize() {}

  public static void main(String[] args) throws Exception {
    BufferedImage from = ImageIO.read(new File(args[0]));
    BufferedImage to =
        new BufferedImage(from.getWidth() / 2, from.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = to.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(from, 0, 0, to.getWidth(), to.getHeight(), null);
    g.dispose();
    ImageIO.write(to, "png", new File(args[1]));
  }
}
