package hopfilm.problem;

/** A problem whose answer is known from elsewhere. One class a problem, readable as a recipe. */
public abstract class Problem {

  private final String name;
  private final String title;
  private final String shows;

  /**
   * A problem.
   *
   * @param name on the command line: lower case, with hyphens
   * @param title in the page
   * @param shows the quantities computed and the point of them, in about two sentences
   */
  protected Problem(String name, String title, String shows) {
    this.name = name;
    this.title = title;
    this.shows = shows;
  }

  /** Name on the command line. */
  public final String name() {
    return name;
  }

  /** Title in the page. */
  public final String title() {
    return title;
  }

  /** The quantities computed and the point of them. */
  public final String shows() {
    return shows;
  }

  /** Computes the quantities, each beside its known value. */
  protected abstract void solve(Effort effort, Findings f);

  /**
   * Solves the problem on the caller's thread.
   *
   * @param effort how fine
   */
  public final Findings run(Effort effort) {
    Findings f = new Findings();
    solve(effort, f);
    return f;
  }

  /** How much time a problem may take. */
  public enum Effort {
    /** Coarser meshes and shorter times, with the tolerances that belong to them. */
    QUICK,
    /** The effort behind the page. */
    FULL;

    /** One value or the other. */
    public <T> T choose(T quick, T full) {
      return this == QUICK ? quick : full;
    }
  }

  /**
   * A problem and what came out.
   *
   * @param findings its checks and charts
   * @param seconds time taken
   */
  public record Result(Problem problem, Findings findings, double seconds) {}
}
