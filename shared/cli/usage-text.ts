/** What --help prints. */
export const USAGE = `Says when you were blocked, when each quota window reset, and which limit can and cannot have been the reason.

npm run --silent report -- FILE... [options]

FILE              anything that Quotascope can import: /usages bodies, console responses, bundles, copied table rows, the
                  CLI's panel, error texts, logs, the archive of kimi export, a whole forum post. What it is, is found out by
                  itself. - is standard input; FILE@ZONE gives one file a zone of its own.

--zone ZONE       zone of times that are printed without one: Europe/Berlin, +01:00, or unknown (default)
--now TIME        the moment to report for, as ISO 8601 with a zone (default: now)
--taken-at FILE=TIME
                  when that file was captured; may be repeated
--account LABEL   whose evidence it is; is printed, and changes nothing
--claim TEXT      something to be checked, such as "My 5h window reset at 17:20"; may be repeated
--format FORMAT   json (default), md, csv or ics
--unmasked        leave request ids and names as they are in md and csv
--help            this text

Exit status: 0 something was read, 1 nothing was, 2 the command line is wrong.
`
