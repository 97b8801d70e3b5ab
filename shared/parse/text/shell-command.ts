// `$ curl …`, `user@host:~$ curl …`, `PS C:\> curl …`, `❯ curl …`, or the bare command with an option or address
const PROMPT = /^\s*(?:\([\w.-]+\)\s*)?(?:[\w.-]+@[\w.-][^\s$#%]*\s?)?(?:[$%❯➜]|PS [A-Z]:\\[^>]*>)\s+\S/
const FETCH = /^\s*(?:[#>]\s*)?(?:curl|wget|https?|xh|Invoke-RestMethod|irm)\s+\S*(?:[-/"']|https?:)/i

/** Whether a line is a command that somebody typed into a shell. */
export const isShellCommand = (line: string): boolean => PROMPT.test(line) || FETCH.test(line)
