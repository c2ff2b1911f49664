"""Turn named-entity mentions into one record per person, organisation and place."""
