package hopfilm.input;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A message about wrong input. Each package has an enum of its own. A message says what is wrong,
 * what is allowed, and what to do. Where it is wrong (file and line, or the setting) and the key
 * stand before it, see {@link ExperimentException}. Values fill the angle brackets, in their order.
 */
public interface Message {

  /** The message with its slots. */
  String template();

  /** Its name among the messages of its package. */
  String name();

  /**
   * The message.
   *
   * @param values of the slots, in their order; a slot that comes again takes its value again
   * @throws IllegalArgumentException if there are more or fewer values than slots
   */
  default String text(Object... values) {
    Map<String, String> filled = new HashMap<>();
    StringBuilder text = new StringBuilder();
    Matcher slots = Slots.of(template(), values);
    while (slots.find()) {
      if (!filled.containsKey(slots.group())) {
        if (filled.size() == values.length) {
          throw new IllegalArgumentException(name() + " has more slots than " + values.length);
        }
        filled.put(slots.group(), Slots.shown(values[filled.size()]));
      }
      slots.appendReplacement(text, Matcher.quoteReplacement(filled.get(slots.group())));
    }
    if (filled.size() != values.length) {
      throw new IllegalArgumentException(name() + " has fewer slots than " + values.length);
    }
    return slots.appendTail(text).toString();
  }
}
