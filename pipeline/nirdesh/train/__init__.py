"""Recipes that train what ``models/`` ships."""
