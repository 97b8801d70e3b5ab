import { blocksOf, print, readCase } from '../read-case.mjs'

/** Whatever happened: the last thing that support said of such refusals in public was "a concurrency limit". */
print(blocksOf(readCase(process.argv[2] ?? '').refusals, () => 'concurrency'))
