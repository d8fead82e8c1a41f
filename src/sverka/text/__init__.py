"""A document cut into words and sentences; every piece carries its offsets."""
