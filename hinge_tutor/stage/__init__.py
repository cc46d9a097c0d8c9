"""From a moment of a repetition to a picture: small shapes in millimeters with role colors."""
