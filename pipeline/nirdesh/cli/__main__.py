"""``python -m nirdesh.cli``: the command line where no command is installed."""

from nirdesh.cli import app

app(prog_name="nirdesh")
