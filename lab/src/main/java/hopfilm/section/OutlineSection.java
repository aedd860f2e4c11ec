package hopfilm.section;

import hopfilm.experiment.Outline;
import hopfilm.file.Drawings;
import hopfilm.input.Excerpt;
import hopfilm.input.FileMessage;
import hopfilm.key.Section;
import hopfilm.yaml.YamlNode;
import java.util.List;
import java.util.Locale;

/**
 * The rules of outlines: of an electrode, of a part of the mask, of a shape of parts, and of a
 * film. Drawings are closed lines by now, see {@link Drawings}.
 */
final class OutlineSection {

  private static final int MAX_COPIES = 1024;

  private OutlineSection() {}

  static void vet(Section s, Outline.Placed placed) {
    vetShape(s, placed.shape());
    if (!s.has("copies")) {
      s.refuse("spacing", FileMessage.SPACING_OF_WHAT);
      return;
    }
    int[] grid = placed.grid().orElse(null);
    if (grid == null) {
      throw s.error("copies", FileMessage.NO_GRID, Excerpt.of(s.text("copies")));
    }
    int copies = grid[0] * grid[1];
    if (copies < 1 || copies > MAX_COPIES) {
      throw s.error("copies", FileMessage.COPIES_OUT_OF_RANGE, copies, MAX_COPIES);
    }
    s.values("spacing");
    if (placed.shapes() > StudyBudget.MAX_SHAPES) {
      throw s.error("copies", FileMessage.TOO_MANY_SHAPES, placed.shapes(), StudyBudget.MAX_SHAPES);
    }
  }

  /** The same of a shape alone, which may be that of a film. */
  static void vetShape(Section s, Object shape) {
    if (shape instanceof Outline.Svg
        || shape instanceof Outline.Image
        || shape instanceof Outline.PictureOfFilm) {
      // a drawing is read before the runs of a sweep part
      throw s.error("shape", FileMessage.NEVER_SWEPT);
    } else if (shape instanceof Outline.Ring r && r.inner() >= r.radius()) {
      throw s.error("inner", FileMessage.INNER_TOO_LARGE, s.text("inner"), s.text("radius"));
    } else if (shape instanceof Outline.Points p) {
      vetCorners(s, p.corners());
    } else if (shape instanceof Outline.Corners p) {
      vetCorners(s, p.points());
    } else if (shape instanceof Outline.Lines l && l.lines().isEmpty()) {
      throw s.error("contours", FileMessage.EMPTY_LIST);
    } else if (shape instanceof Outline.Combined c) {
      vetParts(s, c);
    }
  }

  private static void vetCorners(Section s, List<List<Double>> corners) {
    if (corners.size() < 3) {
      throw s.error(
          "points",
          FileMessage.TOO_FEW_CORNERS,
          corners.size(),
          "[[0 nm, 0 nm], [80 nm, 0 nm], [40 nm, 60 nm]]");
    }
  }

  private static void vetParts(Section s, Outline.Combined c) {
    List<YamlNode> items = s.list("parts");
    for (int k = 0; k < items.size(); k++) {
      vet(s.entry("parts", k + 1, items.get(k)), c.parts().get(k));
    }
    if (items.size() < 2) {
      String shape = c.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      throw s.error("parts", FileMessage.TOO_FEW_PARTS, items.size(), shape);
    }
  }
}
