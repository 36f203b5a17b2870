"""The words that people stop us with, by language: declared tables, no code."""
