package hopfilm.file;

/** How values of a type of the engine stand in a file. */
interface Codec<T> {

  /** The value of a key. */
  T read(Section s, String key);

  /** As it is written. */
  YamlNode write(T value);
}
