/**
 * What is told of the keys of an experiment file and the fields of summary.json: the manuals with
 * their examples, and the schemas for editors. How a file is read belongs to {@code file}.
 */
package hopfilm.manual;
