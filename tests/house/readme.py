"""What the documents name is there: files, folders, commands, links between pages.

`script/server` is a file; build/release/kto-indexer is a program some CMakeLists.txt makes; [x](ARCHITECTURE.md) is a page.
"""

import re

import tree

PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "PRIVACY.md")
CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
# A path of ours: starts in a folder of the project, or is one of its files by suffix.
PATH = re.compile(r"^(?:indexer|searchd|web|corpus|tests|script|cmake|docs|packaging|\.ci)(?:/[\w.@*<>-]*)*$|^[\w.-]+\.(?:md|json|txt)$")
PROGRAM = re.compile(r"^build/[a-z]+/([\w-]+)$")


def programs(root):
    made = set()
    for path in tree.files(root):
        if path.name == "CMakeLists.txt" or path.suffix == ".cmake":
            text = (root / path).read_text(encoding="utf-8")
            made |= set(re.findall(r"add_executable\(\s*([\w-]+)", text))
            made |= {f"test-{name}" for name in re.findall(r"kto_test\(\s*([\w-]+)", text)}
    return made


def exists(root, folder, word):
    if any(mark in word for mark in "*<>"):  # a pattern: its folder must be there
        word = re.split(r"[*<>]", word)[0].rpartition("/")[0] or "."
    return any((base / word).exists() for base in (folder, root, root / "corpus/lublin"))


def fault_in(root, folder, word, made):
    program = PROGRAM.match(word)
    if program:
        return None if program[1] in made else f"{word}: no CMakeLists.txt makes {program[1]}"
    if PATH.match(word) and not exists(root, folder, word):
        return f"{word} is not there"
    return None


def words_of(line, fenced):
    if fenced:
        return line.split("#")[0].split()
    return [word for code in CODE.findall(line) for word in code.split()]


def page_faults(root, page, made):
    faults = []
    fence = None
    for number, line in tree.lines(root, page):
        if line.startswith("```"):
            fence = None if fence is not None else line[3:].strip()
            continue
        words = words_of(line, fence is not None) if fence in (None, "sh") else []
        for word in words:
            fault = fault_in(root, (root / page).parent, word.strip("`,;:()"), made)
            if fault:
                faults.append(f"{page}:{number}: {fault}")
        if fence is None:
            for link in LINK.findall(line):
                if "://" not in link and not (root / page).parent.joinpath(link).exists():
                    faults.append(f"{page}:{number}: the link {link} leads nowhere")
    return faults


def readme(root):
    made = programs(root)
    pages = [page for page in PAGES if (root / page).is_file()]
    pages += [str(path) for path in tree.files(root, {".md"}) if path.parts[0] == "docs"]
    if "README.md" not in pages:
        return ["README.md:1: missing"]
    return [fault for page in pages for fault in page_faults(root, page, made)]


if __name__ == "__main__":
    tree.main(readme)
