"""A case becomes files for others."""
