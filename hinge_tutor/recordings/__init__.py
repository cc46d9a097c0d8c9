"""A person's recorded motion: read from other programs' files, fitted to a body, made a take."""
