"""``python -m generator`` and the ``pufa`` command."""

from generator.cli import make_app


def main() -> None:
    """Run the command line."""
    make_app()()


if __name__ == "__main__":
    main()
