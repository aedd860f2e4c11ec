import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Copies a picture at half its size, or several side by side: {@code java HalfSize.java FROM.png... TO.png}. */
final class HalfSize {
  private HalfSize() {}

  public static void main(String[] args) throws Exception {
    List<BufferedImage> from = new ArrayList<>();
    int width = 0;
    int height = 0;
    for (int k = 0; k < args.length - 1; k++) {
      BufferedImage image = ImageIO.read(new File(args[k]));
      from.add(image);
      width += image.getWidth() / 2;
      height = Math.max(height, image.getHeight() / 2);
    }
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = to.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    int x = 0;
    for (BufferedImage image : from) {
      int wide = image.getWidth() / 2;
      int high = image.getHeight() / 2;
      g.drawImage(image, x, (height - high) / 2, wide, high, null);
      x += wide;
    }
    g.dispose();
    ImageIO.write(to, "png", new File(args[args.length - 1]));
  }
}
