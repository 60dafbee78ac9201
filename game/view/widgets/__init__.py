"""Our own small widgets: each draws itself, names its target with a voice label, and knows nothing of any screen."""
