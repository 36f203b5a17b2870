"""What things are: frozen, typed, pure. No I/O, no framework, no clock."""
