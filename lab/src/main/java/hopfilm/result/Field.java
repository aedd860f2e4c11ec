package hopfilm.result;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Meaning and unit of a field of a result: the one place from which documents, the schema and the
 * Python package have them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Field {

  /** One clause. */
  String value();

  /** SI; empty for pure numbers and what is no number. */
  String unit() default "";
}
