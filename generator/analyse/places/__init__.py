"""Where things are: places nested, located, and the scene of the event."""
