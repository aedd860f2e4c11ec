/**
 * Where in a film the weights sit: maps of a finished run, their regions, the picture and the
 * tables. It reads run folders; nothing here runs a film on in time.
 */
package hopfilm.where;
