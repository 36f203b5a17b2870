"""Webhooks, the desk, the API; the only importer of fastapi."""
