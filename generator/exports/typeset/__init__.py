"""PDF by Typst: a template of our own shows the blocks of a document, which reach it as data and never as markup."""
