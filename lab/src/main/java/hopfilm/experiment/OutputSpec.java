package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import java.util.List;
import java.util.Optional;

/** What is written while a run goes on: the section {@code output}, in SI units. */
public record OutputSpec(
    @Key(
            "interval between rows of table.txt; time steps end there, so another interval changes the trajectory")
        @In("ps, 0.001 ps to 1 ms")
        @Default("100 ps")
        double table,
    @Key("interval between snapshots of m; time steps end there")
        @In("ns, 0.001 ps to 1 ms")
        @Default("10 ns")
        double snapshots,
    @Key("wall time between checkpoints") @In("min, 1 ms to 1000 h") @Default("5 min")
        double checkpoint,
    @Key("file formats of the snapshots") @Default("[ovf, png]") List<Format> formats,
    @Inline Pages pages,
    @Inline Readings readings) {

  /** What a snapshot is written as. */
  public enum Format {
    OVF,
    PNG
  }

  /** Which runs get a page. */
  public enum Report {
    ON,
    /** Runs that did not learn their pattern, or do not hold all, or did not come to their end. */
    FAILED,
    OFF
  }

  /** Whether pictures are files of their own too. */
  public enum Figures {
    ON,
    /** The page has them, and there is no moving picture. */
    OFF
  }

  /** Page and pictures of a run. */
  public record Pages(
      @Key("HTML report; `failed`: of runs that did not learn or finish") @Default("on")
          Report report,
      @Key("figures of the report and an animation as files") @Default("on") Figures figures) {

    /** What a file that says nothing gets. */
    public static final Pages ALL = new Pages(Report.ON, Figures.ON);
  }

  /**
   * What is read of the contacts besides.
   *
   * @param columns names of {@code film.TableColumns}
   */
  public record Readings(
      @Key("additional columns of table.txt (`hopfilm help columns`)")
          @In(value = "columns of the table", isList = true)
          @Default("[]")
          List<String> columns,
      @Key("pairs of electrodes whose resistance is a column of table.txt")
          @In(value = "a list of pairs such as [n1, n4]", isList = true)
          @Default("[]")
          ContactPairs resistance,
      Optional<Samples> samples) {

    /** What a file that says nothing gets. */
    public static final Readings NONE =
        new Readings(List.of(), new ContactPairs(List.of()), Optional.empty());

    public Readings {
      columns = List.copyOf(columns);
    }
  }

  /** Pairs of contacts by name. */
  public record ContactPairs(List<ContactPair> all) {
    public ContactPairs {
      all = List.copyOf(all);
    }
  }

  /** Two contacts by name. */
  public record ContactPair(String a, String b) {}

  /** What is written at equal distances in time, as by an instrument: {@code samples.csv}. */
  public record Samples(
      @Key("interval between samples; time steps end there") @In("ps, 0.001 ps to 1 ms")
          double every,
      @Key("voltages V, currents I, conductances G, mean m_z of blocks (m)") @Default("[V, I]")
          List<Sampled> of,
      @Key("blocks along x and y (m)") @In("across x up, such as 16x16") @Default("1x1")
          Blocks cells) {
    public Samples {
      of = List.copyOf(of);
    }
  }

  /** What can be sampled. */
  public enum Sampled {
    VOLTAGE("V"),
    CURRENT("I"),
    CONDUCTANCE("G"),
    MAGNETISATION("m");

    private final String word;

    Sampled(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** Blocks of cells along x and y. */
  public record Blocks(int across, int up) {
    @Override
    public String toString() {
      return across + "x" + up;
    }
  }

  public OutputSpec {
    formats = List.copyOf(formats);
  }

  /** The same with other pages. */
  OutputSpec with(Pages other) {
    return new OutputSpec(table, snapshots, checkpoint, formats, other, readings);
  }
}
