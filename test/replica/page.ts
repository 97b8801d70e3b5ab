import { formatWall } from '../../shared/time/format.ts'
import { readInstant } from '../../shared/time/instant.ts'
import { offsetZone } from '../../shared/time/zone.ts'
import { HOUR } from '../../shared/time/duration.ts'
import { PLANTED, type Scenario } from './scenario.ts'

const BROWSER_ZONE = offsetZone(1 * HOUR)

const WORDS = {
  en: {
    weekly: 'Weekly usage',
    rate: 'Rate limit details',
    resets: 'Resets in 3 hours',
    history: 'Usage History',
    device: 'Login Device',
    ok: 'Success',
    failed: 'Failed',
  },
  zh: {
    weekly: '本周用量',
    rate: '频限明细',
    resets: '3 小时后重置',
    history: '使用记录',
    device: '登录设备',
    ok: '成功',
    failed: '失败',
  },
} as const

/**
 * The stand-in's page: a single-page app of its own making, with the words and the order of things of the real console
 * (KIMI.md 3), that loads its data from the services as the real one does.
 */
export function replicaPage({ language, dark, rows }: Scenario): string {
  const words = WORDS[language]
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>Kimi Code</title>
<style>
  body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: ${dark ? '#141416' : '#fff'}; color: ${dark ? '#eee' : '#111'}; }
  main { max-width: 1080px; margin: 0 auto; padding: 24px; }
  .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 12px; }
  .card { border: 1px solid ${dark ? '#333' : '#ebebeb'}; border-radius: 12px; padding: 16px; }
  .card b { display: block; font: 600 28px ui-monospace, monospace; }
  table { width: 100%; border-collapse: collapse; font-size: 13px; }
  td, th { text-align: left; padding: 6px 8px; border-bottom: 1px solid ${dark ? '#333' : '#ebebeb'}; }
</style></head>
<body><main><h1>Console</h1>
<div class="cards">
  <div class="card"><span>${words.weekly}</span><b id="weekly">–</b><span>${words.resets}</span></div>
  <div class="card"><span>${words.rate}</span><b id="five">–</b><span>${words.resets}</span></div>
</div>
<h2>${words.history}</h2>
<table><tbody id="rows"></tbody></table></main>
<script>
  // what the browser's own clock would show, without a zone, as the real page prints it
  const times = ${JSON.stringify(shownTimes(rows))};
  localStorage.setItem('access_token', ${JSON.stringify(JSON.stringify(PLANTED.token))});
  const call = async (path) => {
    const token = JSON.parse(localStorage.getItem('access_token'));
    const response = await fetch('/apiv2/' + path, { method: 'POST', body: '{}',
      headers: { 'Content-Type': 'application/json', 'Connect-Protocol-Version': '1', 'Authorization': 'Bearer ' + token } });
    return response.json();
  };
  const show = async () => {
    if (!location.pathname.startsWith('/code/')) return;
    await call('kimi.gateway.account.v1.UserService/GetCurrentUser');
    const [history, stats] = await Promise.all([
      call('kimi.gateway.code.v1.UsageService/ListUnifiedRequests'),
      call('kimi.gateway.membership.v2.MembershipService/GetSubscriptionStats'),
      call('kimi.gateway.device.v1.DeviceService/ListDevices'),
      call('kimi.gateway.credentials.v1.APIKeyService/ListAPIKeys'),
      call('kimi.gateway.membership.v2.MembershipService/GetSubscription'),
    ]);
    document.querySelector('#weekly').textContent = Math.round(stats.ratelimitCode7d.ratio * 100) + '%';
    document.querySelector('#five').textContent = Math.round(stats.ratelimitCode5h.ratio * 100) + '%';
    const body = document.querySelector('#rows');
    body.replaceChildren(...history.requests.map((row) => {
      const line = document.createElement('tr');
      const cells = [row.requestId, row.apiKey ? row.apiKey.name : '${words.device}', row.userAgent, row.callType,
        times[row.requestId], row.success ? '${words.ok}' : '${words.failed}'];
      line.append(...cells.map((text) => { const cell = document.createElement('td'); cell.textContent = text; return cell; }));
      return line;
    }));
    document.documentElement.dataset.loaded = 'yes';
  };
  show();
</script></body></html>`
}

const shownTimes = (rows: Scenario['rows']): Record<string, string> =>
  Object.fromEntries(
    rows.map(({ requestId, requestTime }) => {
      const at = readInstant(requestTime)
      return [requestId, at === null ? '' : formatWall(at, BROWSER_ZONE)]
    }),
  )
