"""The index: what it holds, how it is built, and how it keeps in step with the database."""
