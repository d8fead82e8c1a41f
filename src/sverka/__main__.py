"""Where the command starts: `sverka`, and `python -m sverka`.

Apart from the command line itself, since what needs no options should not wait for the libraries that read them.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command; Ctrl-C ends it without a traceback."""
    from sverka.streams import put, put_error, settle

    settle()
    try:
        if sys.argv[1:] == ["--version"]:
            from sverka import __version__

            put(f"sverka {__version__}\n")
            return
        from sverka.cli import run

        run()
    except KeyboardInterrupt:
        put_error("interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
