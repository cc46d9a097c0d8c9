"""Coaching: what a repetition measures, and which rules it keeps."""
