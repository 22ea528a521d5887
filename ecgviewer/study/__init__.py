"""Anything over a data set: labels, training, evaluation."""
