import { z } from 'zod'

// zod compiles schemas with `new Function`, which the extension's content security policy forbids (and reports).
z.config({ jitless: true })

export { z }
