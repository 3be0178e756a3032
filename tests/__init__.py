"""The tests, and what is made by them."""

import sys

# The program has nothing compiled kept anywhere. Here it is started a thousand times, and the tests are compiled too:
# this is imported before anything that is compiled for them anew.
sys.dont_write_bytecode = False
