"""Understanding text without a model: normal forms, segments, spelling, phrases. Pure."""
