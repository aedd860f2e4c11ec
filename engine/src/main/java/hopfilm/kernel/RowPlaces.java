package hopfilm.kernel;

/** Where rows stand in arrays, ghost rows and layers included. */
interface RowPlaces {

  /** Index of cell 0 of row j of layer k. */
  int start(int j, int k);
}
