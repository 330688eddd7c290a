"""Records what CPython prints for the programs in the folders of scripts/, a folder a feature.

Each NAME.py gets a NAME.out with its standard output; programs named raise_*.py also a NAME.err
with the traceback. Files have their base name alone in both. Without arguments all programs
are recorded, else those that are named.

    python3.11 record_scripts.py [FEATURE/NAME | FEATURE ...]
"""

import glob
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
        env={"PYTHONHASHSEED": "0", "PATH": os.environ["PATH"], "COLUMNS": "80"},
        cwd="/",
    )
    with open(os.path.join(FOLDER, name + ".out"), "w") as out:
        out.write(run.stdout.replace(os.path.dirname(path) + os.sep, ""))
    if os.path.basename(name).startswith("raise_"):
        with open(os.path.join(FOLDER, name + ".err"), "w") as err:
            err.write(run.stderr.replace(os.path.dirname(path) + os.sep, ""))
    elif run.returncode != 0:
        sys.exit(f"{name} ends with an error:\n{run.stderr}")


def programs(name):
    if os.path.isdir(os.path.join(FOLDER, name)):
        pattern = os.path.join(FOLDER, name, "**", "*.py")
        found = glob.glob(pattern, recursive=True)
        return sorted(os.path.relpath(path, FOLDER)[:-3] for path in found)
    return [name]


for argument in sys.argv[1:] or [""]:
    for name in programs(argument):
        record(name)
