"""Facts read from the text of a case: one module a fact."""
