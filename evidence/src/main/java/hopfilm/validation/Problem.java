package hopfilm.validation;

/** A problem whose answer is known from elsewhere. One class a problem, readable as a recipe. */
public interface Problem {

  /** Name on the command line: lower case, with hyphens. */
  String name();

  /** Title in the page. */
  String title();

  /** The quantities computed and the point of them, in about two sentences. */
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
    /** The effort behind the page. */
    FULL;

    /** One value or the other. */
    public <T> T choose(T quick, T full) {
      return this == QUICK ? quick : full;
    }
  }
}
