"""Invented cases for trials of size and speed: recombined from the catalogue's own, marked as such, removable whole."""
