"""The engine's own tables, for the migration that makes them."""

from procrastinate.schema import SchemaManager


def sql() -> str:
    """The engine's schema for an empty database."""
    return SchemaManager.get_schema()
