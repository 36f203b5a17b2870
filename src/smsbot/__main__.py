"""`python -m smsbot` is the command line."""

from smsbot.cli import main

if __name__ == "__main__":
    main()
