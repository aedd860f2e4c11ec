package hopfilm.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.experiment.Outline;
import hopfilm.film.FilmSetup;
import hopfilm.grid.CellMask;
import hopfilm.parallel.Parallel;
import hopfilm.run.InputHash;
import hopfilm.transport.Electrode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices from drawings; the drawing of the repository is in the dialect of Inkscape. */
class DrawingsTest {

  private static final Path EXAMPLES = Path.of("../examples");

  @TempDir Path folder;

  private Experiment read(String yaml) throws IOException {
    return ExperimentFile.read(Files.writeString(folder.resolve("e.yaml"), yaml), List.of());
  }

  /**
   * Areas of the drawing from its numbers, by hand: a Bezier curve from p to q with control points
   * along the axes at the share c of a side a x b encloses ab (1 - 3 (1 - c)^2/5 ...) of it; the
   * film's rim of 1.3 um times a cell is what cells may differ by.
   */
  @Test
  void theFilmHasTheAreaOfTheDrawingToOneCellAlongItsRim() {
    Experiment e = ExperimentFile.read(EXAMPLES.resolve("device.yaml"), List.of());
    assertThat(e.film().sizeX()).isCloseTo(384e-9, within(1e-18));
    assertThat(e.film().sizeY()).isCloseTo(320e-9, within(1e-18));
    CellMask cells = e.film().cells();
    double drawn = area((Outline.Lines) e.film().outline().orElseThrow()) - Math.PI * 20 * 20;
    assertThat(cells.count() * 16.0).isCloseTo(drawn, within(1300 * 4.0));
    // 96 x 80 units without four rounded corners, the notch of 12 x 14 / 2 and the hole, times 16
    double corners =
        cut(10, 10, 4 / 10.0, 0.6) * 2
            + bezierCorner(22, 20, 12 / 22.0, 10 / 20.0)
            + bezierCorner(18, 20, 12 / 18.0, 12 / 20.0);
    double byHand = 16 * (96 * 80 - corners - 84 - Math.PI * 25);
    assertThat(drawn).isCloseTo(byHand, within(2e-3 * byHand));
    assertThat(e.electrodes().on(e.film().grid()).stream().map(x -> x.name()))
        .containsExactly("west", "north-west", "north-east", "east", "south");
  }

  private static double cut(double a, double b, double p, double q) {
    return bezierCorner(a, b, 1 - p, q);
  }

  /** What a cubic curve from (a, 0) to (0, b), with controls p a and q b further on, cuts off. */
  private static double bezierCorner(double a, double b, double p, double q) {
    // by sums over the curve: (a,0), (a(1-p),0), (0,b(1-q)), (0,b)
    double sum = 0;
    int n = 20_000;
    double beforeX = a;
    double beforeY = 0;
    for (int k = 1; k <= n; k++) {
      double t = (double) k / n;
      double s = 1 - t;
      double x = s * s * s * a + 3 * s * s * t * a * (1 - p);
      double y = 3 * s * t * t * b * (1 - q) + t * t * t * b;
      sum += 0.5 * (beforeX * y - x * beforeY);
      beforeX = x;
      beforeY = y;
    }
    return sum;
  }

  /** In nm^2. */
  private static double area(Outline.Lines outline) {
    double sum = 0;
    for (List<List<Double>> line : outline.lines()) {
      for (int k = 0; k < line.size(); k++) {
        List<Double> p = line.get(k);
        List<Double> q = line.get((k + 1) % line.size());
        sum += 0.5e18 * (p.get(0) * q.get(1) - q.get(0) * p.get(1));
      }
    }
    return Math.abs(sum);
  }

  /**
   * The same device typed as polygons and discs: outlines differ by a thousandth of their size, and
   * G by what a handful of cells along rims make out, 1 %.
   */
  @Test
  void aDrawnDeviceHasTheConductancesOfATypedOne() throws IOException {
    Files.writeString(
        folder.resolve("d.svg"),
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">
          <path id="film" d="M 5 5 H 45 V 35 H 5 Z"/>
          <circle id="hole" cx="25" cy="15" r="4"/>
          <g id="electrodes" transform="translate(5 5)">
            <ellipse id="left" cy="15" rx="6" ry="8"/>
            <rect id="right" x="34" y="10" width="6" height="10"/>
            <polygon id="top" points="12,0 28,0 20,7"/>
          </g>
          <rect id="region-soft" x="5" y="5" width="20" height="30"/>
        </svg>
        """);
    String rest = "initial: {texture: helix, angle: 30 deg}\nprotocol: [{train: {pattern: +-+}}]\n";
    Experiment drawn = read("device: {svg: d.svg, scale: 4 nm}\n" + rest);
    Experiment typed =
        read(
            """
            film:
              size: [160 nm, 120 nm]
              mask: [{shape: disc, centre: [80 nm, 80 nm], radius: 16 nm}]
            electrodes:
              - {name: left, shape: ellipse, centre: [0 nm, 60 nm], size: [48 nm, 64 nm]}
              - {name: right, shape: rectangle, centre: [148 nm, 60 nm], size: [24 nm, 40 nm]}
              - {name: top, shape: polygon, points: [[48 nm, 120 nm], [112 nm, 120 nm], [80 nm, 92 nm]]}
            """
                + rest);
    String soft = "regions: [{%s, Ku: 10 kJ/m^3}]\n";
    Experiment named =
        read("device: {svg: d.svg, scale: 4 nm}\n" + soft.formatted("name: region-soft") + rest);
    Experiment placed =
        read(
            soft.formatted("shape: rectangle, centre: [40 nm, 60 nm], size: [80 nm, 120 nm]")
                + "film: {size: [160 nm, 120 nm]}\nelectrodes: none\nprotocol: [measure: a]\n");
    assertThat(named.disorder().regionOf(named.film().grid()))
        .isEqualTo(placed.disorder().regionOf(placed.film().grid()))
        .contains(0, 1);
    double[][] g = conductances(drawn);
    double[][] h = conductances(typed);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(g[i][j]).isCloseTo(h[i][j], within(0.01 * h[i][i]));
      }
    }
    assertThat(drawn.film().cells().count()).isEqualTo(typed.film().cells().count());
  }

  private static double[][] conductances(Experiment e) throws IOException {
    FilmSetup setup = new FilmSetup(e, Parallel.SERIAL);
    return setup.meter().matrix(setup.start(1)).siemens();
  }

  @Test
  void whatIsWrittenNeedsNoDrawingAndIsTheSameExperiment() throws IOException {
    Files.copy(EXAMPLES.resolve("device.svg"), folder.resolve("device.svg"));
    String yaml = Files.readString(EXAMPLES.resolve("device.yaml"));
    Experiment e = read(yaml);
    String written = ExperimentFile.write(e);
    assertThat(written).doesNotContain("svg").hasSizeLessThan(60_000);
    Experiment again = ExperimentFile.parse(written, e.name(), List.of());
    assertThat(again).isEqualTo(e);
    assertThat(InputHash.of(again)).isEqualTo(InputHash.of(e));

    String svg = Files.readString(folder.resolve("device.svg"));
    Files.writeString(folder.resolve("device.svg"), svg.replace("#9dc3d8", "#000000"));
    assertThat(InputHash.of(read(yaml))).isEqualTo(InputHash.of(e));
    Files.writeString(folder.resolve("device.svg"), svg.replace("r=\"5\"", "r=\"6\""));
    assertThat(InputHash.of(read(yaml))).isNotEqualTo(InputHash.of(e));
  }

  @Test
  void aSweepOfADrawnDeviceIsWrittenWithItsAxes() throws IOException {
    Files.copy(EXAMPLES.resolve("device.svg"), folder.resolve("device.svg"));
    String yaml = Files.readString(EXAMPLES.resolve("device.yaml"));
    Path file = Files.writeString(folder.resolve("e.yaml"), yaml);
    Study study =
        ExperimentFile.study(
            file,
            List.of(
                "film.cell=[2 nm, 4 nm]",
                "electrodes=[{name: west}, {name: east, rotate: 5 deg}]",
                "protocol=[{train: {pattern: +-}}]"));
    assertThat(study.runs()).hasSize(2);
    assertThat(study.runs().get(0).experiment().film().nx()).isEqualTo(192);
    assertThat(ExperimentFile.study(ExperimentFile.write(study), "drawn device", List.of()))
        .isEqualTo(study);
  }

  /** What contacts are is said for all of them, whoever says where they are. */
  @Test
  void contactsOfADrawingTakeAResistance() throws IOException {
    Files.copy(EXAMPLES.resolve("device.svg"), folder.resolve("device.svg"));
    Path file =
        Files.writeString(
            folder.resolve("e.yaml"), Files.readString(EXAMPLES.resolve("device.yaml")));
    int contacts = ExperimentFile.read(file, List.of()).electrodes().count();
    List<String> set = List.of("electrodes.resistance=50 Ohm", "electrodes[2].resistance=7 Ohm");
    for (List<String> settings :
        List.of(List.of(set.get(0)), List.of("electrodes={resistance: 50 Ohm}"))) {
      Experiment e = ExperimentFile.read(file, settings);
      assertThat(e.electrodes().on(e.film().grid()))
          .hasSize(contacts)
          .allMatch(x -> x.resistance() == 50);
    }
    // a sweep, which is made of a file that has lists where there were drawings
    Study swept = ExperimentFile.study(file, List.of("electrodes.resistance=[0 Ohm, 50 Ohm]"));
    assertThat(swept.runs())
        .extracting(r -> r.experiment().electrodes().on(r.experiment().film().grid()).get(4))
        .extracting(Electrode::resistance)
        .containsExactly(0.0, 50.0);
    String written = ExperimentFile.write(ExperimentFile.read(file, List.of(set.get(0))));
    Experiment one = ExperimentFile.parse(written, "x", set);
    assertThat(one.electrodes().on(one.film().grid()))
        .extracting(Electrode::resistance)
        .startsWith(50.0, 7.0, 50.0);
    assertThatThrownBy(() -> ExperimentFile.parse(written, "x", List.of("electrodes.radius=20 nm")))
        .hasMessageContaining("write electrodes[1].radius");
  }

  /** A picture covers its rectangle, the upper row of pixels at its top. */
  @Test
  void aPictureIsAnOutline() throws IOException {
    BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 4; x++) {
      image.setRGB(x, 0, 0xffffff);
    }
    ImageIO.write(image, "png", folder.resolve("p.png").toFile());
    Experiment e =
        read(
            "film: {size: [64 nm, 64 nm], mask: [{shape: image, file: p.png, pixels: light,"
                + " centre: [32 nm, 32 nm], size: [40 nm, 40 nm]}]}\n"
                + "electrodes: {layout: sides-x}\nprotocol: [{rest: 1 ns}]");
    CellMask cells = e.film().cells();
    assertThat(cells.count()).isEqualTo(256 - 10 * 5);
    assertThat(cells.inside(8 + 16 * 9)).isFalse();
    assertThat(cells.inside(8 + 16 * 6)).isTrue();
  }

  /** A picture of the whole film; and a ring, which is a disc without another one. */
  @Test
  void aFilmHasTheOutlineOfAPictureOrIsARing() throws IOException {
    BufferedImage image = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
    for (int x = 1; x < 4; x++) {
      image.setRGB(x, 0, 0xffffff);
    }
    ImageIO.write(image, "png", folder.resolve("p.png").toFile());
    String more = "electrodes: {layout: sides-x}\nprotocol: [{rest: 1 ns}]\n";
    Experiment e = read("film: {size: [64 nm, 32 nm], shape: image, file: p.png}\n" + more);
    CellMask cells = e.film().cells();
    // five of eight pixels are dark, each of 16 cells
    assertThat(cells.count()).isEqualTo(5 * 16);
    assertThat(cells.inside(0 + 16 * 7)).isTrue();
    assertThat(cells.inside(8 + 16 * 7)).isFalse();
    assertThat(ExperimentFile.parse(ExperimentFile.write(e), "e", List.of())).isEqualTo(e);
    String film =
        "film: {size: [160 nm, 120 nm], shape: %s}\n" + more.replace("sides-x", "sides-y");
    Experiment ring = read(film.formatted("ring, inner: 30 nm"));
    int disc = read(film.formatted("disc")).film().cells().count();
    // holes of 15 x 15 cells and less: those whose centre lies within 30 nm
    int hole = 0;
    for (int k = 0; k < 1200; k++) {
      double x = (k % 40 + 0.5) * 4 - 80;
      double y = (Math.floorDiv(k, 40) + 0.5) * 4 - 60;
      hole += Math.hypot(x, y) < 30 ? 1 : 0;
    }
    assertThat(ring.film().cells().count()).isEqualTo(disc - hole);
    assertThat(ExperimentFile.parse(ExperimentFile.write(ring), "e", List.of())).isEqualTo(ring);
  }

  @Test
  void copiesAndTurnedShapes() throws IOException {
    Experiment e =
        read(
            """
            film:
              size: [160 nm, 160 nm]
              cell: 2 nm
              shape: difference
              parts:
                - {shape: rectangle, centre: [80 nm, 80 nm], size: [160 nm, 160 nm]}
                - {shape: rectangle, centre: [30 nm, 30 nm], size: [20 nm, 8 nm], rotate: 90 deg, copies: 2x3, spacing: [40 nm, 60 nm]}
            electrodes: {layout: sides-x}
            protocol: [{rest: 1 ns}]
            """);
    // six slots of 8 x 20 nm, that is 4 x 10 cells; their rims belong to the film and hold no
    // centre
    CellMask cells = e.film().cells();
    assertThat(cells.count()).isEqualTo(6400 - 6 * 40);
    assertThat(cells.inside(15 + 80 * 19)).isFalse();
    assertThat(cells.inside(55 + 80 * 49)).isFalse();
    assertThat(cells.inside(19 + 80 * 15)).isTrue();
    assertThat(ExperimentFile.parse(ExperimentFile.write(e), "e", List.of())).isEqualTo(e);
  }
}
