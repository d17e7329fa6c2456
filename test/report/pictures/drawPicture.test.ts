import { expect, it } from "vitest";
import { curvePicture } from "../../../src/report/pictures/curvePicture.js";
import { drawPicture } from "../../../src/report/pictures/drawPicture.js";
import { fanPicture } from "../../../src/report/pictures/fanPicture.js";
import { latticePicture } from "../../../src/report/pictures/latticePicture.js";
import { trajectoryPicture } from "../../../src/report/pictures/trajectoryPicture.js";
import { curves, fans, lattices, trajectories } from "./pictureOf.js";

it("draws each kind as what it is", () => {
  expect(drawPicture(trajectories())).toBe(trajectoryPicture(trajectories()));
  expect(drawPicture(lattices())).toBe(latticePicture(lattices()));
  expect(drawPicture(fans())).toBe(fanPicture(fans()));
  expect(drawPicture(curves())).toBe(curvePicture(curves()));
});
