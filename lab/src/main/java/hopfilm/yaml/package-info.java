/**
 * The text of an experiment file as a tree of nodes, each with the line where it was written. What
 * a key means does not belong here.
 */
package hopfilm.yaml;
