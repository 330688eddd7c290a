"""Records which test methods of its own test suite CPython passes.

    PYTHONPATH=.../libpython3.11-testsuite/usr/lib/python3.11 python3.11 record.py

PYTHONPATH names the folder of the unpacked Debian package that holds the package `test`.
"""

import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "modules.txt")) as listed:
    MODULES = listed.read().split()


def passed(module):
    run = subprocess.run(
        [sys.executable, os.path.join(HERE, "driver.py"), module],
        capture_output=True,
        text=True,
        cwd="/",
    )
    lines = [line[1:].split("\t") for line in run.stdout.splitlines() if line.startswith("@")]
    if ["done"] not in lines:
        sys.exit(f"{module} did not come to its end:\n{run.stderr}")
    return sorted({line[1] for line in lines if line[0] == "ended" and line[2] == "passed"})


with open(os.path.join(HERE, "passed.json"), "w") as out:
    recorded = {module: passed(module) for module in MODULES}
    json.dump(recorded, out, indent=0, sort_keys=True)
    out.write("\n")
print(sum(map(len, recorded.values())), "tests in", len(recorded), "modules")
