"""Records what CPython prints for the programs in scripts/.

Each NAME.py gets a NAME.out with its standard output; programs named raise_*.py also a NAME.err
with the traceback, in which files have their base name alone. Without arguments all programs
are recorded, else those that are named.

    python3.11 record_scripts.py [NAME ...]
"""

import os
import subprocess
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scripts")


def record(name):
    path = os.path.join(FOLDER, name + ".py")
    run = subprocess.run(
        [sys.executable, path],
        capture_output=True,
        text=True,
        env={"PYTHONHASHSEED": "0", "PATH": os.environ["PATH"]},
    )
    with open(os.path.join(FOLDER, name + ".out"), "w") as out:
        out.write(run.stdout)
    if name.startswith("raise_"):
        with open(os.path.join(FOLDER, name + ".err"), "w") as err:
            err.write(run.stderr.replace(FOLDER + os.sep, ""))
    elif run.returncode != 0:
        sys.exit(f"{name} ends with an error:\n{run.stderr}")


names = sys.argv[1:] or sorted(
    entry[:-3] for entry in os.listdir(FOLDER) if entry.endswith(".py")
)
for name in names:
    record(name)
