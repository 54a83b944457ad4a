"""Word documents: python-docx makes the shell with its styles, once; fragments of text make what stands in it."""
