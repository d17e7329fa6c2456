const p: number = 0.2;
export const kernel = { step: (): number => p };
