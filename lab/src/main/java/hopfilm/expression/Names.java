package hopfilm.expression;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a text or column given to a function must be, so that a file is refused when it is read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Names {

  Names.What value();

  /** Things that arguments name or are. */
  enum What {
    /** A kind of films; a star stands for any text. */
    KIND,
    /** A measure of the experiment. */
    MEASURE,
    /** A measure, or the texture {@code before} or {@code after} the steps, or {@code up}. */
    STATE,
    /** A column of table.txt. */
    COLUMN,
    /** A setting of the experiment, {@code key=value}. */
    SETTING,
    /** What weights are counted from. */
    REFERENCE,
    /** What a self-term is. */
    SELF_TERM,
    /** A rule of recall. */
    UPDATE,
    /** A column of numbers. */
    NUMBERS,
    /** A column of yes and no. */
    TRUTHS,
    /** A column of texts. */
    TEXTS,
    /** A column of lists of numbers. */
    LISTS,
    /** A column of matrices. */
    MATRICES
  }
}
