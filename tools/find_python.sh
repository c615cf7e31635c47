#!/bin/sh
# Print a Python of 3.11 or newer that can make virtual environments; the one in .venv first, since it is at hand.
set -eu

is_fit() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

for candidate in .venv/bin/python ${PYTHON:+"$PYTHON"} python3 python python3.14 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 && is_fit "$candidate"; then
        echo "$candidate"
        exit 0
    fi
done

cat >&2 <<'MESSAGE'
No Python 3.11 or newer with the modules venv and ensurepip was found.
  Debian, Ubuntu:  apt-get install python3 python3-venv
  macOS:           brew install python
  elsewhere:       https://www.python.org/downloads/
One that is not on PATH can be named: make serve PYTHON=/path/to/python3
MESSAGE
exit 1
