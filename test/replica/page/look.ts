import type { ReplicaLook } from '../scenario.ts'

/** How the server wants the page to look: it is written into the document. */
export const look: ReplicaLook = JSON.parse(document.querySelector('#look')?.textContent ?? '{}')
