import { expect, it } from "vitest";
import { NotTraceable } from "../../../src/nn/engine/notTraceable.js";

it("is an error that can be told from others", () => {
  const error = new NotTraceable("why");
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toBe("NotTraceable: why");
});
