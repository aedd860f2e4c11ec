package hopfilm.transport;

import hopfilm.grid.Grid;
import hopfilm.solver.NodeLayout;

/** The nodes at the corners of cells. */
record CellCorners(Grid film, NodeLayout layout) {

  int count() {
    return layout.isFlat() ? 4 : 8;
  }

  /** Number of the node at corner c of a cell: bits 0, 1 and 2 of c say where it is high. */
  int node(int cell, int c) {
    int i = cell % film.nx();
    int j = cell / film.nx() % film.ny();
    int k = cell / (film.nx() * film.ny());
    int x = (i + (c & 1)) % layout.nx();
    int y = (j + (c >> 1 & 1)) % layout.ny();
    int z = (k + (c >> 2)) % layout.nz();
    return x + layout.nx() * (y + layout.ny() * z);
  }
}
