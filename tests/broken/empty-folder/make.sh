# a folder without an article
:
