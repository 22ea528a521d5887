"""Arithmetic on arrays of samples; no files, no torch, no Qt."""
