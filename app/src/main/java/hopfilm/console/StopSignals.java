package hopfilm.console;

import hopfilm.run.RunControl;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Stops runs on Ctrl-C (INT), TERM and HUP: the first signal asks them to write a checkpoint, a
 * second one ends the program at once. Those of one second are one, as a terminal and a program
 * that passes it on may send the same. A signal that the shell has it ignore stays ignored.
 */
public final class StopSignals implements AutoCloseable {

  private static final Map<String, String> REASONS =
      Map.of("INT", "interrupted", "TERM", "terminated", "HUP", "the terminal was closed");

  /** Exit status of a signal: this and its number. */
  private static final int SIGNALLED = 128;

  /** Signals within this time are one [ns]. */
  private static final long SAME = 1_000_000_000L;

  private final RunControl control;
  private final PrintWriter notes;
  private final Map<Signal, SignalHandler> before = new HashMap<>();
  private volatile int received;
  private volatile long first; // time of the signal received [ns]

  private final String deed;

  private StopSignals(RunControl control, PrintWriter notes, String deed) {
    this.deed = deed;
    this.control = control;
    this.notes = notes;
  }

  public static StopSignals watch(RunControl control, PrintWriter notes) {
    return watch(control, notes, "writing a checkpoint");
  }

  /**
   * Watches the signals from now on.
   *
   * @param deed what is done before the end, for the user
   */
  public static StopSignals watch(RunControl control, PrintWriter notes, String deed) {
    StopSignals signals = new StopSignals(control, notes, deed);
    for (String name : REASONS.keySet()) {
      try {
        Signal signal = new Signal(name);
        signals.before.put(signal, Signal.handle(signal, signals::heard));
      } catch (IllegalArgumentException e) {
        continue; // not on this system
      }
    }
    return signals;
  }

  private void heard(Signal signal) {
    long now = System.nanoTime();
    if (received != 0) {
      if (now - first >= SAME) {
        Runtime.getRuntime().halt(SIGNALLED + signal.getNumber());
      }
      return;
    }
    first = now;
    received = signal.getNumber();
    control.stop(REASONS.get(signal.getName()));
    if (StandardError.isTerminal()) {
      // below the bar of progress and ^C
      notes.println();
    }
    notes.println(
        "hopfilm: %s; %s (once more ends the program at once)"
            .formatted(REASONS.get(signal.getName()), deed));
  }

  /** Exit status of a run that was stopped: 130, 143; after the time limit as when terminated. */
  public int status() {
    return received == 0 ? ExitStatus.TIME_LIMIT : SIGNALLED + received;
  }

  @Override
  public void close() {
    before.forEach(Signal::handle);
  }
}
