package hopfilm.claims;

import hopfilm.file.ExperimentFile;
import hopfilm.hopfield.Pattern;
import hopfilm.reproduce.Batch.Film;
import hopfilm.reproduce.Effort;
import hopfilm.transport.WiredGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The films of the claims; they are those of the examples of the same names. */
final class PaperFilms {

  /** The film of the paper: 400 nm, six stripes. */
  private static final String FILM =
      """
      film: {size: [400 nm, 400 nm], cell: 4 nm, thickness: 1 um}
      material:
        Ms: 700 kA/m
        A: 10 pJ/m
        Ku: 480 kJ/m^3
        D: 6.5 mA
        dmi: bulk
        alpha: 0.3
        P: 1
        xi: 0
        rho_perp: %s
        amr: 150 %%
      initial: {texture: maze, seed: 1, relax: {time: 10 ns, alpha: 0.5}}
      output: {table: %s, snapshots: 10 ns, formats: [ovf]}
      """;

  private static final String TRAINING =
      """
      electrodes: {layout: corners, radius: %s}
      protocol:
        - measure: untrained
        - train: {pattern: "+-+-", voltage: %s, time: 20 ns}
        - measure: trained
      """;

  private static final String WIRED_TRAINING =
      "  - train: {patterns: [%s], voltage: 96 mV, slot: 3 ns, %s}\n";

  /** Resistivity of the film between two edges under the stronger of its two drives. */
  static final String FAST = "0.06 uOhm m";

  /** Measures while a film is trained; one letter is read every 1 ns, the first time after 4 ns. */
  static final int LOOKS = 11;

  private PaperFilms() {}

  /** Four nodes on a film like that of the paper. */
  static Film paper(String... settings) {
    return film(
        "paper-like film",
        FILM.formatted("0.15 uOhm m", "1 ns") + TRAINING.formatted("100 nm", "50 mV"),
        settings);
  }

  /** The film of the paper with four nodes and another protocol, given as its steps. */
  static Film paperWith(String protocol, String... settings) {
    return film(
        "paper-like film",
        FILM.formatted("0.15 uOhm m", "1 ns")
            + "electrodes: {layout: corners, radius: 100 nm}\nprotocol:\n"
            + protocol,
        settings);
  }

  /** Four nodes on the default film: 512 nm, thirteen stripes. */
  static Film standard(String... settings) {
    return film("default film", defaultFilm() + TRAINING.formatted("154 nm", "38.4 mV"), settings);
  }

  /**
   * The film of the paper between whole edges.
   *
   * @param rho resistivity with its unit: it sets the strength of the drive
   * @param protocol its steps
   */
  static Film strip(String rho, String protocol, String... settings) {
    return film(
        "film between two edges",
        FILM.formatted(rho, "500 ps") + "electrodes: {layout: sides-x}\nprotocol:\n" + protocol,
        settings);
  }

  /** The default film with four nodes and another protocol. */
  static Film standardWith(String protocol, String... settings) {
    return film(
        "default film",
        defaultFilm() + "electrodes: {layout: corners, radius: 154 nm}\nprotocol:\n" + protocol,
        settings);
  }

  /**
   * Nodes at the pixels of a picture, discs of 72 nm whose centres begin 80 nm from the edge.
   *
   * @param grid rows x columns
   * @param side of the film with its unit
   */
  static Film picture(String grid, String side, String pattern) {
    String film =
        FILM.formatted("0.24 uOhm m", "10 ns")
            .replace("[400 nm, 400 nm]", "[%s, %s]".formatted(side, side));
    String rest =
        """
        electrodes: {grid: %s, radius: 72 nm, margin: 80 nm}
        protocol:
          - measure: untrained
          - train: {pattern: "%s", voltage: 80 mV, time: 15 ns}
          - measure: trained
          - retrieve: {from: noisy, copies: 100, flips: 2, update: graded}
        """
            .formatted(grid, pattern);
    return set(
        film("nodes at the pixels of a picture", film + rest),
        e -> List.of("train.time=" + e.choose("15 ns", "30 ns")));
  }

  /**
   * Nodes at the pixels of a letter, 5 x 7, seven stripes from node to node. The conductances are
   * read every 1 ns while the film is trained, the first time after 4 ns.
   */
  static Film letter(Pattern letter) {
    String film =
        FILM.formatted("0.24 uOhm m", "10 ns")
            .replace("[400 nm, 400 nm], cell: 4 nm", "[1600 nm, 2240 nm], cell: 6.4 nm")
            .replace("480 kJ/m^3", "172 kJ/m^3")
            .replace("time: 10 ns", "time: 8 ns");
    StringBuilder rest =
        new StringBuilder("electrodes: {grid: 7x5, radius: 80 nm, margin: 160 nm}\n");
    rest.append("protocol:\n  - measure: untrained\n");
    for (int k = 1; k <= LOOKS; k++) {
      rest.append(
          "  - train: {pattern: \"%s\", voltage: 65 mV, time: %d ns}\n  - measure: trained-%d\n"
              .formatted(letter, k == 1 ? 4 : 1, k));
    }
    rest.append("network: {reference: scaled}\n");
    return film("letters of 5 x 7 pixels", film + rest);
  }

  /**
   * 2 x 4 nodes, half and quarter discs on the rim, 512 nm apart, trained until both patterns of a
   * pair are held.
   */
  static Film pair(List<String> patterns, List<String> settings) {
    return pairThen("", patterns, settings);
  }

  /**
   * The same film with more steps after its training.
   *
   * @param steps lines of the protocol
   */
  static Film pairThen(String steps, List<String> patterns, List<String> settings) {
    String rest =
        """
        electrodes: {grid: 2x4, radius: 138 nm, margin: 0 nm}
        protocol:
          - measure: untrained
          - train: {patterns: [%s], voltage: 96 mV, slot: 3 ns, time: 48 ns, until: verified, hold: 6 ns}
          - measure: trained
        %snetwork: {reference: untrained, self_term: zero}
        """
            .formatted(quoted(patterns), steps);
    return film(
        "two patterns in one film",
        memories("1536 nm, 512 nm", "1 ns") + rest,
        settings.toArray(String[]::new));
  }

  /**
   * How electrodes are wired to the contacts of a grid, half of each behind inverters, placed so
   * that pairs meet with equal and with opposite signs.
   *
   * @param electrodes how many
   * @param grid of the contacts, rows x columns
   * @param size of the film, width and height
   */
  record Wiring(int electrodes, int contacts, String grid, String size) {

    private static final long SEED = 1;

    /** Those of examples/wired-memories.yaml: all pairs meet. */
    static final Wiring EIGHT = new Wiring(8, 8, "8x8", "4096 nm, 4096 nm");

    /** Pairs meet six times on average, where those of eight contacts meet four times. */
    static final Wiring DENSE = new Wiring(8, 12, "8x12", "6144 nm, 4096 nm");

    /** Pairs meet twice on average. */
    static final Wiring SIXTEEN = new Wiring(16, 8, "8x16", "8192 nm, 4096 nm");

    /** Three places a pair, for three patterns. */
    static final Wiring SIXTEEN_DENSE = new Wiring(16, 12, "12x16", "8192 nm, 6144 nm");

    /** Likewise. */
    static final Wiring TWENTY_FOUR = new Wiring(24, 16, "16x24", "12288 nm, 8192 nm");

    /** For the pixels of a letter. */
    static final Wiring LETTER = new Wiring(35, 8, "14x20", "10240 nm, 7168 nm");

    /** In words. */
    String label() {
      return "%d electrodes, %d contacts each".formatted(electrodes, contacts);
    }

    /** How often its electrodes meet. */
    WiredGrid.Meetings meetings() {
      String[] sides = grid.split("x");
      int rows = Integer.parseInt(sides[0]);
      int columns = Integer.parseInt(sides[1]);
      return WiredGrid.of(new WiredGrid.Plan(rows, columns, electrodes, true, SEED)).meetings();
    }

    private String yaml() {
      return "{wired: {grid: %s, neurons: %d, signs: both, seed: %d}, radius: 138 nm, margin: 256 nm}"
          .formatted(grid, electrodes, SEED);
    }
  }

  /** A film with wired electrodes, trained until all patterns are held. */
  static Film wired(String name, Wiring wiring, List<Pattern> patterns, String... settings) {
    String steps = WIRED_TRAINING.formatted(quoted(patterns), "time: 36 ns, until: verified");
    return wiredWith(steps, name, wiring, settings);
  }

  /** A film with wired electrodes that is shown blocks of 3 ns, then rests, without a look. */
  static Film shown(String name, Wiring wiring, List<Pattern> blocks) {
    String time = "time: %d ns".formatted(3 * blocks.size());
    return wiredWith(
        WIRED_TRAINING.formatted(quoted(blocks), time) + "  - rest: 1 ns\n", name, wiring);
  }

  private static Film wiredWith(String steps, String name, Wiring wiring, String... settings) {
    String rest =
        """
        electrodes: %s
        protocol:
          - measure: untrained
        %s  - measure: trained
        network: {reference: untrained, self_term: zero}
        """
            .formatted(wiring.yaml(), steps);
    return film(name, memories(wiring.size(), "100 ns") + rest, settings);
  }

  /** The film of examples/cool.yaml. */
  static Film cool(String... settings) {
    String film =
        """
        film: {size: [384 nm, 384 nm], cell: 4 nm, thickness: 20 nm, oersted: on}
        heat:
          ambient: 300 K
          capacity: 3.5 MJ/m^3/K
          conductivity: 30 W/m/K
          interface: 100 MW/m^2/K
          substrate: MgO
        electrodes: {layout: corners, radius: 115 nm}
        initial: {relax: {time: 3 ns}}
        protocol:
          - measure: untrained
          - train: {pattern: "+-+-", voltage: 30 mV, time: 75 ns, until: verified, hold: 6 ns}
          - rest: 2 ns
          - measure: trained
        """;
    return film("a film that stays cool", film, settings);
  }

  /** Contacts of such a film stand 512 nm apart. */
  private static String memories(String size, String table) {
    return FILM.formatted("0.24 uOhm m", table)
        .replace("[400 nm, 400 nm], cell: 4 nm", "[" + size + "], cell: 6.4 nm")
        .replace("480 kJ/m^3", "172 kJ/m^3")
        .replace("time: 10 ns", "time: 6 ns")
        .replace("snapshots: 10 ns", "snapshots: 1 us");
  }

  private static String defaultFilm() {
    return FILM.formatted("0.15 uOhm m", "1 ns")
        .replace("[400 nm, 400 nm]", "[512 nm, 512 nm]")
        .replace("480 kJ/m^3", "172 kJ/m^3");
  }

  private static String quoted(List<?> patterns) {
    return patterns.stream().map(p -> "\"" + p + "\"").collect(Collectors.joining(", "));
  }

  private static Film film(String name, String yaml, String... settings) {
    return (effort, seed) -> {
      List<String> all = new ArrayList<>(List.of(settings));
      all.add("initial.seed=" + seed);
      all.addAll(effort.settings());
      return ExperimentFile.parse("name: " + name + "\n" + yaml, name, all);
    };
  }

  /** A film with some keys changed by the effort. */
  static Film set(Film film, Function<Effort, List<String>> settings) {
    return (effort, seed) -> film.of(effort.after(settings.apply(effort)), seed);
  }
}
