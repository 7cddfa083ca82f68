"""A file of any form as a Document. Each reader gives lines and tables in their order, and judges nothing.

- failure.py       why a file cannot be read: one clear sentence
"""
