"""``python -m nirdesh.extract.dates``: the filter over standard input."""

from nirdesh.extract.dates.rows import main

if __name__ == "__main__":
    main()
