"""Durable execution; the only importer of procrastinate."""
