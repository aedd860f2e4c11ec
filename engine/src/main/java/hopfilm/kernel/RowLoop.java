package hopfilm.kernel;

/** A loop over the cells of a row. */
@FunctionalInterface
public interface RowLoop {
  /** Computes what the row says. */
  void run(RowOperands row);
}
