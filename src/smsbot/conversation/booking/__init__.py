"""Questions, offers and appointments: what the bot does besides answering.

`hearing` reads the texts against what is pending, `arrange` decides, `offers` and `wording` say it.
Nothing here sends, stores or books: a turn's acts are carried out by its commit.
"""
