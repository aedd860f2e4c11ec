package hopfilm.experiment;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import hopfilm.input.Message;
import hopfilm.units.Dimension;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Map;

/**
 * How a component of a record is a key of the experiment file. Reader, writer, identity, manual and
 * schema follow from the components, in their order.
 *
 * <p>The key is the component's name, {@code demagRate} as {@code demag_rate}. The type says what
 * it takes: a number with its unit, a whole number, a list of numbers, one word of an enum, or one
 * of two for a boolean. An {@link java.util.OptionalDouble} holds only what was written. A
 * component without {@link Key} is a section of its name, if its type is a record; it may be {@link
 * java.util.Optional}. A sealed interface is a word, a constant of its enum, or a section, its
 * record. A sealed interface of records alone is a word that says which, and the keys of that
 * record beside it; of keys that several of them have, one is annotated.
 */
public final class Keys {

  private Keys() {}

  /** A key, with one line for the manual. */
  @Retention(RUNTIME)
  @Target(RECORD_COMPONENT)
  public @interface Key {
    String value();

    /** Its name where that is none of a component. */
    String name() default "";

    /** Where it chooses one of several records, whether their keys come last in the manual. */
    boolean casesLast() default false;
  }

  /**
   * What is allowed. Of a number with a unit that is the unit for results and a range, {@code nm, 1
   * nm to 10 mm}, or {@code %, between 0 % and 50 %} without the limits themselves; several forms
   * are separated by semicolons. Of a whole number it is {@code 1 to 1000}. Of other values it is
   * what the manual says.
   */
  @Retention(RUNTIME)
  @Target(RECORD_COMPONENT)
  public @interface In {
    String value();

    /** Of a list, how many; 0 for one per electrode, -1 for one or more. */
    int count() default 1;

    /** Whether a list is one value of what is neither number nor list, and no sweep over it. */
    boolean isList() default false;

    /** Where the unit is that of several dimensions, which of them. */
    Dimension[] of() default {};
  }

  /** The value where the key is not given, as a user would write it. */
  @Retention(RUNTIME)
  @Target(RECORD_COMPONENT)
  public @interface Default {
    String value();

    /** Whether it is written where the values of an experiment are spelled out. */
    boolean isWritten() default true;
  }

  /** The word that chooses a record where it is not its name. */
  @Retention(RUNTIME)
  @Target(TYPE)
  public @interface Word {
    String value();
  }

  /** How a key of another record is refused: with word, key, and words that have it if wanted. */
  @Retention(RUNTIME)
  @Target(TYPE)
  public @interface Cases {
    ExperimentMessage refusal();

    boolean namesThose() default false;
  }

  /**
   * What magnitudes are usual: a value outside is allowed and warned of, as most often its unit or
   * prefix is wrong. On a method that is a key in another form.
   */
  @Retention(RUNTIME)
  @Target({RECORD_COMPONENT, METHOD})
  public @interface Usual {
    String value();
  }

  /** A record with rules between its keys. */
  public interface Ruled {
    /** What is wrong with a key, by its name. */
    Map<String, Message> faults();
  }

  /** With a preset it comes from a source or from the user: the default does not stand in. */
  @Retention(RUNTIME)
  @Target(RECORD_COMPONENT)
  public @interface FromSource {}

  /** The components of a record are keys of the same section. */
  @Retention(RUNTIME)
  @Target(RECORD_COMPONENT)
  public @interface Inline {
    /** The key in whose presence there is no such record. */
    String unless() default "";
  }

  /** No key: it is found elsewhere once the file is read. */
  @Retention(RUNTIME)
  @Target(RECORD_COMPONENT)
  public @interface Found {}

  /** The words of a boolean, or those of an enum or of records that are taken, in their order. */
  @Retention(RUNTIME)
  @Target(RECORD_COMPONENT)
  public @interface Words {
    String[] value();

    /** Of a boolean, the word for true. */
    String yes() default "on";
  }

  /**
   * The key is refused, and not written, where another one has none of these words; without words,
   * where it is not given.
   */
  @Retention(RUNTIME)
  @Target(RECORD_COMPONENT)
  public @interface OnlyWith {
    String key();

    String[] is() default {};

    ExperimentMessage otherwise();
  }
}
