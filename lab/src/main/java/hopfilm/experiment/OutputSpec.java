package hopfilm.experiment;

import hopfilm.experiment.Keys.Default;
import hopfilm.experiment.Keys.In;
import hopfilm.experiment.Keys.Inline;
import hopfilm.experiment.Keys.Key;
import java.util.List;

/** What is written while a run goes on: the section {@code output}, in SI units. */
public record OutputSpec(
    @Key(
            "time between rows of table.txt; a time step ends at each, so that another interval"
                + " changes the last digits, and under current or noise the course")
        @In("ps, 0.001 ps to 1 ms")
        @Default("100 ps")
        double table,
    @Key("time between snapshots of the magnetisation; steps end there too")
        @In("ns, 0.001 ps to 1 ms")
        @Default("10 ns")
        double snapshots,
    @Key("time on the clock between checkpoints; each step of the protocol ends with one too")
        @In("min, 1 ms to 1000 h")
        @Default("5 min")
        double checkpoint,
    @Key("what is written of the film") @Default("[ovf, png]") List<Format> formats,
    @Inline Pages pages) {

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
      @Key(
              "which runs get a page: all, those that did not learn (of several patterns: do not"
                  + " hold all) or did not come to their end, or none")
          @Default("on")
          Report report,
      @Key("whether the pictures of the page are files too, and the film a moving picture")
          @Default("on")
          Figures figures) {

    /** What a file that says nothing gets. */
    public static final Pages ALL = new Pages(Report.ON, Figures.ON);
  }

  /** Copies the list. */
  public OutputSpec {
    formats = List.copyOf(formats);
  }
}
