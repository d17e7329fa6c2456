import fixture from "../../../fixtures/two-sample.json" with { type: "json" };

/** Two samples in the plane (30 and 45 rows) and their statistics, computed independently in NumPy and SciPy. */
export const reference = fixture.data;
/** Where the numbers come from. */
export const provenance = fixture.provenance;
