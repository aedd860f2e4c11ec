package hopfilm.chart;

import hopfilm.io.WholeFile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A GIF of several frames that repeats without end. */
public final class AnimatedGif {

  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private AnimatedGif() {}

  /**
   * A frame. A transparent pixel shows the frame before.
   *
   * @param image of 256 indexed colours
   * @param delay time that it stays, in hundredths of a second
   */
  public record Frame(BufferedImage image, int delay) {}

  /** Writes the frames one by one. */
  public static void write(Path file, Stream<Frame> frames) throws IOException {
    WholeFile.fill(file, part -> fill(part, frames.iterator()));
  }

  private static void fill(Path file, Iterator<Frame> frames) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      if (out == null) {
        throw new IOException(file + ": cannot write GIF");
      }
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (boolean isFirst = true; frames.hasNext(); isFirst = false) {
        Frame frame = frames.next();
        BufferedImage image = frame.image();
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        metadata.mergeTree(FORMAT, settings(frame, isFirst));
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadataNode settings(Frame frame, boolean isFirst) {
    IndexColorModel colours = (IndexColorModel) frame.image().getColorModel();
    int clear = colours.getTransparentPixel();
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", clear < 0 ? "none" : "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", clear < 0 ? "FALSE" : "TRUE");
    control.setAttribute("transparentColorIndex", Integer.toString(Math.max(0, clear)));
    control.setAttribute("delayTime", Integer.toString(frame.delay()));
    root.appendChild(table(colours));
    root.appendChild(control);
    if (isFirst) {
      IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
      IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      // sub-block 1: repeat without end
      loop.setUserObject(new byte[] {1, 0, 0});
      extensions.appendChild(loop);
      root.appendChild(extensions);
    }
    return root;
  }

  /** The colours of the frame: without them the writer uses a palette of its own. */
  private static IIOMetadataNode table(IndexColorModel colours) {
    IIOMetadataNode table = new IIOMetadataNode("LocalColorTable");
    table.setAttribute("sizeOfLocalColorTable", "256");
    table.setAttribute("sortFlag", "FALSE");
    for (int k = 0; k < 256; k++) {
      IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
      entry.setAttribute("index", Integer.toString(k));
      entry.setAttribute("red", Integer.toString(colours.getRed(k)));
      entry.setAttribute("green", Integer.toString(colours.getGreen(k)));
      entry.setAttribute("blue", Integer.toString(colours.getBlue(k)));
      table.appendChild(entry);
    }
    return table;
  }
}
