"""What things are. Frozen values that every stage exchanges; imports nothing else of the package."""
