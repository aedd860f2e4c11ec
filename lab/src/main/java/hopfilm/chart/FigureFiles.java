package hopfilm.chart;

import hopfilm.io.WholeFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Turns figures into PNG and SVG. */
public final class FigureFiles {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String BACKGROUND = "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>";
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  /** Pixels of a PNG for each of the figure: sharp on dense screens and in print. */
  private static final int PNG_SCALE = 2;

  private FigureFiles() {}

  /**
   * Writes {@code name.svg} and {@code name.png}.
   *
   * @return the figure as {@link #svg} gives it, to go into a page
   */
  public static String write(Path folder, String name, Figure figure) throws IOException {
    Files.createDirectories(folder);
    String svg = svg(figure, name);
    writeText(folder.resolve(name + ".svg"), document(svg));
    writePng(folder.resolve(name + ".png"), png(figure));
    return svg;
  }

  /**
   * Writes a figure into files of the caller's choice.
   *
   * @param files each ends with .svg or .png
   * @param name in front of every id in an SVG
   */
  public static void write(List<Path> files, String name, Figure figure) throws IOException {
    for (Path file : files) {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
        writeText(file, document(figure, name));
      } else {
        writePng(file, png(figure));
      }
    }
  }

  /**
   * Writes several figures.
   *
   * @param threads 1 writes them one after the other, more as many at a time as there are cores
   * @return each as {@link #svg} gives it, by its name
   */
  public static Map<String, String> write(Path folder, Map<String, Figure> figures, int threads)
      throws IOException {
    try {
      return each(figures, threads, f -> writeUnchecked(folder, f));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Draws several figures as {@link #write(Path, Map, int)} does, without files. */
  public static Map<String, String> draw(Map<String, Figure> figures, int threads) {
    return each(figures, threads, f -> svg(f.getValue(), f.getKey()));
  }

  private static Map<String, String> each(
      Map<String, Figure> figures, int threads, Function<Map.Entry<String, Figure>, String> work) {
    var all = figures.entrySet();
    return (threads > 1 ? all.parallelStream() : all.stream())
        .collect(Collectors.toMap(Map.Entry::getKey, work));
  }

  private static String writeUnchecked(Path folder, Map.Entry<String, Figure> f) {
    try {
      return write(folder, f.getKey(), f.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Copies a figure that was written before, SVG and PNG, under another name.
   *
   * @return the figure as {@link #svg} gives it, with ids of the new name
   */
  public static String copy(Path svg, Path folder, String name) throws IOException {
    String old = svg.getFileName().toString().replace(".svg", "");
    Path target = folder.resolve(name + ".svg");
    Files.copy(svg, target, StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        svg.resolveSibling(old + ".png"),
        folder.resolve(name + ".png"),
        StandardCopyOption.REPLACE_EXISTING);
    return embedded(svg, name);
  }

  /**
   * A figure that was written before, as {@link #svg} gives it with another name.
   *
   * @param name unique in the page, in front of every id
   */
  public static String embedded(Path svg, String name) throws IOException {
    String old = svg.getFileName().toString().replace(".svg", "");
    return embedded(svg).replace(old + "-", name + "-");
  }

  /** A figure that was written before, as {@link #svg} gives it. */
  public static String embedded(Path svg) throws IOException {
    String document = Files.readString(svg);
    return document.substring(document.indexOf("<svg")).replace(BACKGROUND, "");
  }

  private static void writeText(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes an image, whole or not at all. */
  public static void writePng(Path file, BufferedImage image) throws IOException {
    WholeFile.write(file, out -> out.write(Png.bytes(image)));
  }

  /** The figure as an SVG file on white. */
  public static String document(Figure figure, String name) {
    return document(svg(figure, name));
  }

  private static String document(String svg) {
    int inside = svg.indexOf('>') + 1;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + svg.substring(0, inside)
        + BACKGROUND
        + svg.substring(inside);
  }

  /** The figure as pixels on white. */
  public static BufferedImage png(Figure figure) {
    BufferedImage image =
        new BufferedImage(
            PNG_SCALE * figure.width(), PNG_SCALE * figure.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(PNG_SCALE, PNG_SCALE);
    hints(g);
    figure.paint(g);
    g.dispose();
    return image;
  }

  /**
   * The figure as an svg element without a declaration and without a background.
   *
   * @param name unique in the page, in front of every id
   */
  public static String svg(Figure figure, String name) {
    try {
      DOMImplementation dom =
          DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation();
      Document document = dom.createDocument(SVG, "svg", null);
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment(null);
      context.setPrecision(2);
      context.setIDGenerator(new PrefixedIds(name));
      context.setImageHandler(new PixelImages());
      // text as outlines: every viewer shows it alike, whatever fonts it has
      SVGGraphics2D g = new SVGGraphics2D(context, true);
      hints(g);
      figure.paint(g);
      Element root = g.getRoot();
      String size = "0 0 " + figure.width() + " " + figure.height();
      root.setAttribute("viewBox", size);
      root.setAttribute("width", Integer.toString(figure.width()));
      root.setAttribute("height", Integer.toString(figure.height()));
      root.setAttribute("role", "img");
      root.setAttribute("aria-label", figure.description());
      StringWriter out = new StringWriter();
      g.stream(root, out, true, false);
      String text = out.toString();
      return text.substring(text.indexOf("<svg")).replace("genericDefs", name + "-genericDefs");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hints(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.setBackground(Color.WHITE);
  }

  private static final class PrefixedIds extends SVGIDGenerator {
    private final String name;

    PrefixedIds(String name) {
      this.name = name.replaceAll("[^A-Za-z0-9]", "-");
    }

    @Override
    public String generateID(String prefix) {
      return name + "-" + super.generateID(prefix);
    }
  }

  /** Stores an image inside the SVG, one pixel a cell, to be enlarged without smoothing. */
  private static final class PixelImages extends ImageHandlerBase64Encoder {
    @Override
    public void handleHREF(Image image, Element element, SVGGeneratorContext context) {
      byte[] bytes;
      try {
        bytes = Png.bytes((BufferedImage) image);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      element.setAttributeNS(
          XLINK,
          "xlink:href",
          "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes));
      element.setAttribute("style", "image-rendering:pixelated");
      element.setAttribute("preserveAspectRatio", "none");
    }
  }
}
