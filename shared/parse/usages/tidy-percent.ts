/** 0.0338 × 100 is 3.3799999999999994 in binary; the digits that the source gave are what is meant. */
export const tidyPercent = (percent: number): number => Number(percent.toPrecision(12))
