/**
 * The page's own sign-in: an access token of a quarter of an hour, which every load renews
 * (docs/kimi.md#console-services).
 */
export async function renewSignIn(): Promise<boolean> {
  const refreshToken = localStorage.getItem('refresh_token')
  if (refreshToken === null) return false
  const response = await fetch('/api/auth/token/refresh', {
    headers: { Authorization: `Bearer ${refreshToken}` },
  })
  if (!response.ok) {
    localStorage.clear()
    return false
  }
  const { access_token: token }: { access_token: string } = await response.json()
  localStorage.setItem('access_token', JSON.stringify(token)) // the real one stands in quotes, too
  return true
}

export const isSignedIn = (): boolean => localStorage.getItem('access_token') !== null

export const accessToken = (): string => JSON.parse(localStorage.getItem('access_token') ?? '""')
