"""Guides to the code for people, and the script that draws one of them."""
