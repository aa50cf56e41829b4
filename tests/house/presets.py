"""CMakePresets.json is usable: every preset can be built, builds under build/, and every preset that is named exists."""

import json
import re

import tree

NAMED = re.compile(r"(?:--preset[ =]|\bconfigure )([a-z]+)\b")
READERS = ("script", ".ci", "README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")


def presets(root):
    about = json.loads((root / "CMakePresets.json").read_text(encoding="utf-8"))
    configure = {p["name"]: p for p in about["configurePresets"]}
    visible = {name for name, p in configure.items() if not p.get("hidden")}
    build = {p["configurePreset"] for p in about["buildPresets"]}
    faults = [f"CMakePresets.json:1: {name} has no build preset" for name in sorted(visible - build)]
    faults += [f"CMakePresets.json:1: build preset of {name}, which is not there" for name in sorted(build - visible)]
    for name, preset in configure.items():
        parent = preset.get("inherits")
        if parent and parent not in configure:
            faults.append(f"CMakePresets.json:1: {name} inherits {parent}, which is not there")
        folder = preset.get("binaryDir", "${sourceDir}/build/")
        if not folder.startswith("${sourceDir}/build/"):
            faults.append(f"CMakePresets.json:1: {name} builds in {folder}: only build/ is ignored by git")
    for path in tree.files(root):
        if str(path) not in READERS and path.parts[0] not in READERS:
            continue
        for number, line in tree.lines(root, path):
            faults += [
                f"{path}:{number}: there is no preset {name} (there are: {', '.join(sorted(visible))})"
                for name in NAMED.findall(line)
                if name not in visible
            ]
    return faults


if __name__ == "__main__":
    tree.main(presets)
