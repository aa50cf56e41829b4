"""No file of the project may hold a path of one machine: it would work there and nowhere else."""

import re

import tree

MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:home|root|work|tmp|var/tmp|Users|mnt|media)/[\w.*-]")

# File → why it needs such a path.
ALLOWED = {
    "script/chroot-trial": "the chroot lives outside the checkout, and its new user has a home",
    "script/package-trial": "the same, and packages are tried by root in its own home",
    "script/service-trial": "the system it tries is a copy whose root has a home",
    "tests/house/paths.py": "the rule itself",
    "tests/house/self_test.py": "rows that break the rule",
}


def paths(root):
    faults = []
    for path in tree.files(root):
        if str(path) in ALLOWED or path.parts[0] == "corpus":
            continue
        for number, line in tree.lines(root, path):
            match = MACHINE_PATH.search(line)
            if match:
                faults.append(f"{path}:{number}: a path of one machine ({match[0]}…): take it from the build or make a temporary folder")
    return faults


if __name__ == "__main__":
    tree.main(paths)
