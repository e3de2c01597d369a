"""Article to other formats: one file each."""
