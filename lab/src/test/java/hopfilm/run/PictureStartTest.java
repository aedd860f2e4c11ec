package hopfilm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hopfilm.experiment.Experiment;
import hopfilm.figures.MicroscopeImage;
import hopfilm.film.FilmSetup;
import hopfilm.film.PictureFit;
import hopfilm.grid.VectorField;
import hopfilm.io.FieldFiles;
import hopfilm.io.FieldFormat;
import hopfilm.io.Ovf;
import hopfilm.io.OvfFile;
import hopfilm.magnet.StrayField;
import hopfilm.parallel.Parallel;
import hopfilm.protocol.RunListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A maze that comes back from its picture, and from files of other kinds. */
class PictureStartTest {

  @TempDir static Path folder;

  private static VectorField maze;

  private final List<String> notes = new ArrayList<>();

  @BeforeAll
  static void makeAMaze() throws IOException {
    SmallFilm.run(
        folder.resolve("maze"),
        "initial.relax.time=4 ns",
        "output.snapshots=4 ns",
        "output.table=500 ps",
        "protocol=[measure: a]");
    maze = Ovf.read(folder.resolve("maze/m000001.ovf")).field();
  }

  private VectorField relaxed(String out, String initial) throws IOException {
    Files.createDirectories(folder.resolve(out));
    Experiment e =
        SmallFilm.experiment(
            "initial=" + initial,
            "output.snapshots=1 ns",
            "output.table=500 ps",
            "output.report=on",
            "protocol=[measure: a]");
    RunListener listener =
        new RunListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        };
    ExperimentRunner.run(e, folder.resolve(out), 1, listener);
    return Ovf.read(folder.resolve(out + "/m000001.ovf")).field();
  }

  private static double sameSigns(VectorField m) {
    int same = 0;
    for (int i = 0; i < m.z().length; i++) {
      same += m.z()[i] * maze.z()[i] > 0 ? 1 : 0;
    }
    return (double) same / m.z().length;
  }

  /** Noise of 10 % of the whole range, as asked for. */
  @Test
  void aMazeComesBackFromANoisyPictureOfMz() throws IOException {
    Path file = folder.resolve("kerr.png");
    MicroscopeImage.kerr(file, maze);
    BufferedImage image = ImageIO.read(file.toFile());
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      int x = i % image.getWidth();
      int y = Math.floorDiv(i, image.getWidth());
      double noisy = image.getRaster().getSample(x, y, 0) + 25.5 * random.nextGaussian();
      image.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, noisy)));
    }
    ImageIO.write(image, "png", file.toFile());
    String start = "{texture: image, file: %s}".formatted(file);
    assertThat(sameSigns(relaxed("from-kerr", start))).isGreaterThan(0.95);
    assertThat(Files.readString(folder.resolve("from-kerr/index.html")))
        .contains("picture at the start, a")
        .contains("of the film is bright or dark as in the picture");
    assertThat(notes)
        .singleElement()
        .asString()
        .matches(
            "at the measure a 9\\d\\.\\d % of the film is bright or dark as in the picture, greys correlate.*");
  }

  @Test
  void aMazeComesBackFromItsStrayField() throws IOException {
    Path file = folder.resolve("mfm.png");
    double[] gradient = new StrayField(maze.grid(), 700e3, 15e-9).gradient(maze);
    MicroscopeImage.mfm(file, maze.grid(), gradient);
    String start = "{texture: image, file: %s, shows: stray-field, height: 15 nm}".formatted(file);
    VectorField m = relaxed("from-mfm", start);
    assertThat(sameSigns(m)).isGreaterThan(0.9);
    Experiment e = SmallFilm.experiment("initial=" + start);
    PictureFit fit = PictureFit.of(e, m);
    assertThat(fit.sameSign()).isGreaterThan(0.9);
    assertThat(fit.correlation()).isGreaterThan(0.9);
    assertThat(InputHash.of(e)).isNotEqualTo(InputHash.of(SmallFilm.experiment()));
  }

  /** Bright for down is the film turned over. */
  @Test
  void brightMayBeDown() throws IOException {
    Path file = folder.resolve("clean.png");
    MicroscopeImage.kerr(file, maze);
    VectorField up = start("{texture: image, file: %s}".formatted(file));
    VectorField down = start("{texture: image, file: %s, bright: down}".formatted(file));
    for (int i = 0; i < up.z().length; i++) {
      assertThat(down.z()[i]).isCloseTo(-up.z()[i], within(1e-9));
    }
  }

  /** The film's own cells: the numbers of the file as they are, to the last bit of a length. */
  @ParameterizedTest
  @ValueSource(strings = {"m.npy", "m.csv", "m.ovf"})
  void filesOfEachKindAreTheSameStart(String name) throws IOException {
    Path file = folder.resolve(name);
    FieldFiles.write(file, new OvfFile(maze, 0, "m", ""), FieldFormat.ofEnding(file).orElseThrow());
    VectorField m = start("{file: %s}".formatted(file));
    for (int i = 0; i < m.z().length; i++) {
      assertThat(m.z()[i]).isCloseTo(maze.z()[i], within(1e-12));
    }
    VectorField fine = start("{file: %s, resample: on}".formatted(file), "film.cell=2 nm");
    assertThat(fine.grid().nx()).isEqualTo(2 * maze.grid().nx());
  }

  private static VectorField start(String initial, String... more) throws IOException {
    List<String> settings = new ArrayList<>(List.of("initial=" + initial));
    settings.addAll(List.of(more));
    Experiment e = SmallFilm.experiment(settings.toArray(new String[0]));
    return new FilmSetup(e, Parallel.SERIAL).start(0);
  }
}
