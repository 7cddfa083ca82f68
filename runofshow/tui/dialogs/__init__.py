"""What is asked over the stage: questions, forms, help, search."""
