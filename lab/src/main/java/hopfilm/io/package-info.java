/** Files that a run reads and leaves: vector fields (OVF) and tables. */
package hopfilm.io;
