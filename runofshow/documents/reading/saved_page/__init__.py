"""A page that was saved: .html, .htm.

- page.py          a page that was saved
- depth.py         how deep its elements lie, before it is parsed
- style.py         what the style of an element says
- lists.py         the marks of its lists
"""
