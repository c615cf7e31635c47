"""Problems for people and for programs."""
