package hopfilm.file;

import hopfilm.check.Plausibility;
import hopfilm.input.ExperimentException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The experiment files and settings that must be refused, kept as text beside the tests. */
public final class Corpus {

  /**
   * A case.
   *
   * @param expected parts of the message
   * @param yaml the file
   * @param settings as of {@code --set}
   */
  public record Case(List<String> expected, String yaml, List<String> settings) {

    /** The error that reading it ends with, or null; {@code bad.yaml} is the file's name. */
    public ExperimentException read(Path folder) {
      try {
        Path file = Files.writeString(folder.resolve("bad.yaml"), yaml);
        if (yaml.contains(".svg") || yaml.contains(".png")) {
          writeDrawings(folder);
        }
        if (yaml.contains(".csv")) {
          Files.writeString(folder.resolve("samples.csv"), "t,u1,u2\n0,1,2\n1,2,3\n");
          Files.writeString(folder.resolve("nan.csv"), "u\n1\nNaN\n");
          Files.writeString(folder.resolve("ragged.csv"), "u,v\n1,2\n3\n");
          Files.writeString(folder.resolve("twice.csv"), "u,u (V),u (A),v,v\n1,2,3,4,5\n");
          Files.writeString(folder.resolve("empty.csv"), "u\n");
          writeMeasured(folder);
        }
        Plausibility.refuse(ExperimentFile.read(file, settings), file.toString());
        return null;
      } catch (ExperimentException e) {
        return e;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return (settings.isEmpty() ? yaml : settings.get(0)).lines().findFirst().orElse("");
    }
  }

  /** Tables of measured values, each with one fault. */
  private static void writeMeasured(Path folder) throws IOException {
    Map<String, String> tables =
        Map.ofEntries(
            Map.entry("head", "name,G_n1_n2\na,-0.01\n"),
            Map.entry("pair", "label,G_n1_n9\na,-0.01\n"),
            Map.entry("unit", "label,G_n1_n2[mV]\na,-0.01\n"),
            Map.entry("cells", "label,G_n1_n2,G_n1_n3\na,-0.01\n"),
            Map.entry("none", "# no line yet\nlabel,G_n1_n2\n"),
            Map.entry("number", "label,G_n1_n2\na,n/a\n"),
            Map.entry("hex", "label,G_n1_n2\na,-0x1p-3\n"),
            Map.entry("whole", "label,G_n1_n2\na,-0.01\n"),
            Map.entry("sign", "label,G_n1_n2[mS]\na,10\n"),
            Map.entry("below", "label,R_n1_n2\na,-10\n"),
            Map.entry("label", "label,G_n1_n2\nb,-0.01\n"),
            Map.entry("again", "label,G_n1_n2\na,-0.01\n\na,-0.01\n"),
            Map.entry("order", "Time[ps],n1_I[A]\n20,1e-4\n10,1e-4\n"),
            Map.entry("late", "Time[s],n1_I[A]\n1,1e-4\n"),
            Map.entry("other", "Time[s],n2_I[A]\n0,1e-4\n"));
    for (Map.Entry<String, String> table : tables.entrySet()) {
      Files.writeString(folder.resolve("g-" + table.getKey() + ".csv"), table.getValue());
    }
  }

  /** Two train steps, one of them in a repeat, and a sweep. */
  static final String TWO_TRAINS =
      """
      protocol:
        - train: {pattern: +-+-, time: 1 ns}
        - repeat: {times: 2, steps: [train: {pattern: ++--, time: 2 ns}]}
        - rest: 1 ns
      sweep:
        train.pattern: [+-+-, +--+]
        initial.seed: [4, 5, 6]
      """;

  private Corpus() {}

  public static List<Case> files() {
    List<Case> cases = new ArrayList<>();
    for (String block : text("bad-experiments.txt").split("(?m)^expect: ")) {
      if (!block.startsWith("#")) {
        int end = block.indexOf('\n');
        cases.add(new Case(parts(block.substring(0, end)), block.substring(end + 1), List.of()));
      }
    }
    return cases;
  }

  /** Settings of {@link #TWO_TRAINS}. */
  static List<Case> settings() {
    return text("bad-settings.txt")
        .lines()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.split(" => ", 2))
        .map(l -> new Case(parts(l[1]), TWO_TRAINS, List.of(l[0])))
        .toList();
  }

  /** What the cases draw on. */
  static void writeDrawings(Path folder) throws IOException {
    if (Files.exists(folder.resolve("drawing.svg"))) {
      return;
    }
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
          <rect id="film" width="200" height="100"/>
          <g id="electrodes">
            <rect id="left" width="20" height="100"/>
            <rect id="right" x="180" width="20" height="100"/>
          </g>
          <path id="line" d="M 10 10 H 20"/>
          <rect id="clipped" width="20" height="20" clip-path="url(#c)"/>
        </svg>
        """;
    Files.writeString(folder.resolve("drawing.svg"), svg);
    Files.writeString(folder.resolve("nofilm.svg"), svg.replace("\"film\"", "\"magnet\""));
    Files.writeString(
        folder.resolve("nogroup.svg"), svg.replace("id=\"electrodes\"", "id=\"pads\""));
    StringBuilder many = new StringBuilder();
    for (int k = 0; k < 13_000; k++) {
      double angle = 2 * Math.PI * k / 13_000;
      many.append("%f,%f ".formatted(100 + 50 * Math.cos(angle), 50 + 50 * Math.sin(angle)));
    }
    String film = "<rect id=\"film\" width=\"200\" height=\"100\"/>";
    String lines = "<polygon id=\"film\" points=\"" + many + "\"/>";
    Files.writeString(folder.resolve("many.svg"), svg.replace(film, lines));
    String nested = "<g>".repeat(30_000) + film + "</g>".repeat(30_000);
    Files.writeString(folder.resolve("nested.svg"), svg.replace(film, nested));
    BufferedImage black = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(black, "png", folder.resolve("picture.png").toFile());
    BufferedImage noise = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
    for (int k = 0; k < 120 * 120; k++) {
      noise.setRGB(
          k % 120,
          Math.floorDiv(k, 120),
          (k % 120 + Math.floorDiv(k, 120)) % 2 == 0 ? 0 : 0xffffff);
    }
    ImageIO.write(noise, "png", folder.resolve("noise.png").toFile());
    BufferedImage stripes = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_GRAY);
    stripes.createGraphics().fillRect(0, 0, 80, 80);
    for (int k = 0; k < 80; k += 10) {
      stripes.createGraphics().clearRect(k, 0, 5, 80);
    }
    ImageIO.write(stripes, "png", folder.resolve("stripes.png").toFile());
  }

  private static List<String> parts(String expected) {
    List<String> parts = new ArrayList<>();
    for (String part : expected.split("\\|")) {
      parts.add(part.strip());
    }
    return parts;
  }

  private static String text(String resource) {
    try (var in = Corpus.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
