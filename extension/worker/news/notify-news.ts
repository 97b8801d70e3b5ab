import { z } from '../../../shared/parse/zod.ts'
import { badgeOf, type Badge } from '../../../shared/recorder/badge.ts'
import {
  noticesOf,
  notifiedEventSchema,
  type Notice,
  type NotifiedEvent,
} from '../../../shared/recorder/notices.ts'
import type { Language } from '../../../shared/time/format.ts'
import type { Report } from '../../../shared/analyse/report.ts'
import { answerOf, incidentAnswer, type Answer } from '../../../shared/analyse/views/answer.ts'
import { wordingFor } from '../../../shared/wording/wording.ts'
import { latestAccount } from '../accounts/latest-account.ts'
import { latestSummary } from '../latest-summary.ts'
import { settingsIn } from '../settings.ts'
import { storedValue } from '../stored-value.ts'
import type { Worker } from '../worker.ts'
import { newsWords } from './news-words.ts'
import { noticeId } from './notice-id.ts'
import { uiLanguage } from './ui-language.ts'
import { showBadge } from './show-badge.ts'

const toldList: z.ZodType<readonly NotifiedEvent[]> = z.array(notifiedEventSchema)

/** What has been told, for ever long enough: by what the events are, not by when they were told. */
const toldIn = ({ local }: Worker) => storedValue(local, 'told', toldList, [])

/**
 * Brings the badge up to date, and tells what is new. That something is told is written down before it is shown: a worker
 * that dies in between leaves a notification out, and never shows one twice.
 */
export async function notifyNews(worker: Worker): Promise<void> {
  const { local, clock } = worker
  const language = uiLanguage()
  const settings = await settingsIn(local).read()
  const account = await latestAccount(local)
  const summary = await latestSummary(worker, account)
  const { report, overview } = summary
  const badge = badgeOf(report, overview, settings.paused)
  await showBadge(badge, titleOf(badge, answerOf(summary), report, language))
  if (settings.notices.kinds.length === 0) return
  const fresh: Notice[] = []
  await toldIn(worker).change((told) => {
    const news = noticesOf({ report, overview, settings: settings.notices, told, zone: clock.zone() })
    fresh.push(...news.notices)
    return news.told
  })
  for (const notice of fresh) await show(notice, account, report, worker, language)
}

/** What the badge means, and the answer below it where there is one; the countdown in it is as old as the badge. */
function titleOf(badge: Badge, answer: Answer, { now, zone }: Report, language: Language): string {
  const said = newsWords(language).badge(badge)
  const isCalm = answer.grade === null && answer.backAt === null
  return isCalm || badge.kind === 'paused'
    ? said
    : `${said}\n${wordingFor(language).answerLine(answer, now, zone)}`
}

async function show(
  notice: Notice,
  account: string | null,
  report: Report,
  { clock }: Worker,
  language: Language,
): Promise<void> {
  const { kind, incident, window, usedPercent, when } = notice
  const wording = wordingFor(language)
  const zone = clock.zone()
  const block = report.incidents.find(({ id }) => id === incident)
  const words = newsWords(language).notice(kind, {
    when: wording.times(clock.now(), zone).at(when),
    window: window === null ? '' : wording.window(window),
    used: usedPercent === null ? '' : wording.usedShare(usedPercent),
    why: block ? wording.answerLine(incidentAnswer(block, report), report.now, zone) : '',
  })
  await chrome.notifications?.create(noticeId(notice, account), {
    type: 'basic',
    iconUrl: chrome.runtime.getURL('extension/icons/mark-128.png'),
    title: words.title,
    message: words.text,
  })
}
