/**
 * Between the text of an experiment file and the values of {@code experiment}: keys, YAML, readers,
 * writers, the manual of the keys. What a value does to a film belongs elsewhere.
 */
package hopfilm.file;
