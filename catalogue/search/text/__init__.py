"""Texts as search compares and cuts them: one spelling for all, words and character pairs."""
