"""Cases of a similar meaning, where words find nothing: the extra `semantic`, off unless SEMANTIC_SEARCH says so."""
