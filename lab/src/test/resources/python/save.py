"""Arrays as numpy saves them. usage: save.py FOLDER"""
import sys

import numpy as np

folder = sys.argv[1] + "/"
k, j, i, c = np.indices((2, 3, 4, 3))
m = 100 * k + 10 * j + i + c / 4
np.save(folder + "c8.npy", m)
np.save(folder + "big.npy", m.astype(">f8"))
np.save(folder + "c4.npy", m.astype("f4"))
np.save(folder + "film.npy", m[0])
with open(folder + "version2.npy", "wb") as f:
    np.lib.format.write_array(f, m, version=(2, 0))
np.save(folder + "fortran.npy", np.asfortranarray(m))
np.save(folder + "int.npy", m.astype("i8"))
np.save(folder + "scalar.npy", m[0, :, :, 0])
m[0, 0, 1, 2] = np.nan
np.save(folder + "nan.npy", m)
print("saved")
