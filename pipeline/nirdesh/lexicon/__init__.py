"""Language knowledge as data, and its loaders."""
