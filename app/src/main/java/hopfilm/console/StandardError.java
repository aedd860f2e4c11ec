package hopfilm.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;

/**
 * Standard error without the note of the virtual machine that a module is incubating, which no
 * option turns off. The launcher filters that note out of descriptor 2 and leaves the true standard
 * error open as the descriptor in {@code hopfilm.stderr}, so that what the program says passes no
 * filter. Opening {@code /dev/fd/3} instead would start a file anew for whoever writes to it next.
 */
public final class StandardError {

  private StandardError() {}

  /** Makes {@link System#err} the true standard error. */
  public static void open() {
    Integer number = Integer.getInteger("hopfilm.stderr");
    if (number == null) {
      return;
    }
    try {
      Constructor<FileDescriptor> descriptor =
          FileDescriptor.class.getDeclaredConstructor(int.class);
      descriptor.setAccessible(true);
      System.setErr(
          new PrintStream(new FileOutputStream(descriptor.newInstance(number.intValue())), true));
    } catch (ReflectiveOperationException | RuntimeException e) {
      // java.io is closed to reflection: the filter passes all but the note
      return;
    }
  }

  /** True if a person reads it as it comes. */
  static boolean isTerminal() {
    String told = System.getProperty("hopfilm.terminal");
    return told == null ? System.console() != null : told.equals("true");
  }
}
