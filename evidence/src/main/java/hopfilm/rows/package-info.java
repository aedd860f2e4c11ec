/**
 * Films with rows, a picture each, and banks of them: claims beyond the paper, their films, and the
 * pictures that are written.
 */
package hopfilm.rows;
