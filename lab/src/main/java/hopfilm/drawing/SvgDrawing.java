package hopfilm.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An SVG drawing by the names of its elements: their {@code id}, or the label that Inkscape shows
 * for them. Areas have the units of the viewBox; the lower left corner of the page is the origin
 * and y goes up.
 */
public final class SvgDrawing {

  private static final String INKSCAPE = "http://www.inkscape.org/namespaces/inkscape";

  /** Beyond that the reader of XML takes too long. */
  private static final long LARGEST = 20_000_000;

  private static final int MAX_ENTITIES = 2000;

  /** Characters that all of them stand for. */
  private static final int LONGEST_ENTITIES = 1_000_000;

  /** Of the messages with which the reader of XML refuses what is too much. */
  private static final Pattern LIMIT = Pattern.compile("JAXP000100[01]\\d");

  private final Map<String, Element> named = new LinkedHashMap<>();
  private final AffineTransform page;
  private final SvgShapes shapes;

  private SvgDrawing(Element root, DrawingBudget budget) throws DrawingException {
    this.page = page(root);
    this.shapes = new SvgShapes(named, budget);
    List<Element> all = descendants(root, budget);
    for (Element e : all) {
      if (e.hasAttribute("id")) {
        named.putIfAbsent(e.getAttribute("id"), e);
      }
    }
    // ids come first: that of one element may be the label of another
    for (Element e : all) {
      String label = e.getAttributeNS(INKSCAPE, "label");
      if (!label.isEmpty()) {
        named.putIfAbsent(label, e);
      }
    }
  }

  /**
   * Reads a file.
   *
   * @param budget for it and for all that is asked of it
   * @throws DrawingException if it is no SVG drawing
   * @throws IOException if it cannot be read
   */
  public static SvgDrawing read(Path file, DrawingBudget budget)
      throws IOException, DrawingException {
    budget.pixels(Files.size(file));
    if (Files.size(file) > LARGEST) {
      throw new DrawingException(
          "%s has more than %d MB; save a drawing without pictures in it"
              .formatted(file, LARGEST / 1_000_000));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(new InputSource(in), file.toString(), budget);
    }
  }

  /**
   * Reads a text, and nothing besides it.
   *
   * @param name of the drawing in messages
   * @throws DrawingException if it is no SVG drawing
   */
  public static SvgDrawing parse(String text, String name, DrawingBudget budget)
      throws DrawingException {
    budget.pixels(text.length());
    try {
      return read(new InputSource(new StringReader(text)), name, budget);
    } catch (IOException e) {
      throw new IllegalStateException("a text can be read", e);
    }
  }

  private static SvgDrawing read(InputSource source, String file, DrawingBudget budget)
      throws IOException, DrawingException {
    try {
      DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
      xml.setNamespaceAware(true);
      xml.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      // a drawing is all in its file: nothing else is opened for it
      xml.setFeature("http://xml.org/sax/features/external-general-entities", false);
      xml.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      xml.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      // some programs name their namespaces by entities; more would be entities of entities
      xml.setAttribute("jdk.xml.entityExpansionLimit", MAX_ENTITIES);
      xml.setAttribute("jdk.xml.totalEntitySizeLimit", LONGEST_ENTITIES);
      var builder = xml.newDocumentBuilder();
      builder.setErrorHandler(new Quiet());
      Document document = builder.parse(source);
      Element root = document.getDocumentElement();
      if (!"svg".equals(root.getLocalName())) {
        throw new DrawingException(
            "%s is not an SVG drawing: it begins with <%s>".formatted(file, root.getNodeName()));
      }
      return new SvgDrawing(root, budget);
    } catch (SAXException e) {
      String where = e instanceof SAXParseException p ? " (line " + p.getLineNumber() + ")" : "";
      throw new DrawingException(
          LIMIT.matcher(String.valueOf(e.getMessage())).find()
              ? "%s has more entities or attributes than are read%s; save it as plain SVG"
                  .formatted(file, where)
              : "%s is not an SVG drawing%s; save it as SVG".formatted(file, where));
    } catch (CharConversionException e) {
      throw new DrawingException("%s is not text; save it as SVG".formatted(file));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java reads XML", e);
    }
  }

  /** What is wrong is said once, by whoever asked for the drawing. */
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // a drawing with warnings can be read
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  /** From the units of the viewBox to the lower left corner of the page, y up. */
  private static AffineTransform page(Element root) throws DrawingException {
    double[] box = {0, 0, 0, 0};
    String viewBox = root.getAttribute("viewBox").strip();
    if (viewBox.isEmpty()) {
      box[2] = SvgShapes.length(root, "width", 0);
      box[3] = SvgShapes.length(root, "height", 0);
    } else {
      String[] parts = viewBox.split("[\\s,]+");
      for (int k = 0; k < 4; k++) {
        box[k] = parts.length == 4 ? SvgShapes.number(root, "viewBox", parts[k]) : 0;
      }
    }
    if (!(box[2] > 0) || !(box[3] > 0)) {
      throw new DrawingException("the drawing has neither a viewBox nor a width and height");
    }
    return new AffineTransform(1, 0, 0, -1, -box[0], box[1] + box[3]);
  }

  /** All elements in their order, without recursion: some are deep within each other. */
  private static List<Element> descendants(Element root, DrawingBudget budget)
      throws DrawingException {
    List<Element> all = new ArrayList<>();
    int depth = 0;
    for (Node at = root; at != null; ) {
      Node next = at.getFirstChild();
      depth += next == null ? 0 : 1;
      if (depth > SvgShapes.DEEPEST) {
        throw SvgShapes.tooDeep();
      }
      while (next == null && at != root) {
        next = at.getNextSibling();
        at = at.getParentNode();
        depth -= next == null ? 1 : 0;
      }
      if (next instanceof Element e) {
        budget.line();
        all.add(e);
      }
      at = next;
    }
    return all;
  }

  /** Names of elements that have an area or hold such. */
  public List<String> names() {
    return named.entrySet().stream()
        .filter(e -> SvgShapes.isDrawn(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Names of what a group holds, labels where there are some; empty if there is no such group. */
  public List<String> members(String group) {
    Element e = named.get(group);
    if (e == null || !"g".equals(e.getLocalName())) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Element child : SvgShapes.children(e)) {
      String label = child.getAttributeNS(INKSCAPE, "label");
      String name = label.isEmpty() ? child.getAttribute("id") : label;
      if (SvgShapes.isDrawn(child) && !name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /**
   * What an element fills, its transform and those around it included; what a group holds counts
   * together. Strokes, colours and clipping do not count.
   *
   * @throws DrawingException if there is no such element, or it has no area
   */
  public Area area(String name) throws DrawingException {
    Element e = named.get(name);
    if (e == null) {
      List<String> known = names();
      throw new DrawingException(
          "no element has the id or label %s; there are %s"
              .formatted(
                  name,
                  known.isEmpty() ? "none" : String.join(", ", known.stream().limit(12).toList())));
    }
    AffineTransform toPage = new AffineTransform(page);
    toPage.concatenate(shapes.above(e));
    Area area = shapes.area(e);
    area.transform(toPage);
    DrawingBudget.requireNear(area.getBounds2D());
    if (area.isEmpty()) {
      throw new DrawingException(
          "the element %s encloses no area; draw a closed outline".formatted(name));
    }
    return area;
  }
}
