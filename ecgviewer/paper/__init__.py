"""What to draw, as data; no Qt."""
