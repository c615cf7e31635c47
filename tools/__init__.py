"""What the Makefile runs: the environment, a browser for the tests, the gates."""
