"""The story as one interactive page: places, talks, clues, gates, endings, and what a play met of them.

Room: game/authoring. `elements.py` says what there is and where it lies, `page.py` writes the page. `page.html`, `page.css`, `page.js` are
for the browser, with the vendored library beside them (see `vendor/README.md`). Nothing is fetched.
"""
