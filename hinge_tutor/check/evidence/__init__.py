"""What the model's results are proved with: other engines, published figures, exact arithmetic."""
