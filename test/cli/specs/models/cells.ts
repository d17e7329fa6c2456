export const domain = "cells";
export const kernel = { step: (): number => 0 };
