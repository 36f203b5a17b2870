"""smsbot: a conversational SMS service. See docs/architecture.md for the way a text takes."""
