package hopfilm.expression;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method that expressions may use: a reading without arguments, or a function. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Meaning {

  /** One clause, for the reference. */
  String value();

  /** Unit of the result; empty for a plain number. */
  String unit() default "";
}
