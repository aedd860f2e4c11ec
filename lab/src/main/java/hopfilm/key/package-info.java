/**
 * The keys of the experiment file: what each takes, and the binder between the nodes of a section
 * and a record of {@code experiment}. Rules between keys belong to sections.
 */
package hopfilm.key;
