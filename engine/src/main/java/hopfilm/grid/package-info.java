/**
 * Where things are: the grid of cells, its mask, shapes in the plane, scalar and vector fields on
 * flat arrays. Nothing of what a field means.
 */
package hopfilm.grid;
