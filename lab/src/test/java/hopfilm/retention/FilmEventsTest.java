package hopfilm.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.dynamics.BarrierSearch;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmSetup;
import hopfilm.film.Kept;
import hopfilm.grid.VectorField;
import hopfilm.magnet.Magnet;
import hopfilm.magnet.Textures;
import hopfilm.parallel.Parallel;
import hopfilm.retention.Retention.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A particle with the easy axis x in a field along z: m tilts from z by 6 degrees to x or -x. */
class FilmEventsTest {

  private static final double TILT = Math.toRadians(6);

  /** 2 Ku cos(tilt) = Ms B. */
  private static final String FILM =
      """
      film: {size: [16 nm, 12 nm], cell: 4 nm, thickness: 20 um, field: {value: [0 T, 0 T, %s T]}}
      material: {Ms: 500 kA/m, A: 30 pJ/m, Ku: 1 MJ/m^3, axis: [1, 0, 0], D: 0 mJ/m^2}
      electrodes: none
      protocol: [{rest: 1 ps}]
      """
          .formatted(4 * Math.cos(TILT));

  @Test
  void neighboursHaveABarrierAndOthersNone() {
    Experiment e = ExperimentFile.parse(FILM, "particle", List.of());
    try (Parallel parallel = Parallel.of(1)) {
      Magnet magnet = e.disorder().frozen(new FilmSetup(e, parallel).magnet());
      BarrierSearch search = new BarrierSearch(magnet, e.numerics().kernels(), parallel);
      VectorField right = search.rest(tilted(e, TILT));
      VectorField left = search.rest(tilted(e, -TILT));
      FilmEvents found = new FilmEvents(0, right, kept(1), magnet, search);
      found.add(300, right, 0, kept(1));
      found.add(300, left, search.angle(right, left), kept(0.9));
      VectorField down = tilted(e, Math.PI);
      found.add(600, down, search.angle(right, down), kept(0.2));
      found.add(600, left, search.angle(right, left), kept(0.9));
      List<String> notes = new ArrayList<>();
      List<Event> events = found.events(notes::add);
      assertThat(notes).hasSize(2);
      assertThat(events)
          .extracting(Event::temperatures)
          .containsExactly(List.of(300.0, 600.0), List.of(600.0));
      Event near = events.get(0);
      assertThat(near.isFound()).as(near.why()).isTrue();
      assertThat(near.angle()).isCloseTo(12, within(1e-3));
      assertThat(near.weightsChange()).isCloseTo(-0.1, within(1e-12));
      // the energy over z: Ku V (1 - cos(tilt))^2, as m turns in the plane of x and z
      double volume = 16e-9 * 12e-9 * 20e-6;
      double exact = 1e6 * volume * Math.pow(1 - Math.cos(TILT), 2) / (1.380649e-23 * 300);
      assertThat(near.barrierKt()).isCloseTo(exact, within(1e-3 * exact)); // the search's own error
      assertThat(near.backKt()).isCloseTo(exact, within(1e-3 * exact));
      Event far = events.get(1);
      assertThat(far.isFound()).isFalse();
      assertThat(far.why()).contains("over 15 degrees apart");
      assertThat(far.barrierKt()).isNull();
    }
  }

  private static VectorField tilted(Experiment e, double angle) {
    return Textures.uniform(e.film().grid(), Math.sin(angle), 0, Math.cos(angle));
  }

  private static Kept kept(double weights) {
    return new Kept(weights, null, true);
  }
}
