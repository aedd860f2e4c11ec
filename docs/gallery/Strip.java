import hopfilm.chart.AnimatedGif;
import hopfilm.chart.AnimatedGif.Frame;
import hopfilm.chart.ColourMap;
import hopfilm.experiment.Experiment;
import hopfilm.file.ExperimentFile;
import hopfilm.film.FilmCurrents;
import hopfilm.folder.RunFolder;
import hopfilm.grid.VectorField;
import hopfilm.hopfield.Pattern;
import hopfilm.hopfield.RowBank;
import hopfilm.io.Ovf;
import hopfilm.run.RunBank;
import hopfilm.transport.Electrode;
import hopfilm.transport.GivenValues;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Above, a film whose stripes turn in training; below, a damaged digit, the film whose current
 * answers, and the digit whole, as a picture that moves: {@code java -cp app/target/hopfilm.jar
 * docs/gallery/Strip.java TRAINED SWEEP TO.gif STILL.png}. TRAINED is a run of examples/four-node.yaml
 * with +-+- and output.snapshots=250ps, the sweep is docs/gallery/digits.yaml. Weights, answer,
 * stripes and current are those of its first run.
 */
final class Strip {
  private static final int WRONG = 8;
  private static final long SEED = 1;
  private static final int WIDTH = 880;
  private static final int SQUARE = 150;
  private static final int BELOW = 30 + SQUARE + 12;
  private static final int HEIGHT = BELOW + 290;
  private static final int TOP = BELOW + 34;
  private static final int CELL = 36;
  private static final int SIDE = 5 * CELL;
  private static final int FILM = 200;
  private static final Color INK = new Color(0x1b2733);
  private static final Color DARK = new Color(0x0072b2);
  private static final Color LIGHT = new Color(0xe8edf1);
  private static final Color LATE = new Color(0xe69f00);

  /** Of the stripes: the fewer, the smaller the file. */
  private static final int TONES = 10;

  private final Experiment experiment;
  private final Pattern given;
  private final Pattern answer;
  private final BufferedImage[] film = new BufferedImage[2];
  private final BufferedImage[] turning = new BufferedImage[3];
  private final long gain;

  private Strip(Path trained, Path sweep) throws Exception {
    String[] states = {"measures/untrained.ovf", "m000042.ovf", "measures/trained.ovf"};
    for (int k = 0; k < states.length; k++) {
      turning[k] = stripes(Ovf.read(trained.resolve(states[k])).field());
    }
    JsonNode readings =
        JsonMapper.shared()
            .readTree(Files.readString(trained.resolve("summary.json")))
            .path("conductance");
    gain = Math.round(100 * (power(readings.path("trained")) / power(readings.path("untrained")) - 1));
    RunBank bank = RunBank.of(List.of(sweep), 1, Optional.empty(), RunBank.Listener.NONE);
    Pattern whole = bank.pictures().get(0);
    given = RowBank.copies(whole, WRONG, 1, SEED).get(0);
    RowBank.Answer back = bank.bank().recall(given);
    answer = back.picture();
    if (back.row() != 0 || !answer.equals(whole)) {
      throw new IllegalStateException(
          "it does not come back: row %d, %s for %s".formatted(back.row(), answer, whole));
    }
    Path run = Path.of(bank.runs().get(0));
    experiment = ExperimentFile.read(new RunFolder(run).experiment(), List.of());
    Path last;
    try (Stream<Path> files = Files.walk(run)) {
      last = files.filter(f -> f.toString().endsWith(".ovf")).sorted().reduce((a, b) -> b).get();
    }
    VectorField read = Ovf.read(last).field();
    VectorField m = new VectorField(experiment.film().grid(), read.x(), read.y(), read.z());
    double[] volts = new double[1 + given.size()];
    for (int k = 1; k < volts.length; k++) {
      volts[k] = 1e-3 * given.sign(k - 1);
    }
    VectorField j = new FilmCurrents(experiment).driven(m, GivenValues.voltages(volts)).density();
    paintFilms(m, j);
  }

  /** Of +-+- at 1 V. */
  private static double power(JsonNode conductance) {
    double sum = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        sum += ((a + b) % 2 == 0 ? 1 : -1) * conductance.path(a).path(b).asDouble();
      }
    }
    return sum;
  }

  private static double toned(double mz) {
    return Math.rint((mz + 1) / 2 * (TONES - 1)) / (TONES - 1);
  }

  private static BufferedImage stripes(VectorField m) {
    int nx = m.grid().nx();
    int ny = m.grid().ny();
    BufferedImage image = new BufferedImage(nx, ny, BufferedImage.TYPE_INT_RGB);
    for (int c = 0; c < nx * ny; c++) {
      image.setRGB(c % nx, ny - 1 - c / nx, ColourMap.DIVERGING.rgb(toned(m.z()[c])));
    }
    return image;
  }

  /** Stripes alone, and with the current over them where it is strong. */
  private void paintFilms(VectorField m, VectorField j) {
    int nx = m.grid().nx();
    int ny = m.grid().ny();
    double[] size = new double[nx * ny];
    for (int c = 0; c < size.length; c++) {
      size[c] = Math.hypot(j.x()[c], j.y()[c]);
    }
    double[] sorted = size.clone();
    Arrays.sort(sorted);
    double most = sorted[(int) (0.99 * sorted.length)];
    for (int flash = 0; flash < film.length; flash++) {
      film[flash] = new BufferedImage(nx, ny, BufferedImage.TYPE_INT_RGB);
      for (int c = 0; c < size.length; c++) {
        double tone = toned(m.z()[c]);
        double share = Math.rint(2 * Math.min(1, size[c] / most)) / 2;
        int rgb = mixed(ColourMap.DIVERGING.rgb(tone), flash * share);
        film[flash].setRGB(c % nx, ny - 1 - c / nx, rgb);
      }
    }
  }

  /** With so much of the yellow of current. */
  private static int mixed(int rgb, double share) {
    int[] yellow = {255, 210, 63};
    int out = 0;
    for (int k = 0; k < 3; k++) {
      int old = rgb >> (16 - 8 * k) & 255;
      out = out << 8 | (int) Math.rint(old + 0.85 * share * (yellow[k] - old));
    }
    return out;
  }

  private BufferedImage frame(int flash, Pattern healed, int turned, String said) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    int y = TOP + (film[0].getHeight() - SIDE) / 2;
    grid(g, 4, y, given, -1, true);
    turning(g);
    g.drawImage(film[flash], FILM, TOP, null);
    contacts(g, healed, turned);
    grid(g, WIDTH - SIDE - 4, y, healed, turned, false);
    int heading = BELOW + 22;
    text(g, "a 2 with " + WRONG + " wrong pixels", 4 + SIDE / 2, heading);
    text(g, said, FILM + film[0].getWidth() / 2, heading);
    String result = healed.equals(answer) ? "the 2 is recalled" : "recall, pixel by pixel";
    text(g, result, WIDTH - 4 - SIDE / 2, heading);
    g.dispose();
    return image;
  }

  private static void text(Graphics2D g, String text, int middle, int y) {
    g.setColor(INK);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    g.drawString(text, middle - g.getFontMetrics().stringWidth(text) / 2, y);
  }

  /** A film with an electrode at each corner, before, in and after training. */
  private void turning(Graphics2D g) {
    int apart = (WIDTH - 2 * FILM - turning.length * SQUARE) / (turning.length - 1);
    String[] times = {"before", "after 0.5 ns", "after training"};
    for (int k = 0; k < turning.length; k++) {
      int x = FILM + k * (SQUARE + apart);
      int y = 30;
      g.drawImage(turning[k], x, y, SQUARE, SQUARE, null);
      text(g, times[k], x + SQUARE / 2, 20);
      for (int corner = 0; corner < 4; corner++) {
        int right = corner % 2;
        int lower = corner / 2;
        boolean isPlus = right != lower; // n1, lower left, and n3, upper right
        int left = x + right * (SQUARE - 22);
        int top = y + lower * (SQUARE - 22);
        g.setColor(isPlus ? LIGHT : DARK);
        g.fillOval(left, top, 22, 22);
        g.setColor(isPlus ? INK : Color.WHITE);
        g.setStroke(new BasicStroke(2));
        g.drawLine(left + 7, top + 11, left + 15, top + 11);
        if (isPlus) {
          g.drawLine(left + 11, top + 7, left + 11, top + 15);
        }
      }
    }
    int middle = 30 + SQUARE / 2;
    text(g, "A current turns", 4 + SIDE / 2, middle - 6);
    text(g, "the magnetic stripes", 4 + SIDE / 2, middle + 14);
    text(g, "The film conducts", WIDTH - 4 - SIDE / 2, middle - 6);
    text(g, gain + " % better", WIDTH - 4 - SIDE / 2, middle + 14);
  }

  private void grid(Graphics2D g, int x, int y, Pattern p, int turned, boolean isGiven) {
    for (int k = 0; k < p.size(); k++) {
      int left = x + k % 5 * CELL;
      int top = y + k / 5 * CELL;
      g.setColor(p.sign(k) < 0 ? DARK : LIGHT);
      g.fillRect(left + 1, top + 1, CELL - 2, CELL - 2);
      if (k == turned) {
        g.setColor(LATE);
        g.setStroke(new BasicStroke(4));
        g.drawRect(left + 2, top + 2, CELL - 5, CELL - 5);
      }
      if (isGiven && p.sign(k) != answer.sign(k)) {
        g.setColor(LATE);
        g.fillOval(left + CELL - 13, top + 4, 9, 9);
      }
    }
  }

  /** The pixels' contacts on the film in the colours of the picture; those of the row as rings. */
  private void contacts(Graphics2D g, Pattern p, int turned) {
    List<Electrode> all = experiment.electrodes().on(experiment.film().grid());
    double scale = film[0].getWidth() / experiment.film().sizeX();
    for (int k = 0; k < all.size(); k++) {
      for (var shape : all.get(k).shapes()) {
        var box = shape.box();
        int r = 9;
        int x = (int) Math.rint(FILM + scale * (box.x0() + box.x1()) / 2) - r;
        int y = (int) Math.rint(TOP + film[0].getHeight() - scale * (box.y0() + box.y1()) / 2) - r;
        g.setColor(k == 0 ? Color.WHITE : p.sign(k - 1) < 0 ? DARK : LIGHT);
        g.setStroke(new BasicStroke(2));
        if (k == 0) {
          g.drawOval(x + 3, y + 3, 2 * r - 6, 2 * r - 6);
        } else {
          g.fillOval(x, y, 2 * r, 2 * r);
          g.setColor(k - 1 == turned ? LATE : INK);
          g.drawOval(x, y, 2 * r, 2 * r);
        }
      }
    }
  }

  private List<Frame> frames() {
    List<Frame> all = new ArrayList<>();
    String film = "a film that has learned the 2";
    String current = "the wrong 2 is applied as voltages: currents flow";
    all.add(new Frame(frame(0, given, -1, film), 120));
    all.add(new Frame(frame(1, given, -1, current), 35));
    all.add(new Frame(frame(0, given, -1, current), 20));
    all.add(new Frame(frame(1, given, -1, current), 45));
    int[] now = given.signs();
    for (int k = 0; k < now.length; k++) {
      if (now[k] != answer.sign(k)) {
        now[k] = answer.sign(k);
        all.add(new Frame(frame(1, Pattern.of(now), k, current), 20));
      }
    }
    all.add(new Frame(frame(0, answer, -1, film), 190));
    return all;
  }

  public static void main(String[] args) throws Exception {
    Strip strip = new Strip(Path.of(args[0]), Path.of(args[1]));
    List<Frame> frames = strip.frames();
    AnimatedGif.write(Path.of(args[2]), indexed(frames).stream());
    ImageIO.write(frames.get(frames.size() - 1).image(), "png", new File(args[3]));
  }

  /** What a frame has like the one before is transparent, so that it costs next to nothing. */
  private static List<Frame> indexed(List<Frame> frames) {
    int[] colours = colours(frames);
    IndexColorModel model =
        new IndexColorModel(8, 256, colours, 0, false, 255, DataBuffer.TYPE_BYTE);
    List<Frame> all = new ArrayList<>();
    byte[] before = null;
    for (Frame shown : frames) {
      BufferedImage image =
          new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, model);
      byte[] now = new byte[WIDTH * HEIGHT];
      byte[] sent = new byte[now.length];
      for (int p = 0; p < now.length; p++) {
        now[p] = (byte) nearest(shown.image().getRGB(p % WIDTH, p / WIDTH), colours);
        sent[p] = before != null && before[p] == now[p] ? (byte) 255 : now[p];
      }
      image.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, sent);
      all.add(new Frame(image, shown.delay()));
      before = now;
    }
    return all;
  }

  /** The commonest colours of all frames; the last place is for what stays as it is. */
  private static int[] colours(List<Frame> frames) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Frame shown : frames) {
      for (int p = 0; p < WIDTH * HEIGHT; p++) {
        counts.merge(shown.image().getRGB(p % WIDTH, p / WIDTH) & 0xffffff, 1, Integer::sum);
      }
    }
    List<Integer> common =
        counts.keySet().stream()
            .sorted((a, b) -> counts.get(b) - counts.get(a))
            .limit(255)
            .toList();
    int[] rgb = new int[256];
    for (int k = 0; k < common.size(); k++) {
      rgb[k] = common.get(k);
    }
    return rgb;
  }

  private static final Map<Integer, Integer> NEAREST = new HashMap<>();

  private static int nearest(int rgb, int[] colours) {
    return NEAREST.computeIfAbsent(
        rgb & 0xffffff,
        wanted -> {
          int best = 0;
          int least = Integer.MAX_VALUE;
          for (int k = 0; k < 255; k++) {
            int d = 0;
            for (int shift = 0; shift < 24; shift += 8) {
              int by = (wanted >> shift & 255) - (colours[k] >> shift & 255);
              d += by * by;
            }
            if (d < least) {
              least = d;
              best = k;
            }
          }
          return best;
        });
  }
}
