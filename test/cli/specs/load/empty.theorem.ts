// Holds no theorem.
