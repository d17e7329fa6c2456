import { test } from "vitest";

test("a test is no theorem", () => {});
