/**
 * What is told of the keys of an experiment file: the manual with its examples, and the schema for
 * editors. How a file is read belongs to {@code file}.
 */
package hopfilm.manual;
