package hopfilm.folder;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;

/**
 * Leaves out of a verdict either the keys of all patterns or those of a sample, so that nobody
 * takes the lowest of a sample for the lowest of all.
 */
final class VerdictKeys extends SimpleBeanPropertyFilter {

  @Override
  public void serializeAsProperty(
      Object verdict, JsonGenerator out, SerializationContext context, PropertyWriter writer)
      throws Exception {
    boolean isSampled = ((SummaryRecord.Verdict) verdict).isSampled();
    String key = writer.getName();
    if (key.equals("judged") || key.equals("outcome") || key.endsWith("_sampled") == isSampled) {
      writer.serializeAsProperty(verdict, out, context);
    }
  }
}
