/** How many rows are asked for at once: some screens, so that scrolling a little asks nothing. */
export const PAGE_ROWS = 300
const STEP = 100

/** Where the page of rows begins that holds a row, with some before it. */
export const pageAround = (row: number): number => Math.max(0, (Math.floor(row / STEP) - 1) * STEP)
