"""Looking at a database in the browser: pages on Datasette, and the same on one page for e-mail."""
