package hopfilm.validation;

/** A problem whose answer is known from elsewhere. One class a problem, readable as a recipe. */
public interface Problem {

  /** Name on the command line: lower case, with hyphens. */
  String name();

  /** Title in the page. */
  String title();

  /** What is computed and what it shows, in about two sentences. */
  String shows();

  /**
   * Solves the problem on the caller's thread.
   *
   * @param effort how fine
   */
  Findings run(Effort effort);

  /** How much time a problem may take. */
  enum Effort {
    /** Coarser meshes and shorter times, with the tolerances that belong to them. */
    QUICK,
    /** What the page shows. */
    FULL;

    /** One value or the other. */
    public <T> T choose(T quick, T full) {
      return this == QUICK ? quick : full;
    }
  }
}
