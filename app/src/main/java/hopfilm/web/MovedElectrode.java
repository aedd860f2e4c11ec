package hopfilm.web;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.Outline;
import hopfilm.grid.Disc;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.input.Spelling;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The electrodes of a film as a list in which one of them has moved. */
final class MovedElectrode {

  private MovedElectrode() {}

  /** Whether all are discs, rectangles and polygons, which a list of the page can hold. */
  static boolean areMovable(Experiment e) {
    return e.electrodes().on(e.film().grid()).stream()
        .flatMap(electrode -> electrode.shapes().stream())
        .allMatch(s -> s instanceof Disc || s instanceof Rectangle || s instanceof Polygon);
  }

  /** The value of the key {@code electrodes}. */
  static String yaml(Experiment e, int moved, double[] to) {
    List<Electrode> all = e.electrodes().on(e.film().grid());
    Electrode one = all.get(moved);
    boolean isEdge =
        e.electrodes() instanceof ElectrodesSpec.SidesX
            || e.electrodes() instanceof ElectrodesSpec.SidesY
            || e.electrodes() instanceof ElectrodesSpec.EdgeCentres;
    if (one.patches().size() > 1) {
      throw WebException.wrong(
          "electrode", "%s has several patches and cannot be moved", one.name());
    }
    if (isEdge || one.face() != null) {
      throw WebException.wrong(
          "electrode", "%s lies on an edge or a face and cannot be moved", one.name());
    }
    if (!areMovable(e)) {
      throw WebException.wrong(
          "electrode",
          "%s is among electrodes of drawn or combined shapes, which stay",
          one.name());
    }
    List<Object> list = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      Electrode electrode = all.get(k);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", electrode.name());
      place(outlines(e, k), electrode.patches(), k == moved ? to : null, entry);
      if (electrode.resistance() > 0) {
        entry.put("resistance", Quantity.exact(electrode.resistance(), Dimension.RESISTANCE));
      }
      if (electrode.drive() != Electrode.Drive.VOLTAGE) {
        entry.put("drive", Spelling.of(electrode.drive()));
      }
      if (e.electrodes().heatSinks().get(k)) {
        entry.put("heat_sink", "on");
      }
      if (electrode.face() != null) {
        entry.put("face", electrode.face().toString());
      }
      list.add(entry);
    }
    return Json.text(list);
  }

  /** As the experiment has them: what became of them on the film does not read back to the bits. */
  private static final Outline NONE = new Outline.Lines(List.of());

  private static List<Outline> outlines(Experiment e, int electrode) {
    if (e.electrodes() instanceof ElectrodesSpec.Listed list) {
      return list.entries().get(electrode).patches().stream()
          .map(p -> p.placed().isMoved() ? NONE : p.outline())
          .toList();
    }
    List<Outline> discs = new ArrayList<>();
    for (Shape shape : e.electrodes().on(e.film().grid()).get(electrode).shapes()) {
      Disc d = (Disc) shape; // layouts without edges have no other contacts
      discs.add(new Outline.Disc(d.cx(), d.cy(), d.radius()));
    }
    return discs;
  }

  private static void place(
      List<Outline> outlines, List<Electrode.Patch> signs, double[] to, Map<String, Object> entry) {
    if (outlines.size() == 1) {
      outline(outlines.get(0), to, entry);
      return;
    }
    List<Object> patches = new ArrayList<>();
    for (int k = 0; k < outlines.size(); k++) {
      Map<String, Object> patch = new LinkedHashMap<>();
      outline(outlines.get(k), null, patch);
      patch.put("sign", signs.get(k).isInverted() ? "-" : "+");
      patches.add(patch);
    }
    entry.put("patches", patches);
  }

  private static void outline(Outline outline, double[] to, Map<String, Object> entry) {
    if (outline instanceof Outline.Disc d) {
      entry.put("shape", "disc");
      entry.put("centre", to == null ? lengths(d.x(), d.y()) : lengths(to));
      entry.put("radius", length(d.radius()));
    } else if (outline instanceof Outline.Rectangle r) {
      entry.put("shape", "rectangle");
      entry.put("centre", to == null ? lengths(r.x(), r.y()) : lengths(to));
      entry.put("size", lengths(r.sizeX(), r.sizeY()));
    } else if (outline instanceof Outline.Points p) {
      double x = mean(p.corners(), 0);
      double y = mean(p.corners(), 1);
      List<Object> points = new ArrayList<>();
      for (List<Double> corner : p.corners()) {
        points.add(
            to == null
                ? lengths(corner.get(0), corner.get(1))
                : lengths(whole(corner.get(0) - x + to[0]), whole(corner.get(1) - y + to[1])));
      }
      entry.put("shape", "polygon");
      entry.put("points", points);
    }
  }

  private static double mean(List<List<Double>> corners, int axis) {
    return corners.stream().mapToDouble(c -> c.get(axis)).sum() / corners.size();
  }

  /** In whole femtometres: what is below them in a sum is rounding. */
  private static double whole(double metres) {
    return BigDecimal.valueOf(metres).setScale(15, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static List<String> lengths(double... values) {
    List<String> all = new ArrayList<>();
    for (double v : values) {
      all.add(length(v));
    }
    return all;
  }

  private static String length(double v) {
    return Quantity.exact(v, Dimension.LENGTH);
  }
}
