import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

/** A row as an engine gives it. */
export type EngineRow = Readonly<Record<string, unknown>>

export interface Engine {
  readonly name: string
  readonly run: (sql: string) => Promise<void>
  readonly read: (sql: string) => Promise<readonly EngineRow[]>
  /** Loads a file of OTLP/JSON lines as docs/engines says. */
  readonly load: (file: string) => Promise<void>
}

const requireEngine = createRequire(new URL('package.json', import.meta.url))
const rowsSchema = z.array(z.record(z.string(), z.unknown()))

interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{
      readonly connect: () => Promise<{
        readonly run: (sql: string) => Promise<unknown>
        readonly runAndReadAll: (sql: string) => Promise<{ readonly getRowObjectsJson: () => unknown }>
      }>
    }>
  }
}

const isDuckDb = (loaded: unknown): loaded is DuckDb =>
  typeof loaded === 'object' && loaded !== null && 'DuckDBInstance' in loaded

/** A DuckDB in memory, with the tables and views of docs/engines/duckdb.sql. */
export async function openDuckDb(): Promise<Engine> {
  const loaded: unknown = requireEngine('@duckdb/node-api')
  if (!isDuckDb(loaded)) throw new Error('this is not DuckDB')
  const connection = await (await loaded.DuckDBInstance.create(':memory:')).connect()
  const run = async (sql: string) => void (await connection.run(sql))
  const engine: Engine = {
    name: 'DuckDB',
    run,
    read: async (sql) => rowsSchema.parse((await connection.runAndReadAll(sql)).getRowObjectsJson()),
    load: (file) => run(`INSERT INTO quotascope_log SELECT * FROM quotascope_otlp('${file}')`),
  }
  await prepare(engine, 'duckdb.sql')
  return engine
}

interface ChDb {
  readonly Session: new (path: string) => { readonly query: (sql: string, format?: string) => string }
}

const isChDb = (loaded: unknown): loaded is ChDb =>
  typeof loaded === 'object' && loaded !== null && 'Session' in loaded

/** A ClickHouse in a folder, with the tables and views of docs/engines/clickhouse.sql. */
export async function openClickHouse(folder: string): Promise<Engine> {
  const loaded: unknown = requireEngine('chdb')
  if (!isChDb(loaded)) throw new Error('this is not ClickHouse')
  const session = new loaded.Session(folder)
  const query = (sql: string, format?: string) => Promise.resolve(session.query(sql, format))
  const run = async (sql: string) => void (await query(sql))
  const engine: Engine = {
    name: 'ClickHouse',
    run,
    read: async (sql) =>
      (await query(sql, 'JSONEachRow'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line))),
    load: (file) => run(`INSERT INTO quotascope_lines SELECT json FROM file('${file}', 'JSONAsString')`),
  }
  await run('CREATE DATABASE team')
  await run('USE team')
  await prepare(engine, 'clickhouse.sql')
  return engine
}

/** Twice: it is said that it may be run any number of times. */
async function prepare(engine: Engine, name: string): Promise<void> {
  const sql = readFileSync(new URL(`../../docs/engines/${name}`, import.meta.url), 'utf8')
  const statements = sql
    .replaceAll(/--.*$/gm, '')
    .split(/;\s*$/m)
    .filter((each) => each.trim() !== '')
  for (const statement of [...statements, ...statements]) await engine.run(statement)
}
