"""How invented cases are told from real ones."""

READER_VERSION = "synthesize"
"""`Source.reader_version` of the sources they stand in: no reader of documents calls itself so."""
TITLE = "合成数据"
"""What those sources are called, and who published them: readers see it below every hit and over every case."""
