"""The public, read-only API: the same questions as the pages', the same cases as the export's, in JSON."""
