"""What each role sees, as values whose fields are the wire: one spelling for hall, screens and programs."""
