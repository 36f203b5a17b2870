"""The arrows of the three ways through the house, one file each."""
