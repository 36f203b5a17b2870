"""What a business declares: loaded, validated with file and line, linted, hashed."""
