"""For authors of plugins: strategies of messy articles, and checks."""
