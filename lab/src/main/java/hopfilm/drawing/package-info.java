/**
 * Drawings and pictures that others made, read as closed lines: SVG and images. Neither films nor
 * experiments, and nothing that is written, come in.
 */
package hopfilm.drawing;
