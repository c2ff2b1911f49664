"""Find time expressions and normalise them to TIMEX3 and calendar intervals.

The way of a text through this room: :mod:`.tokens` cuts it into tokens, each with a kind (a weekday, a month,
a day of the month, ...) that :mod:`.words` reads from the lexicon. :mod:`.grammar` matches rules over the
kinds, :mod:`.makers` makes typed expressions of the matches, :mod:`.compose` joins neighbours (date and
clock, the ends of a range), :mod:`.traps` drops what is no time. :mod:`.expressions` resolves what is left
against the reference day of :mod:`.anchor` and the calendar of :mod:`.values`, with what :mod:`.context` says
about the sentence. :mod:`.find` runs them all; :mod:`.component` is the spaCy factory.
"""
