"""Exports: papers in the formats that people and platforms take."""
