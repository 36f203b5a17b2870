"""Tests of the simulated carrier and its phones."""
