/**
 * Between the text of an experiment file and the values of {@code experiment}: keys, YAML, readers,
 * writers. What a value does to a film belongs elsewhere.
 */
package hopfilm.file;
