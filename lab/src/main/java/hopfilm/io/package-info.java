/** Files that a run reads and leaves: vector fields (OVF, NumPy, CSV, VTK), tables, HDF5. */
package hopfilm.io;
