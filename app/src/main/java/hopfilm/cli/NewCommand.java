package hopfilm.cli;

import hopfilm.claimpage.ClaimManual;
import hopfilm.console.CliMessage;
import hopfilm.console.ExitStatus;
import hopfilm.file.ExperimentFile;
import hopfilm.input.ExperimentException;
import hopfilm.input.Nearest;
import hopfilm.key.ExperimentKeys;
import hopfilm.key.KeyKind;
import hopfilm.key.Materials;
import hopfilm.units.PublishedMaterials;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints an experiment file to begin with. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    header = "Print a template of an experiment file or a claim",
    description = "hopfilm new > mine.yaml writes it to a file.")
final class NewCommand implements Callable<Integer> {

  private static final Map<String, Layout> LAYOUTS =
      Map.of(
          "corners",
          new Layout(
              "film:\n  size: [512 nm, 512 nm]",
              """
              electrodes:                # quarter discs at the corners, counter-clockwise from the origin
                layout: corners          # or sides-x | sides-y | edge-centres | grid, or a list of shapes: hopfilm help electrodes
                radius: 154 nm
              """,
              "+-+-",
              "38.4 mV"),
          "grid",
          new Layout(
              "film:\n  size: [704 nm, 704 nm]",
              """
              electrodes:                # discs, row by row from the top left: n1 to n9
                grid: 3x3
                radius: 48 nm
                margin: 112 nm           # from the edge of the film to the centres of the outer discs
              """,
              "+-+-+-+-+",
              "22 mV"),
          "svg",
          new Layout(
              """
              device:                    # a drawing with the elements film, hole* and a group electrodes: docs/howto/draw-a-device.md
                svg: device.svg          # in the folder of this file; examples/device.svg is one to begin with
                scale: 4 nm              # length of one unit of its viewBox

              film:                      # its size is that of the drawing\
              """,
              "",
              "+-++-",
              "16 mV"));

  /**
   * What differs.
   *
   * @param film its beginning
   * @param electrodes the section
   * @param pattern one sign for each electrode
   * @param voltage at which such a film of the default material learns
   */
  private record Layout(String film, String electrodes, String pattern, String voltage) {}

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      description = "Electrodes: corners, grid, or svg for a drawing (default: corners)")
  private String layout;

  @Option(
      names = "--material",
      paramLabel = "NAME",
      description = "A material of hopfilm materials (default: the model film)")
  private String material;

  @Option(
      names = "--claim",
      description = "Print a page that states a claim, for hopfilm reproduce")
  private boolean claim;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (claim) {
      if (layout != null || material != null) {
        throw ExperimentException.of(
            layout != null ? "--layout" : "--material", CliMessage.NEW_CLAIM_ALONE);
      }
      PrintWriter page = spec.commandLine().getOut();
      page.print(ClaimManual.template());
      page.flush();
      return ExitStatus.DONE;
    }
    Layout chosen = known(layout == null ? "corners" : layout, LAYOUTS, "--layout");
    if (material != null) {
      known(
          material,
          Materials.magnets().stream().collect(Collectors.toMap(m -> m, m -> m)),
          "--material");
    }
    String text = text(chosen);
    if (!"svg".equals(layout)) {
      ExperimentFile.parse(text, "new", List.of()); // it must run
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
    return ExitStatus.DONE;
  }

  private static <T> T known(String name, Map<String, T> all, String option) {
    if (all.containsKey(name)) {
      return all.get(name);
    }
    String names = all.keySet().stream().sorted().collect(Collectors.joining(", "));
    throw Nearest.to(name, all.keySet())
        .map(
            near ->
                ExperimentException.of(
                    option + " " + name, CliMessage.NEW_UNKNOWN_NEAR, names, near))
        .orElseGet(
            () -> ExperimentException.of(option + " " + name, CliMessage.NEW_UNKNOWN, names));
  }

  private String text(Layout chosen) {
    String film =
        """
        # yaml-language-server: $schema=experiment.schema.json
        # The line above lets editors complete and check keys: hopfilm help --schema > experiment.schema.json
        # Every number has its unit, with any prefix. What is left out has a default: hopfilm help KEY says which.
        #     hopfilm check FILE     vets it, shows every value, and says how long it takes
        #     hopfilm check FILE --draw device.png
        #     hopfilm run FILE

        name: my film

        %s
          cell: 4 nm               # three cells or more in a wall; check says how many there are
          thickness: 20 nm         # a thick film gets too hot: docs/howto/keep-it-cool.md

        heat: {substrate: MgO}     # what the film lies on; leave the line out for a film that no current heats

        """
            .formatted(chosen.film());
    String start =
        """

        initial:
          texture: maze            # stripes that grow from noise; or uniform | helix | skyrmion | wall | file
          seed: 1                  # another seed, another maze

        """;
    boolean hasMaze = material == null || material.equals("FeGe");
    if (!hasMaze) {
      start =
          """

          initial:
            texture: uniform         # no maze grows by itself: hopfilm materials
            direction: [1, 0, 0]

          """;
    }
    String protocol =
        """
        protocol:                  # steps, one after the other
          - measure: untrained     # the conductances before training: what the weights are counted from
          - train:                 # pulses of 2 ns, each followed by rest and a test, until the pattern is held
              pattern: "%s"
              voltage: %s
              until: verified
              clearance: 3 %%       # how far all other patterns must be from being stable
              hold: 6 ns           # rest before the last test, not counted in time
              time: 90 ns          # at most
          - rest: 2 ns
          - measure: trained
          - retrieve: {from: all, update: graded}
          - retrieve: {from: all, update: asynchronous}
        network: {reference: untrained-scaled, scaling: 40 %%, self_term: zero}   # what the weights are counted from: docs/howto/train-reliably.md
        """
            .formatted(chosen.pattern(), chosen.voltage());
    return film + materialSection() + "\n" + chosen.electrodes() + start + protocol;
  }

  private String materialSection() {
    StringBuilder section = new StringBuilder("material:\n");
    if (material == null) {
      for (String key : Materials.NEEDED) {
        line(section, key, ExperimentKeys.find("material." + key).byDefault(), meaning(key));
      }
      return section.toString();
    }
    PublishedMaterials.Entry m = Materials.all().get(material);
    line(section, "preset", material, m.about() + "; hopfilm materials " + material);
    for (String key : Materials.unknown(material)) {
      String guess =
          key.equals("A") ? "10 pJ/m" : ExperimentKeys.find("material." + key).byDefault();
      line(section, key, guess, "NO SOURCE: a placeholder, put yours here; " + meaning(key));
    }
    return section.toString();
  }

  private static String meaning(String key) {
    String meaning = ExperimentKeys.find("material." + key).meaning();
    return ExperimentKeys.find("material." + key).kind() instanceof KeyKind.Choice c
        ? meaning + ": " + c.allowed()
        : meaning;
  }

  private static void line(StringBuilder section, String key, String value, String comment) {
    section.append("  %-24s # %s%n".formatted(key + ": " + value, comment).replace("\r\n", "\n"));
  }
}
