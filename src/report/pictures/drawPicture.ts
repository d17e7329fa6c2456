import { curvePicture } from "./curvePicture.js";
import { fanPicture } from "./fanPicture.js";
import { latticePicture } from "./latticePicture.js";
import type { Picture } from "./picturesRecord.js";
import { trajectoryPicture } from "./trajectoryPicture.js";

/**
 * Draw a picture from its numbers.
 *
 * @param picture the numbers, of whichever kind
 * @returns SVG, a whole document; equal numbers give equal text
 * @throws RangeError naming what is not finite or has the wrong shape
 */
export function drawPicture(picture: Picture): string {
  switch (picture.kind) {
    case "trajectories":
      return trajectoryPicture(picture);
    case "lattices":
      return latticePicture(picture);
    case "fans":
      return fanPicture(picture);
    case "curves":
      return curvePicture(picture);
  }
}
