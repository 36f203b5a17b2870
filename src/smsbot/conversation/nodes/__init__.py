"""One file per node. A node returns what it adds to the work; it never sends."""
