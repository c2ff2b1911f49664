"""Tokens, clitics, sentences, page furniture and dateline of Indonesian news."""
