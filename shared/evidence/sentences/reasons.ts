import type { Filled } from './filled.ts'

/**
 * Every sentence with which a Reject may say why something could not be read, with `{{…}}` for what is quoted, counted or
 * named in it. A Reject keeps its name and what is filled in, see `sentenceFor`; reports, and evidence of older versions,
 * have it in English. Other languages have theirs in `shared/wording`. `problem` stands for another sentence; `found`,
 * `expected` and `received` may be one of WORDS.
 */
export const REASONS = {
  // JSON
  unknownJson: 'JSON that is none of the bodies that are known',
  reportIsNoEvidence:
    'a report is what evidence says, not evidence: import the files or the bundle that it was made of',
  restOfJson: 'a part of a JSON body without its beginning',
  brokenJson: 'this JSON cannot be read: {{problem}}',
  cutOff: 'it is cut off',
  tooDeep: 'nested too deep',
  openQuote: 'a quote is not closed',
  expectedValue: 'expected a value',
  expectedName: 'expected a name in quotes',
  expectedColon: 'expected ":" after a name',
  expectedComma: 'expected "," or "{{closer}}"',
  // bodies of the services
  wrongKind: 'Invalid input: expected {{expected}}, received {{received}}',
  wrongValue: 'Invalid input: expected {{expected}}',
  wrong: 'Invalid input',
  moreOfWrongKind: '{{count}} more parts of the wrong kind',
  tooManyOfWrongKind: 'too many parts of the wrong kind',
  noRow: 'expected a row, found {{found}}',
  rowWithoutTime: 'a row without a time',
  noTime: '{{found}} is no time with a zone',
  noText: 'expected a text, found {{found}}',
  noObject: 'expected an object, found {{found}}',
  noStatus: '{{found}} is no HTTP status',
  namelessDevice: 'a device without any name or platform that we know',
  // lines of captures
  noCapture: 'not a capture',
  noCaptureObject: 'not a capture: a JSON object with "body" and "at" or "source"',
  captureAtWithoutZone: '"at" is {{found}}, no ISO time with a zone',
  captureZoneUnknown: '"zone" is {{found}}, no zone that is known',
  captureAt: '"at" is to be an ISO time with a zone',
  captureSource: '"source" is to be a name',
  captureVia: '"via" is none of page, table, paste, file, api',
  captureInput: '"input" is to be a text',
  captureZone: '"zone" is to be a name',
  capturesTooDeep: 'captures inside captures inside captures',
  captureOfNothing: 'the body of this capture is nothing that is known',
  // bundles, files and archives
  bundleRefused: 'this bundle is refused: {{problem}}',
  bundleAlone:
    'a redacted bundle is a history of its own and is merged with no other evidence: report on it alone',
  bundleOlder: 'an older copy of what this installation wrote: the newest one counts',
  bundleHalf: 'what an installation wrote, and not whole yet',
  bundleNotOwn: 'a bundle that was saved by hand and is of no installation: import it by hand',
  bundleLeftOver: 'left over of a write that was broken off: it can be deleted',
  bundleGone: 'changed or moved while it was read: it is read again at the next look',
  bundlePickAgain: 'changed or moved since it was opened: open it again',
  bundleEncrypted: 'an encrypted bundle: give its passphrase in {{name}}, or type it at a terminal',
  bundleNotOpened: 'an encrypted bundle that could not be opened: {{problem}}',
  fileNoText: 'is no text',
  bytesReplaced: 'bytes that are no text were replaced by �: {{count}}',
  fileTooLarge:
    'is no log, and larger than the {{most}} MB that are read at once; it can be brought in in parts',
  lineTooLong: 'a line of more than {{most}} characters',
  archiveCutOff: 'an archive that is cut off',
  archiveDamaged: 'an archive that cannot be unpacked: it is damaged or encrypted',
  archiveOfTooMany: 'an archive of more than {{most}} files',
  archiveTooLarge: 'an archive that unpacks to more than {{most}} bytes',
  archiveTooPacked: 'an archive that unpacks to more than {{most}} times its size',
  archiveEmpty: 'an archive without files',
  archiveChecksum: 'damaged: what is in it does not match its checksum',
  archiveInArchive: 'an archive inside an archive, which is not unpacked',
  archiveEncrypted: 'an encrypted file, which cannot be read',
  packedUnknown: 'packed in a way that is not known',
  // logs
  entryCutOff: 'an entry that is cut off',
  entryCutOffEarly: 'an entry that is cut off before its message',
  entryTime: 'an entry with a time that there is not',
  entryMessageOrTime: 'an entry without a message, or with a time that there is not',
  answerCutOff: 'an answered request that is cut off',
  retryCutOff: 'a retry that is cut off',
  refusalCutOff: 'a refusal that is cut off before it says why',
  failureWithoutReason: 'a failed request whose reason is missing below it',
  lineNoJson: 'a line that is no JSON',
  lineCutOff: 'a line that is cut off',
  lineNoRecord: 'a line that is no record of this log',
  recordTime: 'a record without a time',
  recordForm: 'a {{type}} that is not of its form',
  // text that was copied
  noSuchTime: 'there is no such time: {{time}}',
  rowColumns: 'the columns of this row cannot be told apart',
  rowTime: 'the time of this row is cut off, or written in a way that leaves its date open',
  rowTimeMissing: 'half a row: the time is missing',
  rowEndsEarly: 'half a row: it ends before its time',
  rowShareMissing: 'half a row: its percentage is missing',
  shareTooLarge: 'no call takes {{share}} % of the pool',
  panelLine: 'a line of the quota panel that is cut off: no whole percentage, or not whether used or left',
  cardShare: 'a card of the console without its percentage',
  exampleOfMore: 'an example: {{count}} rows or calls in it are not taken for those of the account',
  errorCutOff: 'the error text is cut off before it says what is wrong',
} as const

/** A sentence of the table, filled. What stands in a Reject is a plain text: an older version may have written it. */
export type Reason = Filled<(typeof REASONS)[keyof typeof REASONS]>
