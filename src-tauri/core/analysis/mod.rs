//! Pure functions over a loaded workshop: gap radar, sequence, agenda arithmetic.
