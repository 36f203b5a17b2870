"""What docs/benchmarks.md promises, measured: ratios in one run on one machine."""
