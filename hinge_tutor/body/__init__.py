"""A body: its lengths and masses, its joints and their limits, its pose and its muscles."""
