"""Torch modules, one file a net, no input or output."""
