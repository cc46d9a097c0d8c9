"""What a motion asks of a body: joint moments, muscles' efforts, the load on the lower back."""
