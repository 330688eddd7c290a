# Arrays in .npy and .npz files, byte for byte, and as text.
import io

import numpy as np

file = io.BytesIO()
np.save(file, np.arange(6, dtype=np.float32).reshape(2, 3))
print(file.getvalue())
file.seek(0)
print(np.load(file))
file = io.BytesIO()
np.savez(file, np.arange(3), weights=np.ones((2, 2), np.float32), flag=np.array(True))
file.seek(0)
with np.load(file) as archive:
    print(sorted(archive.files), archive['arr_0'], archive['weights'], archive['flag'], 'missing' in archive)
text = io.StringIO()
np.savetxt(text, np.array([[1, 2.5], [3, 4]]), fmt='%.2f', delimiter=',')
print(text.getvalue(), np.loadtxt(io.StringIO('1 2\n3 4\n# a comment\n')))
