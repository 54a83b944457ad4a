"""Questions as trainers keep them: each form of file is read into the same shape, with what couldn't be read and where."""
