"""Find direct, indirect and mixed quotes and attribute them to their speakers."""
