"""The ten parts of a briefing: what its templates show, one module a part."""
