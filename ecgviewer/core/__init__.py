"""Shared types; standard library and numpy only."""
