"""Small files: a file of code over 450 lines does too much. Over 300 it is named, so that the next change splits it.

Functions are measured by clang-tidy (readability-function-size in .clang-tidy).
"""

import tree

CODE = {".cc", ".h", ".py", ".js", ".mjs", ".css", ".html", ".mustache", ".cmake"}
MOST = 450    # nine files in ten of good code in this field stay under 300 to 450 lines
LARGE = 300


def sizes(root):
    faults = []
    for path in tree.files(root, CODE):
        count = len(tree.lines(root, path))
        if count > MOST:
            faults.append(f"{path}:{count}: {count} lines, at most {MOST}: split it by what it does")
        elif count > LARGE:
            print(f"note: {path}: {count} lines")
    return faults


if __name__ == "__main__":
    tree.main(sizes)
