package hopfilm.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.parser.AWTPathProducer;
import org.apache.batik.parser.AWTPolygonProducer;
import org.apache.batik.parser.AWTTransformProducer;
import org.apache.batik.parser.ParseException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The areas of SVG elements in their own coordinates: <a
 * href="https://www.w3.org/TR/SVG11/shapes.html">basic shapes</a>, paths, groups and {@code use}.
 */
final class SvgShapes {

  private static final Set<String> DRAWN =
      Set.of("path", "rect", "circle", "ellipse", "polygon", "polyline", "g", "use", "a");

  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private static final Pattern LENGTH =
      Pattern.compile("([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*([a-zA-Z%]*)");

  private static final Pattern EVEN_ODD = Pattern.compile("\\bevenodd\\b");
  private static final Pattern NON_ZERO = Pattern.compile("\\bnonzero\\b");

  /** Units in those of the drawing: 96 to the inch (CSS 2.1, 4.3.2). */
  private static final Map<String, Double> UNITS =
      Map.of(
          "",
          1.0,
          "px",
          1.0,
          "in",
          96.0,
          "mm",
          96 / 25.4,
          "cm",
          96 / 2.54,
          "Q",
          96 / 101.6,
          "pt",
          96 / 72.0,
          "pc",
          16.0);

  /** Elements within each other, or used by each other. */
  static final int DEEPEST = 100;

  /** A length has no more; the pattern takes time by the square of its digits. */
  private static final int LONGEST = 60;

  private final Map<String, Element> named;
  private final DrawingBudget budget;
  private final Set<Element> entered = new HashSet<>();
  private final Map<Element, Integer> rules = new HashMap<>();

  /**
   * @param named elements that others may refer to
   * @param budget for reading them
   */
  SvgShapes(Map<String, Element> named, DrawingBudget budget) {
    this.named = named;
    this.budget = budget;
  }

  static DrawingException tooDeep() {
    return new DrawingException(
        "elements of the drawing are more than %d deep within each other; ungroup them"
            .formatted(DEEPEST));
  }

  static List<Element> children(Element of) {
    List<Element> all = new ArrayList<>();
    for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e) {
        all.add(e);
      }
    }
    return all;
  }

  static boolean isDrawn(Element e) {
    return DRAWN.contains(e.getLocalName());
  }

  /** The transforms of the element and of all around it. */
  AffineTransform above(Element e) throws DrawingException {
    AffineTransform all = new AffineTransform();
    for (Node n = e; n instanceof Element at; n = n.getParentNode()) {
      budget.line();
      if (at != e && "svg".equals(at.getLocalName()) && at.getParentNode() instanceof Element) {
        throw new DrawingException("an <svg> within the <svg> is not read; ungroup what it holds");
      }
      all.preConcatenate(transform(at));
    }
    return all;
  }

  private AffineTransform transform(Element e) throws DrawingException {
    String text = e.getAttribute("transform").strip();
    budget.pixels(text.length());
    if (text.isEmpty()) {
      return new AffineTransform();
    }
    try {
      return AWTTransformProducer.createAffineTransform(text);
    } catch (ParseException x) {
      throw broken(e, "transform", text);
    }
  }

  /** What an element fills, without its own transform. */
  Area area(Element e) throws DrawingException {
    budget.line();
    if (entered.size() > DEEPEST) {
      throw tooDeep();
    }
    if (!entered.add(e)) {
      throw new DrawingException("elements of the drawing refer to each other in a circle");
    }
    try {
      return filled(e);
    } finally {
      entered.remove(e);
    }
  }

  private Area filled(Element e) throws DrawingException {
    if (e.hasAttribute("clip-path") || e.hasAttribute("mask")) {
      throw new DrawingException(
          "%s is clipped, which is not read; intersect the paths instead".formatted(words(e)));
    }
    return switch (String.valueOf(e.getLocalName())) {
      case "g", "a" -> group(e);
      case "use" -> use(e);
      case "rect" -> budget.area(rectangle(e));
      case "circle" -> ellipse(e, size(e, "r", 0), size(e, "r", 0));
      case "ellipse" -> ellipse(e, size(e, "rx", 0), size(e, "ry", 0));
      case "polygon", "polyline" -> budget.area(polygon(e));
      case "path" -> budget.area(path(e));
      default ->
          throw new DrawingException(
              "%s has no outline that is read; turn it into a path".formatted(words(e)));
    };
  }

  private Area group(Element e) throws DrawingException {
    Area all = new Area();
    for (Element child : children(e)) {
      if (isDrawn(child)) {
        Area part = area(child);
        part.transform(transform(child));
        budget.combine(all, part, Area::add);
      }
    }
    return all;
  }

  private Area use(Element e) throws DrawingException {
    String href = e.hasAttribute("href") ? e.getAttribute("href") : e.getAttributeNS(XLINK, "href");
    Element used = href.startsWith("#") ? named.get(href.substring(1)) : null;
    if (used == null) {
      throw new DrawingException(
          "%s refers to %s, which is not in the drawing".formatted(words(e), quoted(href)));
    }
    Area area = area(used);
    area.transform(transform(used));
    area.transform(AffineTransform.getTranslateInstance(length(e, "x", 0), length(e, "y", 0)));
    return area;
  }

  private static Shape rectangle(Element e) throws DrawingException {
    double x = length(e, "x", 0);
    double y = length(e, "y", 0);
    double w = size(e, "width", 0);
    double h = size(e, "height", 0);
    // one radius stands for both, and none is more than half a side
    double rx = size(e, "rx", size(e, "ry", 0));
    double ry = size(e, "ry", rx);
    return rx > 0 && ry > 0
        ? new RoundRectangle2D.Double(x, y, w, h, Math.min(2 * rx, w), Math.min(2 * ry, h))
        : new Rectangle2D.Double(x, y, w, h);
  }

  private Area ellipse(Element e, double rx, double ry) throws DrawingException {
    double x = length(e, "cx", 0);
    double y = length(e, "cy", 0);
    return budget.area(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
  }

  private Shape polygon(Element e) throws DrawingException {
    String points = e.getAttribute("points");
    budget.pixels(points.length());
    try {
      return AWTPolygonProducer.createShape(new StringReader(points), rule(e));
    } catch (ParseException | IOException x) {
      throw broken(e, "points", points);
    }
  }

  private Shape path(Element e) throws DrawingException {
    String d = e.getAttribute("d");
    budget.pixels(d.length());
    // a path begins with a move; the parser takes others and breaks on some
    if (!d.isBlank() && !d.strip().startsWith("M") && !d.strip().startsWith("m")) {
      throw broken(e, "d", d);
    }
    try {
      return AWTPathProducer.createShape(new StringReader(d), rule(e));
    } catch (ParseException | IOException x) {
      throw broken(e, "d", d);
    }
  }

  /** The rule of filling, which elements take over from those around them. */
  private int rule(Element e) throws DrawingException {
    Integer known = rules.get(e);
    if (known == null) {
      known = ownRule(e);
      if (known < 0) {
        known = e.getParentNode() instanceof Element above ? rule(above) : Path2D.WIND_NON_ZERO;
      }
      rules.put(e, known);
    }
    return known;
  }

  /** Negative without one. */
  private int ownRule(Element e) throws DrawingException {
    String said = e.getAttribute("fill-rule") + ";" + e.getAttribute("style");
    budget.pixels(said.length());
    return EVEN_ODD.matcher(said).find()
        ? Path2D.WIND_EVEN_ODD
        : NON_ZERO.matcher(said).find() ? Path2D.WIND_NON_ZERO : -1;
  }

  /** A length in units of the drawing. */
  static double length(Element e, String attribute, double byDefault) throws DrawingException {
    String text = e.getAttribute(attribute).strip();
    if (text.isEmpty() || text.equals("auto")) {
      return byDefault;
    }
    Matcher m = LENGTH.matcher(text);
    Double unit = text.length() <= LONGEST && m.matches() ? UNITS.get(m.group(2)) : null;
    if (unit == null) {
      throw broken(e, attribute, text);
    }
    return Double.parseDouble(m.group(1)) * unit;
  }

  /** A length that is not negative. */
  private static double size(Element e, String attribute, double byDefault)
      throws DrawingException {
    double size = length(e, attribute, byDefault);
    if (size < 0) {
      throw broken(e, attribute, e.getAttribute(attribute));
    }
    return size;
  }

  static double number(Element e, String attribute, String text) throws DrawingException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException x) {
      throw broken(e, attribute, e.getAttribute(attribute));
    }
  }

  private static DrawingException broken(Element e, String attribute, String text) {
    return new DrawingException(
        "%s=%s of %s cannot be read".formatted(attribute, quoted(text), words(e)));
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\s+", " ");
    return "\"" + (line.length() > 40 ? line.substring(0, 37) + "..." : line) + "\"";
  }

  private static String words(Element e) {
    return "<%s id=%s>".formatted(e.getNodeName(), quoted(e.getAttribute("id")));
  }
}
