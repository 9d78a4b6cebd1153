"""The pictures of README.md, drawn from the real product: `make pictures`.

`script` is what the learner says; `scenes` lets them say it in each messenger and takes what the product sent; the
templates draw a messenger around that; `__main__` has Chromium look at it and writes down every sentence in sight.
tests/test_pictures.py plays the script again and finds each of those sentences still said.
"""
