import { z } from "zod";

const numbers = z.array(z.number());
const text = z.string().min(1);

/** What all pictures have: a name for the file, a title in the picture, and below it what it shows and how it was made. */
const common = { id: z.string().regex(/^[a-z0-9-]+$/), title: text, caption: text };

/** Paths of bodies, seen along the z axis. */
export const trajectoryPictureData = z.strictObject({
  kind: z.literal("trajectories"),
  ...common,
  unit: text,
  /** Panels side by side; `bodies` are paths [x, y] over time. All share the axes of the first, the true one. */
  panels: z.array(z.strictObject({ title: text, bodies: z.array(z.array(z.tuple([z.number(), z.number()]))) })).min(1),
});

/** Lattices of cells over time. */
export const latticePictureData = z.strictObject({
  kind: z.literal("lattices"),
  ...common,
  /** Sites along a side. */
  size: z.int().min(3),
  columns: z.array(text).min(1),
  /** A row of lattices: the type of every id, and the id of every site. A row may end before the columns do. */
  rows: z.array(z.strictObject({ title: text, types: z.array(z.int()), lattices: z.array(z.array(z.int())) })).min(1),
});

/** How statistics of rollouts spread with time, of two kernels. */
export const fanPictureData = z.strictObject({
  kind: z.literal("fans"),
  ...common,
  panels: z
    .array(
      z.strictObject({
        title: text,
        x: z.strictObject({ label: text, values: numbers }),
        y: text,
        /** The simulator's first; lines of `quantileFan`. */
        fans: z.array(z.strictObject({ name: text, lines: z.array(numbers) })).min(1).max(2),
      }),
    )
    .min(1),
});

/** Scores or statistics against a size or a horizon, with intervals. */
export const curvePictureData = z.strictObject({
  kind: z.literal("curves"),
  ...common,
  panels: z
    .array(
      z.strictObject({
        title: text,
        x: z.strictObject({ label: text, scale: z.enum(["linear", "log"]) }),
        y: text,
        series: z
          .array(
            z.strictObject({
              name: text,
              points: z.array(z.strictObject({ x: z.number(), y: z.number(), lower: z.number().nullable(), upper: z.number().nullable() })),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

/** A picture as the numbers that are drawn. */
export const pictureData = z.discriminatedUnion("kind", [trajectoryPictureData, latticePictureData, fanPictureData, curvePictureData]);

/** `pictures.json`: pictures as numbers, and what made them. */
export const picturesRecord = z.strictObject({
  schema: z.literal("simverdict/pictures@1"),
  run: z.strictObject({ seed: z.int().nonnegative(), version: z.string(), backend: z.string().nullable(), command: z.string() }),
  pictures: z.array(pictureData),
});

/** @see trajectoryPictureData */
export type TrajectoryPicture = z.infer<typeof trajectoryPictureData>;
/** @see latticePictureData */
export type LatticePicture = z.infer<typeof latticePictureData>;
/** @see fanPictureData */
export type FanPicture = z.infer<typeof fanPictureData>;
/** @see curvePictureData */
export type CurvePicture = z.infer<typeof curvePictureData>;
/** @see pictureData */
export type Picture = z.infer<typeof pictureData>;
/** @see picturesRecord */
export type PicturesRecord = z.infer<typeof picturesRecord>;
