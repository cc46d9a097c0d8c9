"""Lessons: documents, the order of the course, words on screen, and whom a build asks for."""
