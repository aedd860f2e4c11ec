package hopfilm.sweep;

import hopfilm.check.Vetting;
import hopfilm.experiment.SweepRun;
import hopfilm.file.ExperimentFile;
import hopfilm.file.Study;
import hopfilm.input.ExperimentException;
import hopfilm.input.ShellWord;
import hopfilm.io.FileTree;
import hopfilm.io.WholeFile;
import hopfilm.protocol.RunListener;
import hopfilm.protocol.RunResult;
import hopfilm.result.RunStatus;
import hopfilm.run.DoneRun;
import hopfilm.run.ExperimentRunner;
import hopfilm.run.RunDirectory;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * Pictures of experiments: each is run, of a sweep the first run, and its overview becomes {@code
 * NAME.png} beside a {@code README.md} that tells with which command.
 */
public final class Gallery {
  /** Bytes of a picture: a fine texture on a large film takes more at half its size. */
  private static final long LARGEST = 1L << 20;

  /** Snapshots of a page with a slider. */
  private static final int FRAMES = 40;

  /** Sweeps of more runs are shown by their maps. */
  private static final int MAX_RUNS = 50;

  private Gallery() {}

  /**
   * Runs an experiment and adds its picture. Pictures of other experiments stay.
   *
   * @param example the experiment file
   * @param settings {@code key=value} each, as for a run
   * @param out folder of the gallery, created where it is missing
   * @return the picture
   * @throws ExperimentException if the experiment is wrong
   * @throws IllegalStateException if its run fails
   */
  public static Path make(
      Path example, List<String> settings, Path out, int threads, RunListener listener)
      throws IOException {
    vet(example, settings, out);
    SweepRun run = first(example, settings);
    Path folder = Files.createTempDirectory("hopfilm-gallery");
    try {
      carryOut(example, run, folder, threads, listener);
      Path overview = folder.resolve("overview.png");
      if (!DoneRun.overview(run.experiment(), folder, overview)) {
        throw new IllegalStateException(example + ": the run has nothing to show");
      }
      String name = name(example);
      Files.createDirectories(out);
      Path picture = out.resolve(name + ".png");
      BufferedImage image = scaled(ImageIO.read(overview.toFile()), 0.5);
      ImageIO.write(image, "png", picture.toFile());
      while (Files.size(picture) > LARGEST) {
        image = scaled(image, 0.8);
        ImageIO.write(image, "png", picture.toFile());
      }
      describe(example, settings, out);
      return picture;
    } finally {
      FileTree.remove(folder);
    }
  }

  /**
   * Runs an experiment with many snapshots and writes its page with a slider.
   *
   * @param out folder of the pages, created where it is missing
   * @return the page, NAME.html
   * @throws ExperimentException if the experiment is wrong
   * @throws IllegalStateException if its run fails
   */
  public static Path slider(
      Path example, List<String> settings, Path out, int threads, RunListener listener)
      throws IOException {
    vet(example, settings, out);
    double every = first(example, settings).experiment().duration() / FRAMES;
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of("output.formats=[ovf]", "output.report=off"));
    all.add("output.snapshots=" + Quantity.format(every, Dimension.TIME, 2));
    SweepRun run = first(example, all);
    Path folder = Files.createTempDirectory("hopfilm-gallery");
    try {
      carryOut(example, run, folder, threads, listener);
      Path page =
          DoneRun.slider(run.experiment(), folder)
              .orElseThrow(() -> new IllegalStateException(example + ": no snapshots"));
      Files.createDirectories(out);
      return Files.copy(
          page, out.resolve(name(example) + ".html"), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      FileTree.remove(folder);
    }
  }

  private static void carryOut(
      Path example, SweepRun run, Path folder, int threads, RunListener listener)
      throws IOException {
    RunResult result = ExperimentRunner.run(run.experiment(), folder, threads, listener);
    if (result.status() != RunStatus.DONE) {
      throw new IllegalStateException(example + ": " + result.message());
    }
  }

  private static String name(Path example) {
    return example.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }

  /**
   * Says whether a picture can be made, without running anything.
   *
   * @throws ExperimentException if the experiment is wrong, or the folder cannot be written into
   */
  public static void vet(Path example, List<String> settings, Path out) throws IOException {
    Vetting.vet(first(example, settings).experiment());
    RunDirectory.requireWritable(out);
  }

  /** Whether one run shows what an example is about; a map or a search is of all of them. */
  public static boolean isOfOneRun(Path example, List<String> settings) {
    Study study = ExperimentFile.study(example, settings);
    return study.optimise() == null && study.runs().size() <= MAX_RUNS;
  }

  private static SweepRun first(Path example, List<String> settings) {
    return ExperimentFile.study(example, settings).runs().get(0);
  }

  private static String section(String name, Path example, List<String> settings, SweepRun run)
      throws IOException {
    StringBuilder chosen = new StringBuilder();
    settings.forEach(s -> chosen.append(" --set ").append(ShellWord.of(s)));
    run.values()
        .forEach((key, value) -> chosen.append(" --set ").append(ShellWord.of(key + "=" + value)));
    String command =
        chosen.isEmpty()
            ? ""
            : "    ./hopfilm run examples/" + example.getFileName() + chosen + "\n\n";
    return "%s\n\n%s![%s](%s.png)\n"
        .formatted(caption(example, run), command, run.experiment().name(), name);
  }

  /** What the comment at the head of the file says; without one its name. */
  private static String caption(Path example, SweepRun run) throws IOException {
    String said =
        Files.readAllLines(example).stream()
            .takeWhile(line -> line.startsWith("#"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining("\n"))
            .replaceAll("(?<!\n)\n(?!\n)", " "); // an empty line of the comment ends a paragraph
    return said.isEmpty() ? run.experiment().name() : said;
  }

  /**
   * Writes the section of an example in the {@code README.md} of a gallery, its caption and
   * command, and leaves all else.
   *
   * @throws ExperimentException if the experiment is wrong
   */
  public static void describe(Path example, List<String> settings, Path out) throws IOException {
    Path file = out.resolve("README.md");
    String head = "# Gallery\n";
    Map<String, String> sections = new TreeMap<>();
    if (Files.exists(file)) {
      String[] parts = Files.readString(file).split("(?m)^## ");
      head = parts[0].strip() + "\n";
      for (int k = 1; k < parts.length; k++) {
        int end = parts[k].indexOf('\n');
        sections.put(
            parts[k].substring(0, end).strip(), parts[k].substring(end + 1).strip() + "\n");
      }
    }
    String name = name(example);
    sections.put(name, section(name, example, settings, first(example, settings)));
    StringBuilder text = new StringBuilder(head);
    sections.forEach((k, v) -> text.append("\n## ").append(k).append("\n\n").append(v));
    WholeFile.writeSafely(file, text.toString());
  }

  private static BufferedImage scaled(BufferedImage image, double scale) {
    BufferedImage result =
        new BufferedImage(
            (int) (scale * image.getWidth()),
            (int) (scale * image.getHeight()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = result.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, result.getWidth(), result.getHeight(), null);
    g.dispose();
    return result;
  }
}
