import { blocksOf, print, readCase } from '../read-case.mjs'

/** A refusal is blamed on the window whose meter last read 100 %, else on nothing. */
const { refusals, readings } = readCase(process.argv[2] ?? '')
print(blocksOf(refusals, ({ at }) => fullAt(at) ?? 'unknown'))

function fullAt(at) {
  const last = readings.filter((reading) => at === null || reading.at <= at).at(-1)
  return last ? fullWindow(last.body) : undefined
}

/** The three shapes in which the services tell of the meters. */
function fullWindow(body) {
  const shares = {
    quota_5h:
      body.usages?.limit_5h?.used_ratio ?? body.ratelimitCode5h?.ratio ?? counted(body.limits?.[0]?.detail),
    quota_7d: body.usages?.limit_7d?.used_ratio ?? body.ratelimitCode7d?.ratio ?? counted(body.usage),
    quota_month: body.usages?.limit_month_total?.used_ratio ?? body.subscriptionBalance?.amountUsedRatio,
  }
  return Object.entries(shares).find(([, share]) => share >= 1)?.[0]
}

function counted(meter) {
  return meter ? Number(meter.used ?? 0) / Number(meter.limit) : undefined
}
