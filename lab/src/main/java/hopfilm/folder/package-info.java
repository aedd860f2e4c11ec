/**
 * What the folder of a run or of a sweep holds: the name of every file, once, and the records that
 * are written into it and read back. No run is carried out here, and nothing is drawn.
 */
package hopfilm.folder;
