"""``python -m generator`` and the ``pufa`` command."""

from generator.cli import make_app


def main() -> None:
    """Run the command line."""
    make_app()(prog_name="pufa")


if __name__ == "__main__":
    main()
