"""A record in, findings out."""
