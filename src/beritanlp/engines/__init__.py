"""What gives a Doc its syntax and entities: spaCy's models, computed in fewer steps."""
