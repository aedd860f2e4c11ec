package hopfilm.web;

import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.grid.Disc;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.grid.Shape;
import hopfilm.input.Spelling;
import hopfilm.transport.Electrode;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
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
      place(electrode, k == moved ? to : null, entry);
      if (electrode.resistance() > 0) {
        entry.put("resistance", Quantity.format(electrode.resistance(), Dimension.RESISTANCE));
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

  private static void place(Electrode electrode, double[] to, Map<String, Object> entry) {
    if (electrode.patches().size() == 1) {
      shape(electrode.shapes().get(0), to, entry);
      return;
    }
    List<Object> patches = new ArrayList<>();
    for (Electrode.Patch p : electrode.patches()) {
      Map<String, Object> patch = new LinkedHashMap<>();
      shape(p.shape(), null, patch);
      patch.put("sign", p.isInverted() ? "-" : "+");
      patches.add(patch);
    }
    entry.put("patches", patches);
  }

  private static void shape(Shape shape, double[] to, Map<String, Object> entry) {
    if (shape instanceof Disc d) {
      entry.put("shape", "disc");
      entry.put("centre", to == null ? lengths(d.cx(), d.cy()) : lengths(to));
      entry.put("radius", length(d.radius()));
    } else if (shape instanceof Rectangle r) {
      double x = (r.x0() + r.x1()) / 2;
      double y = (r.y0() + r.y1()) / 2;
      entry.put("shape", "rectangle");
      entry.put("centre", to == null ? lengths(x, y) : lengths(to));
      entry.put("size", lengths(r.x1() - r.x0(), r.y1() - r.y0()));
    } else if (shape instanceof Polygon p) {
      double x = mean(p.x());
      double y = mean(p.y());
      List<Object> points = new ArrayList<>();
      for (int k = 0; k < p.x().length; k++) {
        points.add(
            to == null
                ? lengths(p.x()[k], p.y()[k])
                : lengths(p.x()[k] - x + to[0], p.y()[k] - y + to[1]));
      }
      entry.put("shape", "polygon");
      entry.put("points", points);
    }
  }

  private static double mean(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum / x.length;
  }

  private static List<String> lengths(double... values) {
    List<String> all = new ArrayList<>();
    for (double v : values) {
      all.add(length(v));
    }
    return all;
  }

  private static String length(double v) {
    return Quantity.format(v, Dimension.LENGTH);
  }
}
