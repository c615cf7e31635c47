"""The parts of a story's dossier: what its templates show, one module a part."""
