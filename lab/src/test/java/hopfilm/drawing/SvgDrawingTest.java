package hopfilm.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgDrawingTest {

  @TempDir Path folder;

  private SvgDrawing drawing(String head, String body) throws IOException, DrawingException {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' %s>%s</svg>"
                .formatted(head, body);
    return SvgDrawing.read(Files.writeString(folder.resolve("d.svg"), svg), new DrawingBudget());
  }

  private Area area(String element) throws IOException, DrawingException {
    return drawing("viewBox='0 0 100 60'", "<" + element.replaceFirst(" ", " id='e' ")).area("e");
  }

  /** Of the lines that are handed on, by the shoelace formula. */
  private static double size(Area area) {
    double sum = 0;
    for (List<double[]> line : ClosedLines.of(area)) {
      for (int k = 0; k < line.size(); k++) {
        double[] p = line.get(k);
        double[] q = line.get((k + 1) % line.size());
        sum += 0.5 * (p[0] * q[1] - q[0] * p[1]);
      }
    }
    return Math.abs(sum);
  }

  /** Straight pieces leave out 1e-3 of curved areas at most. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rect x='10' y='5' width='20' height='10'/> | 200",
        "rect width='20' height='10' rx='2'/> | 196.566",
        "rect width='20' height='10' ry='40'/> | 157.080",
        "rect width='1mm' height='1in'/> | 362.835",
        "circle r='10'/> | 314.159",
        "ellipse rx='10' ry='5'/> | 157.080",
        "polygon points='0,0 10,0 10,10'/> | 50",
        "path d='m 10,10 h 10 v 10 h -10 z m 2,2 h 6 v 6 h -6 z'/> | 100",
        "path fill-rule='evenodd' d='m 10,10 h 10 v 10 h -10 z m 2,2 h 6 v 6 h -6 z'/> | 64",
        "path style='fill:red;fill-rule:evenodd' d='M0 0H10V10H0ZM2 2H8V8H2Z'/> | 64",
        "path d='M 0 0 C 0 20 20 20 20 0 z'/> | 240",
        "path d='M 0 0 q 10 20 20 0'/> | 133.333",
        "path d='M -8 -6 A 10 10 0 1 1 8 -6 z'/> | 269.43",
        "g ><rect width='10' height='10'/><g transform='translate(5)'><rect width='10'"
            + " height='10'/></g></g> | 150",
      })
  void elementsHaveTheirAreas(String element, double expected) throws Exception {
    assertThat(size(area(element))).isCloseTo(expected, within(1e-3 * expected));
  }

  /**
   * The reader of paths widens an arc over just its diameter by 1e-5, which lowers it by 0.45 %.
   */
  @Test
  void halfACircleIsAlmostOne() throws Exception {
    assertThat(size(area("path d='M -10 0 A 10 10 0 0 1 10 0 z'/>")))
        .isCloseTo(157.08, within(1.0));
  }

  @Test
  void transformsAndTheViewBoxPlaceThem() throws Exception {
    SvgDrawing d =
        drawing(
            "width='2mm' height='1mm' viewBox='-10 20 200 100'",
            "<g transform='translate(30,40) rotate(90)'>"
                + "<rect id='r' width='20' height='10' transform='scale(2)'/></g>");
    // 40 x 20, turned into 20 x 40 to the left of (30, 40); the page's lower left is (-10, 120)
    Rectangle2D box = d.area("r").getBounds2D();
    assertThat(box.getX()).isCloseTo(30 - 20 + 10, within(1e-12));
    assertThat(box.getMaxX()).isCloseTo(30 + 10, within(1e-12));
    assertThat(box.getY()).isCloseTo(120 - 80, within(1e-12));
    assertThat(box.getMaxY()).isCloseTo(120 - 40, within(1e-12));
    Rectangle2D px =
        drawing("width='50' height='1in'", "<rect id='r' width='9' height='96'/>")
            .area("r")
            .getBounds2D();
    assertThat(px).isEqualTo(new Rectangle2D.Double(0, 0, 9, 96));
  }

  @Test
  void namesAreIdsOrLabelsAndUseIsACopy() throws Exception {
    SvgDrawing d =
        drawing(
            "viewBox='0 0 100 60'",
            """
            <defs><rect id='pad' width='10' height='10' transform='translate(1,1)'/></defs>
            <g id='layer1' inkscape:label='electrodes'>
              <use id='u1' inkscape:label='left' href='#pad' x='5'/>
              <use id='u2' xlink:href='#pad' transform='translate(50,0)'/>
              <text id='t'>no shape</text>
            </g>
            """);
    assertThat(d.members("electrodes")).containsExactly("left", "u2");
    assertThat(d.members("layer1")).containsExactly("left", "u2");
    assertThat(d.members("pad")).isEmpty();
    assertThat(d.names()).containsExactly("pad", "layer1", "u1", "u2", "electrodes", "left");
    assertThat(d.area("left").getBounds2D()).isEqualTo(new Rectangle2D.Double(6, 49, 10, 10));
    assertThat(d.area("u2").getBounds2D()).isEqualTo(new Rectangle2D.Double(51, 49, 10, 10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<path id='e' d='z'/> | d=\"z\" of <path id=\"e\"> cannot be read",
        "<path id='e' d='L 1 1'/> | d=\"L 1 1\" of <path id=\"e\"> cannot be read",
        "<path id='e' d='A 5 5 0 0 1 9 9'/> | d=\"A 5 5 0 0 1 9 9\" of <path id=\"e\"> cannot be read",
        "<path id='e' d='M 0 0 X 3'/> | d=\"M 0 0 X 3\" of <path id=\"e\"> cannot be read",
        "<rect id='e' width='10%' height='3'/> | width=\"10%\" of <rect id=\"e\"> cannot be read",
        "<rect id='e' width='-1' height='-1'/> | width=\"-1\" of <rect id=\"e\"> cannot be read",
        "<rect id='e' width='1e9px' height='1e10'/> | coordinates beyond 1e+09 units; scale it",
        "<rect id='e' transform='turn(3)'/> | transform=\"turn(3)\" of <rect id=\"e\"> cannot",
        "<polygon id='e' points='0 0 a'/> | points=\"0 0 a\" of <polygon id=\"e\"> cannot be read",
        "<text id='e'>a</text> | <text id=\"e\"> has no outline that is read; turn it into a path",
        "<use id='e' href='#x'/> | refers to \"#x\", which is not in the drawing",
        "<g id='e'><use href='#e'/></g> | refer to each other in a circle",
        "<rect id='f'/> | no element has the id or label e; there are f",
        "<svg><rect id='e' width='3' height='3'/></svg> | an <svg> within the <svg> is not read",
      })
  void saysWhatCannotBeRead(String body, String said) {
    assertThatThrownBy(() -> drawing("viewBox='0 0 9 9'", body).area("e"))
        .isInstanceOf(DrawingException.class)
        .hasMessageContaining(said)
        .message()
        .hasLineCount(1);
  }

  @Test
  void refusesWhatIsNoDrawing() throws Exception {
    assertThatThrownBy(() -> drawing("", "")).hasMessageContaining("neither a viewBox nor a width");
    assertThatThrownBy(() -> drawing("viewBox='0 0 a 9'", "")).hasMessageContaining("viewBox=");
    Path html = Files.writeString(folder.resolve("a.svg"), "<html/>");
    assertThatThrownBy(() -> SvgDrawing.read(html, new DrawingBudget()))
        .hasMessageContaining("begins with <html>");
    Path cut = Files.writeString(folder.resolve("b.svg"), "<svg>\n<g>");
    assertThatThrownBy(() -> SvgDrawing.read(cut, new DrawingBudget()))
        .hasMessageContaining("not an SVG drawing (line 2)");
  }

  /** A drawing from elsewhere must not open other files. */
  @Test
  void openNoOtherFile() throws Exception {
    Path secret =
        Files.writeString(folder.resolve("secret"), "<rect id='s' width='9' height='9'/>");
    String svg =
        "<!DOCTYPE svg [<!ENTITY x SYSTEM '%s'>]><svg viewBox='0 0 9 9'><g id='g'>&x;</g></svg>"
            .formatted(secret.toUri());
    Path file = Files.writeString(folder.resolve("x.svg"), svg);
    assertThat(SvgDrawing.read(file, new DrawingBudget()).names()).doesNotContain("s");
  }
}
