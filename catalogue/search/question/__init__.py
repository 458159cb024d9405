"""What a question means: its terms, what they widen to, and what may have been meant instead."""
