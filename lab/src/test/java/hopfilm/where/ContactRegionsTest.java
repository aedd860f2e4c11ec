package hopfilm.where;

import static org.assertj.core.api.Assertions.assertThat;

import hopfilm.grid.Disc;
import hopfilm.grid.Edges;
import hopfilm.grid.Face;
import hopfilm.grid.Grid;
import hopfilm.grid.Rectangle;
import hopfilm.transport.Electrode;
import hopfilm.transport.ElectrodeLayouts;
import hopfilm.where.ContactRegions.Ring;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactRegionsTest {
  private static final Grid FILM = Grid.film(100, 100, 4e-9, 1e-6);

  private static int cell(int i, int j) {
    return i + 100 * j;
  }

  /** Quarter discs of 100 nm at the corners of 400 nm: 25 cells are one radius. */
  @Test
  void distancesAreInRadiiOfTheNearestContact() {
    ContactRegions r = new ContactRegions(FILM, ElectrodeLayouts.corners(FILM, 100e-9));
    assertThat(r.ring(cell(0, 0))).isEqualTo(Ring.UNDER);
    assertThat(r.ring(cell(24, 0))).isEqualTo(Ring.UNDER); // its centre at 98 nm
    assertThat(r.ring(cell(25, 0))).isEqualTo(Ring.RIM);
    assertThat(r.ring(cell(32, 0))).isEqualTo(Ring.NEAR); // 30 nm away
    assertThat(r.ring(cell(45, 0))).isEqualTo(Ring.AROUND); // 82 nm
    // the middle is 283 nm from the corners, 183 from the rims
    assertThat(r.ring(cell(50, 50))).isEqualTo(Ring.FAR);
  }

  @Test
  void cellsLieBetweenTheTwoNearestContacts() {
    ContactRegions r = new ContactRegions(FILM, ElectrodeLayouts.corners(FILM, 100e-9));
    assertThat(r.isBetween(cell(40, 3), 0, 1)).isTrue();
    assertThat(r.isBetween(cell(40, 3), 1, 0)).isTrue();
    assertThat(r.isBetween(cell(40, 3), 0, 3)).isFalse();
    assertThat(r.isBetween(cell(98, 60), 1, 2)).isTrue();
  }

  /** A contact across a periodic edge is near, one on an upright face is a line. */
  @Test
  void imagesAndFaces() {
    Grid ring = Grid.film(100, 100, 4e-9, 1e-6, Edges.PERIODIC, Edges.OPEN);
    List<Electrode> two =
        List.of(
            new Electrode("a", new Disc(0, 200e-9, 40e-9)),
            new Electrode("b", new Disc(200e-9, 200e-9, 40e-9)));
    assertThat(new ContactRegions(ring, two).ring(cell(98, 50))).isEqualTo(Ring.UNDER);
    assertThat(new ContactRegions(FILM, two).ring(cell(98, 50))).isEqualTo(Ring.FAR);
    List<Electrode> faces =
        List.of(
            new Electrode("low", new Rectangle(0, 0, 400e-9, 1e-6)).on(Face.LOW_X),
            new Electrode("high", new Rectangle(0, 0, 400e-9, 1e-6)).on(Face.HIGH_X));
    ContactRegions r = new ContactRegions(FILM, faces);
    assertThat(r.ring(cell(1, 70))).isEqualTo(Ring.RIM);
    assertThat(r.isBetween(cell(1, 70), 0, 1)).isTrue();
  }
}
