package hopfilm.parallel;

import java.util.concurrent.CancellationException;

/** Lets a deadline, or whoever interrupts the thread, reach work that is not done soon. */
public final class Interruption {

  private Interruption() {}

  /**
   * To be asked within long loops.
   *
   * @throws CancellationException if the thread was interrupted; it is so no longer
   */
  public static void check() {
    if (Thread.interrupted()) {
      throw new CancellationException("given up, as it was asked to end");
    }
  }
}
