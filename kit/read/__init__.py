"""A file or a page becomes an article. Plain texts are attached to a case by `kit.texts`."""
