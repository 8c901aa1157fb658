"""An article's text becomes suggested rows. The rows of the bundled case were made by close reading."""
