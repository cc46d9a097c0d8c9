"""Coaching: what a repetition measures, which rules it keeps, and what differs between two."""
