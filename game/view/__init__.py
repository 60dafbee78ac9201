"""The window: it draws the moment that core describes and answers with commands.

Room: game/view. The only room that imports pygame; its desk screens read `reporting.client`.
Stays outside: every rule of the story and of the report.
"""
