# What the scripts share; read with ".", never run. They run in the root of the checkout, wherever that is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8

say() { printf '\033[1mkto:\033[0m %s\n' "$*" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[01]m//g'; fi; }

# fail WHAT HINT: one sentence with the place, one with what to do.
fail() {
  printf 'kto: %s\n     %s\n' "$1" "$2" >&2
  exit 1
}

# Compilers at once: a core each, but 1.5 GB of memory each too (the largest source takes 1.2 GB), or a small machine swaps.
jobs_at_once() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable/ {print int($2 / 1572864)}' /proc/meminfo 2>/dev/null || echo 1)
  [ "$memory" -ge 1 ] || memory=1
  echo "${KTO_JOBS:-$((cores < memory ? cores : memory))}"
}

# configure PRESET [cmake options]: quick when nothing changed. A build folder that was copied or moved is made anew.
configure() {
  local preset=$1 cache="build/$1/CMakeCache.txt"
  shift
  if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
    rm -rf "build/$preset"
  fi
  if command -v ccache >/dev/null; then set -- -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"; fi
  mkdir -p build/logs
  cmake --preset "$preset" "$@" >"build/logs/configure-$preset.log" 2>&1 || {
    tail -n 30 "build/logs/configure-$preset.log" >&2
    return 1
  }
}
