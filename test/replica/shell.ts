import { PLANTED, type ReplicaLook, type Scenario } from './scenario.ts'

/** The one document of the app: every address loads it, and its script decides what to show (docs/kimi.md#pages). */
export function shellOf(scenario: Scenario): string {
  const { language, dark, signedIn } = scenario
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}" class="${dark ? 'dark' : 'light'}">
<head>
<meta charset="utf-8">
<script>${scenario.firstScript}</script>
<meta name="viewport" content="width=device-width">
<title>Kimi Code</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">
<script type="application/json" id="look">${JSON.stringify(lookOf(scenario)).replaceAll('<', '\\u003c')}</script>
<script>
  // somebody signed in on an earlier day, or nobody did
  ${signedIn ? `localStorage.setItem('refresh_token', '${PLANTED.refreshToken}')` : 'localStorage.clear()'};
  document.cookie = 'kimi-auth=${signedIn ? PLANTED.cookie : ''}; path=/; secure';
</script>
<script type="module" src="/assets/main.ts"></script>
</head>
<body><div id="app"></div></body>
</html>`
}

const lookOf = ({
  language,
  dark,
  dates,
  list,
  markup,
  services,
  transport,
  now,
}: Scenario): ReplicaLook => ({
  language,
  dark,
  dates,
  list,
  markup,
  services,
  transport,
  now,
})
