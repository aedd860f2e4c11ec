/**
 * Formats of files: vector fields (OVF, NumPy, CSV, VTK), tables, HDF5, checkpoints, and files
 * written whole or not at all. It knows grids and numbers, and no experiment or run.
 */
package hopfilm.io;
