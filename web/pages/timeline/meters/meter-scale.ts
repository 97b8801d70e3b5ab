/** How high the track of the meters is, in CSS pixels. */
export const METER_HEIGHT = 112

/** The whole scale and a little more, since a share may exceed 100 %. */
export const METER_TOP = 108

/** How high above the bottom a share is drawn, in CSS pixels; what exceeds the scale is drawn at its top. */
export const heightOf = (percent: number): number => (Math.min(percent, METER_TOP) / METER_TOP) * METER_HEIGHT
