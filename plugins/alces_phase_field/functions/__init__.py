"""Functions of position drawn from grain structures."""
