package hopfilm.web;

import hopfilm.experiment.ContactKind;
import hopfilm.experiment.ElectrodesSpec;
import hopfilm.experiment.Experiment;
import hopfilm.experiment.ListedElectrodes;
import hopfilm.experiment.ListedElectrodes.Entry;
import hopfilm.experiment.ListedElectrodes.Patch;
import hopfilm.experiment.Outline;
import hopfilm.experiment.Outline.Placed;
import hopfilm.grid.Disc;
import hopfilm.grid.Polygon;
import hopfilm.grid.Rectangle;
import hopfilm.transport.Electrode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The electrodes of a film, of which one has moved. */
final class MovedElectrode {

  private MovedElectrode() {}

  /** Whether all are discs, rectangles and polygons, which a list of the page can hold. */
  static boolean areMovable(Experiment e) {
    return e.electrodes().on(e.film().grid()).stream()
        .flatMap(electrode -> electrode.shapes().stream())
        .allMatch(s -> s instanceof Disc || s instanceof Rectangle || s instanceof Polygon);
  }

  /** The electrodes with the middle of one at another place. */
  static ElectrodesSpec of(Experiment e, int moved, double[] to) {
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
    List<Entry> entries = new ArrayList<>(entries(e));
    Entry before = entries.get(moved);
    Patch patch = before.patches().get(0);
    Patch there = new Patch(new Placed(moved(patch.outline(), to)), patch.isInverted());
    entries.set(moved, new Entry(before.name(), List.of(there), before.contact(), before.face()));
    return new ListedElectrodes(entries);
  }

  /** As the experiment has them: what became of them on the film does not read back to the bits. */
  private static List<Entry> entries(Experiment e) {
    if (e.electrodes() instanceof ListedElectrodes list) {
      return list.entries();
    }
    List<Entry> entries = new ArrayList<>();
    for (Electrode electrode : e.electrodes().on(e.film().grid())) {
      boolean isSink = e.electrodes().contacts().get(entries.size()).heatSink();
      ContactKind.OfOne contact =
          new ContactKind.OfOne(electrode.resistance(), electrode.drive(), isSink);
      Disc d = (Disc) electrode.shapes().get(0); // layouts without edges have no other contacts
      Placed disc = new Placed(new Outline.Disc(d.cx(), d.cy(), d.radius()));
      entries.add(
          new Entry(
              electrode.name(),
              List.of(new Patch(disc, false)),
              contact,
              Optional.ofNullable(electrode.face())));
    }
    return entries;
  }

  private static Outline moved(Outline outline, double[] to) {
    if (outline instanceof Outline.Disc d) {
      return new Outline.Disc(to[0], to[1], d.radius());
    } else if (outline instanceof Outline.Rectangle r) {
      return new Outline.Rectangle(to[0], to[1], r.sizeX(), r.sizeY());
    }
    List<List<Double>> corners = ((Outline.Points) outline).corners();
    double x = mean(corners, 0);
    double y = mean(corners, 1);
    return new Outline.Points(
        corners.stream()
            .map(c -> List.of(whole(c.get(0) - x + to[0]), whole(c.get(1) - y + to[1])))
            .toList());
  }

  private static double mean(List<List<Double>> corners, int axis) {
    return corners.stream().mapToDouble(c -> c.get(axis)).sum() / corners.size();
  }

  /** In whole femtometres: what is below them in a sum is rounding. */
  private static double whole(double metres) {
    return BigDecimal.valueOf(metres).setScale(15, RoundingMode.HALF_EVEN).doubleValue();
  }
}
