"""Items: the rules that make them, the checks that hold them, the bank that keeps them."""
