"""An article's text becomes suggested rows, by rules over word lists; each with its rule, confidence and spans."""

from kit.find.hedges import hedges
from kit.find.quotations import quotes
from kit.find.times import times

__all__ = ["hedges", "quotes", "times"]
