const WORDS = (list: string) => list.trim().split(/\s+/)

const SUBJECTS = WORDS(`
  user account owner member team org customer billing invoice card bank wallet session device client machine host project workspace
  repo branch editor chat thread message draft note memo comment query search file document attachment upload image audio
`)
const THINGS = WORDS('Secret Key Password Pin Email Phone Address RealName Id Handle')

/** 300 and more names under which a service might one day say what is nobody's business; none is read by a parser. */
export const PLANTED_NAMES: readonly string[] = [
  ...SUBJECTS.flatMap((subject) => THINGS.map((thing) => subject + thing)),
  ...WORDS(`
    prompt prompts system_prompt user_input content contents completion answer reasoning thinking diff patch source_code stdout
    stderr command cwd argv env history clipboard remark birthday passport ssn iban cvv pan otp seed_phrase private_key api_secret
    client_secret refresh_token id_token csrf sid jsessionid kimi-auth x-msh-device-id set-cookie proxy-authorization
  `),
]
