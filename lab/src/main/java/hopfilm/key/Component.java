package hopfilm.key;

import hopfilm.experiment.Keys;
import hopfilm.input.Spelling;
import hopfilm.key.KeyKind.Choice;
import hopfilm.key.KeyKind.Form;
import hopfilm.key.KeyKind.Measure;
import hopfilm.key.KeyKind.Measures;
import hopfilm.key.KeyKind.Other;
import hopfilm.key.KeyKind.Range;
import hopfilm.key.KeyKind.Several;
import hopfilm.key.KeyKind.Union;
import hopfilm.key.KeyKind.Whole;
import hopfilm.units.Dimension;
import hopfilm.units.Quantity;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** A component of a record as a key or section of the experiment file, see {@link Keys}. */
public record Component(
    RecordComponent of,
    String key,
    Class<?> type,
    Class<?> element,
    boolean isOfLines,
    boolean isOptional,
    boolean isInFile,
    List<Enum<?>> constants,
    Map<String, Class<?>> records,
    List<String> words) {

  /** The components of a record and its constructor, asked for at each section of each file. */
  private record Parts(List<Component> components, Constructor<?> constructor) {
    private static Parts of(Class<?> record) {
      RecordComponent[] all = record.getRecordComponents();
      Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Parts(
            Arrays.stream(all).map(Component::of).toList(), record.getDeclaredConstructor(types));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final ClassValue<Parts> KNOWN =
      new ClassValue<>() {
        @Override
        protected Parts computeValue(Class<?> record) {
          return Parts.of(record);
        }
      };

  /** Those of a record, in their order. */
  static List<Component> all(Class<?> record) {
    return KNOWN.get(record).components();
  }

  private static Component of(RecordComponent c) {
    Keys.Key key = c.getAnnotation(Keys.Key.class);
    String name =
        key == null || key.name().isEmpty()
            ? c.getName().replaceAll("(?<=[a-z])([A-Z])", "_$1")
            : key.name();
    // Ms, Ku and Kc1 begin with the letter that they are known by
    String spelled = name.length() > 3 ? name.toLowerCase(Locale.ROOT) : name;
    boolean isOptional = c.getType() == Optional.class;
    Type given = isOptional ? argument(c.getGenericType()) : c.getGenericType();
    Class<?> type = raw(given);
    Class<?> element = type == List.class ? raw(argument(given)) : type;
    boolean isOfLines = element == List.class && raw(argument(argument(given))) == List.class;
    boolean isInFile = !c.isAnnotationPresent(Keys.Found.class);
    List<Enum<?>> constants = constants(type, element);
    Map<String, Class<?>> records = new LinkedHashMap<>();
    if (key != null && !c.isAnnotationPresent(Keys.In.class) && constants.isEmpty()) {
      cases(type).forEach(r -> records.put(word(r), r));
    }
    Keys.Words some = c.getAnnotation(Keys.Words.class);
    List<String> words =
        some != null
            ? List.of(some.value())
            : records.isEmpty()
                ? constants.stream().map(Component::word).toList()
                : List.copyOf(records.keySet());
    return new Component(
        c,
        spelled,
        type,
        element,
        isOfLines,
        isOptional,
        isInFile,
        constants,
        Collections.unmodifiableMap(records),
        words);
  }

  private static Type argument(Type of) {
    return ((ParameterizedType) of).getActualTypeArguments()[0];
  }

  private static Class<?> raw(Type type) {
    return type instanceof Class<?> c ? c : (Class<?>) ((ParameterizedType) type).getRawType();
  }

  /** The keys of a section, in the order of its record. */
  public static List<Key> keys(String section, Class<?> record) {
    List<Component> all = all(record);
    Map<String, Key> keys = new LinkedHashMap<>();
    Stream.concat(
            all.stream().flatMap(c -> c.keys(section)),
            all.stream().filter(Component::isLast).flatMap(c -> c.keysOfCases(section)))
        .forEach(k -> keys.putIfAbsent(k.path(), k));
    return List.copyOf(keys.values());
  }

  private boolean isLast() {
    Keys.Key declared = of.getAnnotation(Keys.Key.class);
    return declared != null && declared.casesLast();
  }

  /** What says that the keys of its record are those of the same section. */
  Optional<Keys.Inline> inline() {
    return Optional.ofNullable(of.getAnnotation(Keys.Inline.class));
  }

  /** What the records have in common, each in a record of its own, comes last. */
  private Stream<Key> keysOfCases(String section) {
    return Stream.of(false, true)
        .flatMap(
            isInline ->
                records().values().stream()
                    .flatMap(r -> all(r).stream())
                    .filter(c -> c.inline().isPresent() == isInline)
                    .flatMap(c -> c.keys(section)));
  }

  /** Its own key, and those below it. */
  public Stream<Key> keys(String section) {
    if (inline().isPresent()) {
      return keys(section, type).stream();
    }
    String path = section.isEmpty() ? key : section + "." + key;
    Keys.Key declared = of.getAnnotation(Keys.Key.class);
    Stream<Key> below =
        isChoice()
            ? isLast() ? Stream.of() : keysOfCases(section)
            : fields()
                .map(t -> keys(isRecords() ? path + "[]" : path, t))
                .orElse(List.of())
                .stream();
    return declared == null
        ? below
        : Stream.concat(Stream.of(new Key(path, kind(), byDefault(), declared.value())), below);
  }

  /** The record whose components are keys below this one. */
  Optional<Class<?>> fields() {
    if (isRecords()) {
      // parts of shapes have keys of their own, however deep they are
      return key.equals("parts") ? Optional.empty() : Optional.of(element);
    }
    return type.isRecord() ? Optional.of(type) : cases(type).filter(Class::isRecord).findFirst();
  }

  /** Whether it is a list of sections. */
  boolean isRecords() {
    return type == List.class && element.isRecord();
  }

  /** Whether its word chooses one of several records. */
  boolean isChoice() {
    return !records.isEmpty();
  }

  /** The word that chooses a record. */
  static String word(Class<?> record) {
    Keys.Word word = record.getAnnotation(Keys.Word.class);
    return word == null ? record.getSimpleName().toLowerCase(Locale.ROOT) : word.value();
  }

  /** The constants of an enum that are words of a key. */
  private static List<Enum<?>> constants(Class<?> type, Class<?> element) {
    return Stream.concat(Stream.of(type, element), cases(type))
        .distinct()
        .filter(Class::isEnum)
        .<Enum<?>>flatMap(e -> Arrays.stream((Enum<?>[]) e.getEnumConstants()))
        .toList();
  }

  private static Stream<Class<?>> cases(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(c -> c.isInterface() ? cases(c) : Stream.of(c))
        : Stream.of();
  }

  /** The word of a constant: its own name for itself, or that of Java in small letters. */
  static String word(Enum<?> e) {
    return e.toString().equals(e.name()) ? Spelling.of(e) : e.toString();
  }

  boolean isTrue(String word) {
    return word.equals(of.getAnnotation(Keys.Words.class).yes());
  }

  String byDefault() {
    Keys.Default usual = of.getAnnotation(Keys.Default.class);
    return usual == null ? null : usual.value();
  }

  private KeyKind kind() {
    Keys.In in = of.getAnnotation(Keys.In.class);
    if (type == double.class || type == OptionalDouble.class || type == Quantity.class) {
      return measure(in);
    } else if (type == long.class || type == int.class || type == Integer.class) {
      String[] ends = in == null ? new String[0] : in.value().split(" to ", -1);
      return in == null
          ? new Whole(0, Long.MAX_VALUE)
          : new Whole(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    } else if (type == List.class) {
      return element == Double.class
          ? new Measures(measure(in), in.count())
          : in != null ? new Other(in.value(), true) : new Several(words());
    } else if (in != null) {
      return new Other(in.value(), in.isList());
    } else if (type.isSealed() && !isChoice()) {
      List<Key> section = keys("", fields().orElseThrow());
      return new Union(words(), section.stream().map(Key::path).toList());
    }
    return new Choice(words());
  }

  private static Measure measure(Keys.In in) {
    List<Form> all = new ArrayList<>();
    for (String form : in.value().split("; ", -1)) {
      int comma = form.indexOf(", ");
      String unit = comma < 0 ? "" : form.substring(0, comma);
      String range = form.substring(comma < 0 ? 0 : comma + 2);
      boolean isOpen = range.startsWith("between ");
      String[] ends = range.replaceFirst("^between ", "").split(isOpen ? " and " : " to ", -1);
      Dimension dimension =
          in.of().length > 0 ? in.of()[0] : Quantity.read(ends[1], Dimension.values()).dimension();
      all.add(new Form(dimension, unit, Range.of(dimension, ends[0], ends[1], isOpen)));
    }
    return new Measure(all);
  }

  /** Whether it is the place of a key whose value goes with those of another. */
  boolean isAllowed(Function<String, Optional<String>> words) {
    Keys.OnlyWith only = of.getAnnotation(Keys.OnlyWith.class);
    if (only == null) {
      return true;
    }
    Optional<String> other = words.apply(only.key());
    return other.isPresent()
        && (only.is().length == 0 || Arrays.asList(only.is()).contains(other.get()));
  }

  /** The value in a record. */
  Object in(Record record) {
    try {
      return of.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record of these values. */
  static <R> R make(Class<R> record, Object... values) {
    try {
      return record.cast(KNOWN.get(record).constructor().newInstance(values));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
