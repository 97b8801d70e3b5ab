import { z } from 'zod'

const valueSchema = z.strictObject({
  stringValue: z.string().optional(),
  boolValue: z.boolean().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
  doubleValue: z.number().optional(),
})
const attributesSchema = z.array(z.strictObject({ key: z.string(), value: valueSchema }))
const nano = z.string().regex(/^\d+$/).optional()

/** An ExportLogsServiceRequest in the JSON mapping, strictly: a field that is not of the protocol fails. */
const requestSchema = z.strictObject({
  resourceLogs: z.array(
    z.strictObject({
      resource: z.strictObject({
        attributes: attributesSchema,
        droppedAttributesCount: z.literal(0).optional(),
      }),
      schemaUrl: z.undefined().optional(),
      scopeLogs: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.string(), version: z.string() }),
          schemaUrl: z.undefined().optional(),
          logRecords: z.array(
            z.strictObject({
              timeUnixNano: nano,
              observedTimeUnixNano: nano,
              severityNumber: z.number(),
              severityText: z.string(),
              eventName: z.string(),
              // the SDK writes an empty value where there is no body, which says the same
              body: z.strictObject({}).optional(),
              attributes: attributesSchema,
              droppedAttributesCount: z.literal(0).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
})

export interface DecodedRecord {
  readonly resource: Readonly<Record<string, unknown>>
  readonly scope: { readonly name: string; readonly version: string }
  readonly eventName: string
  readonly time: string
  readonly observed: string
  readonly severity: readonly [number, string]
  readonly attributes: Readonly<Record<string, unknown>>
}

/** What a request says, whoever wrote it: proto3 leaves out what is zero, and a 64-bit integer is a text or a number. */
export function decodeOtlp(json: string): readonly DecodedRecord[] {
  return requestSchema.parse(JSON.parse(json)).resourceLogs.flatMap(({ resource, scopeLogs }) =>
    scopeLogs.flatMap(({ scope, logRecords }) =>
      logRecords.map((record) => ({
        resource: attributesOf(resource.attributes),
        scope,
        eventName: record.eventName,
        time: record.timeUnixNano ?? '0',
        observed: record.observedTimeUnixNano ?? '0',
        severity: [record.severityNumber, record.severityText] as const,
        attributes: attributesOf(record.attributes),
      })),
    ),
  )
}

function attributesOf(attributes: z.infer<typeof attributesSchema>): Readonly<Record<string, unknown>> {
  expectNoRepeat(attributes.map(({ key }) => key))
  return Object.fromEntries(
    attributes
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, value: { stringValue, boolValue, intValue, doubleValue } }) => [
        key,
        stringValue ?? boolValue ?? (intValue === undefined ? doubleValue : Number(intValue)),
      ]),
  )
}

function expectNoRepeat(keys: readonly string[]): void {
  if (new Set(keys).size < keys.length) throw new Error(`an attribute is there twice: ${keys.join(', ')}`)
}
