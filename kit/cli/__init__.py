"""The verbs of the kit on the command line."""

from kit.cli import cases, finding, grouping
from kit.cli.base import main

__all__ = ["cases", "finding", "grouping", "main"]
