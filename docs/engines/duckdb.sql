-- Quotascope's log records in DuckDB (tried with 1.5): `duckdb team.duckdb < duckdb.sql`, any number of times.
-- How to load, and what the five questions are: README.md in this folder.

CREATE TABLE IF NOT EXISTS quotascope_log (
  uid VARCHAR NOT NULL,
  event VARCHAR NOT NULL,
  account VARCHAR NOT NULL,
  instance VARCHAR,
  time TIMESTAMP, -- UTC; NULL where nothing dates it
  seen TIMESTAMP NOT NULL,
  attributes MAP(VARCHAR, VARCHAR) NOT NULL
);

-- Lines of OTLP/JSON, as `quotascope report --format otlp` and a collector's file exporter write them:
--   INSERT INTO quotascope_log SELECT * FROM quotascope_otlp('records.otlp');
CREATE OR REPLACE MACRO quotascope_attributes(list) AS map_from_entries(list_transform(list, lambda a: {
  'k': a.key,
  'v': coalesce(a.value.stringValue, a.value.intValue, a.value.doubleValue::VARCHAR, a.value.boolValue::VARCHAR)
}));
CREATE OR REPLACE MACRO quotascope_otlp(path) AS TABLE
  WITH resources AS (
    SELECT unnest(resourceLogs) AS r FROM read_ndjson(path, columns = {resourceLogs:
      'STRUCT(resource STRUCT(attributes STRUCT("key" VARCHAR, "value" STRUCT(stringValue VARCHAR))[]),
        scopeLogs STRUCT(logRecords STRUCT(timeUnixNano VARCHAR, observedTimeUnixNano VARCHAR, eventName VARCHAR,
          attributes STRUCT("key" VARCHAR, "value" STRUCT(stringValue VARCHAR, intValue VARCHAR, doubleValue DOUBLE,
            boolValue BOOLEAN))[])[])[])[]'})
  ), scopes AS (
    SELECT map_from_entries(list_transform(r.resource.attributes, lambda a: {'k': a.key, 'v': a.value.stringValue})) AS resource,
      unnest(r.scopeLogs) AS s FROM resources
  ), records AS (
    SELECT resource, unnest(s.logRecords) AS l FROM scopes
  ), read AS (
    SELECT resource, l, quotascope_attributes(l.attributes) AS attributes FROM records
  )
  SELECT attributes['log.record.uid'] AS uid, l.eventName AS event,
    resource['quotascope.account'] AS account, resource['service.instance.id'] AS instance,
    make_timestamp(nullif(l.timeUnixNano::BIGINT, 0) // 1000) AS time,
    make_timestamp(l.observedTimeUnixNano::BIGINT // 1000) AS seen, attributes
  FROM read WHERE resource['service.name'] = 'quotascope';

-- A record may have come any number of times: the one that was seen last holds. A row of a table that turned out to be a
-- request is that request.
CREATE OR REPLACE VIEW quotascope_record AS
  SELECT * FROM quotascope_log
  WHERE uid NOT IN (
    SELECT attributes['quotascope.replaces'] FROM quotascope_log WHERE attributes['quotascope.replaces'] IS NOT NULL
  )
  QUALIFY row_number() OVER (PARTITION BY uid ORDER BY seen DESC) = 1;

-- What was concluded: only what the newest report of an account stands for.
CREATE OR REPLACE VIEW quotascope_conclusion AS
  SELECT record.*, make_timestamp(attributes['quotascope.to_unix_ms']::BIGINT * 1000) AS until
  FROM quotascope_record record JOIN (
    SELECT account, arg_max(attributes['quotascope.digest'], time) AS digest
    FROM quotascope_record WHERE event = 'quotascope.report' GROUP BY account
  ) newest ON record.account = newest.account AND attributes['quotascope.digest'] = newest.digest;

-- 1. How many minutes were blocked, by cause, account and week (of its beginning, Monday, UTC)?
CREATE OR REPLACE VIEW quotascope_blocked_minutes AS
  SELECT account, date_trunc('week', time) AS week, attributes['quotascope.leading'] AS cause,
    sum(epoch_ms(until) - epoch_ms(time)) / 60000 AS minutes
  FROM quotascope_conclusion
  WHERE event = 'quotascope.incident.part' AND attributes['quotascope.within'] = 'false' AND time IS NOT NULL
  GROUP BY ALL ORDER BY ALL;

-- 2. How many refusals in each minute, over all accounts? A row and a text may tell of one refusal, so they are apart.
CREATE OR REPLACE VIEW quotascope_refusals_per_minute AS
  SELECT date_trunc('minute', time) AS minute, count(DISTINCT account) AS accounts,
    count(*) FILTER (attributes['quotascope.evidence'] = 'row') AS failed_rows,
    count(*) FILTER (attributes['quotascope.evidence'] = 'error_text') AS error_texts
  FROM quotascope_record
  WHERE event = 'gen_ai.client.operation.exception' AND time IS NOT NULL
  GROUP BY ALL ORDER BY ALL;

-- 3. How full was each window at its peak?
CREATE OR REPLACE VIEW quotascope_window_peaks AS
  SELECT account, attributes['quotascope.window'] AS "window", time AS "from", until,
    attributes['quotascope.peak_used_percent']::DOUBLE AS peak_used_percent
  FROM quotascope_conclusion
  WHERE event = 'quotascope.window' AND attributes['quotascope.peak_used_percent'] IS NOT NULL
  ORDER BY ALL;

-- 4. Who was refused when, and what is said of it?
CREATE OR REPLACE VIEW quotascope_who_was_refused AS
  SELECT account, time AS "from", until, attributes['quotascope.open'] = 'true' AS open,
    attributes['quotascope.grade'] AS grade, attributes['quotascope.leading'] AS cause,
    attributes['quotascope.verdict.platform'] AS platform
  FROM quotascope_conclusion WHERE event = 'quotascope.incident' ORDER BY ALL;

-- 5. Where did nobody look?
CREATE OR REPLACE VIEW quotascope_coverage_gaps AS
  SELECT account, until AS "from", next AS "to" FROM (
    SELECT account, until, lead(time) OVER (PARTITION BY account ORDER BY time) AS next
    FROM quotascope_conclusion WHERE event = 'quotascope.coverage'
  ) WHERE next > until ORDER BY ALL;

-- And one over all accounts: was it Kimi? The same question as `quotascope report --together`, with the same answer.
CREATE OR REPLACE VIEW quotascope_together AS
  WITH unexplained AS (
    SELECT account, attributes['quotascope.incident.id'] AS incident, attributes['quotascope.unexplained.from_unix_ms']::BIGINT AS since,
      attributes['quotascope.unexplained.to_unix_ms']::BIGINT AS till, attributes['quotascope.unexplained.open'] = 'true' AS open
    FROM quotascope_conclusion
    WHERE event = 'quotascope.incident' AND attributes['quotascope.unexplained.from_unix_ms'] IS NOT NULL
  ), success AS (
    SELECT account, event, epoch_ms(time) AS at_ms FROM quotascope_record
    WHERE event IN ('quotascope.request', 'quotascope.call') AND time IS NOT NULL
      AND attributes['quotascope.outcome'] = 'success'
  ), refused AS (
    SELECT DISTINCT o.account AS account, o.incident AS incident, p.account AS other
    FROM unexplained o CROSS JOIN unexplained p
    WHERE p.account != o.account AND abs(p.since - o.since) <= 300000
      -- of one that is still open nobody knows when it was over
      AND (o.open OR p.since <= o.till + 60000) AND (p.open OR o.since <= p.till + 60000)
  ), served AS (
    SELECT o.account AS account, o.incident AS incident, s.account AS other
    FROM unexplained o CROSS JOIN success s
    WHERE s.account != o.account AND s.at_ms >= o.since AND s.at_ms < least(o.till, o.since + 300000)
    GROUP BY o.account, o.incident, s.account
    -- a row and a line of a log may tell of one call
    HAVING greatest(count(*) FILTER (s.event = 'quotascope.request'), count(*) FILTER (s.event = 'quotascope.call')) >= 3
  ), terms AS (
    -- what readings tell of plan and cap
    SELECT DISTINCT account, 'plan' AS term, epoch_ms(time) AS at_ms, attributes['quotascope.plan'] AS value
    FROM quotascope_record WHERE event = 'quotascope.reading' AND time IS NOT NULL AND attributes['quotascope.plan'] IS NOT NULL
    UNION ALL
    SELECT DISTINCT account, 'cap' AS term, epoch_ms(time) AS at_ms, attributes['quotascope.cap'] AS value
    FROM quotascope_record WHERE event = 'quotascope.reading' AND time IS NOT NULL AND attributes['quotascope.cap'] IS NOT NULL
  ), known AS (
    SELECT o.account AS account, o.incident AS incident, t.account AS whose, t.term AS term, arg_max(t.value, row(t.at_ms, t.value)) AS value
    FROM unexplained o CROSS JOIN terms t WHERE t.at_ms <= o.since
    GROUP BY o.account, o.incident, t.account, t.term
  ), on_other_plan AS (
    SELECT DISTINCT mine.account AS account, mine.incident AS incident, theirs.whose AS other
    FROM known mine JOIN known theirs
      ON mine.account = theirs.account AND mine.incident = theirs.incident AND mine.term = theirs.term
    WHERE mine.whose = mine.account AND theirs.value != mine.value
  ), others AS (
    SELECT account, incident, other, 1 AS was_refused FROM refused
    UNION ALL
    SELECT account, incident, other, 0 AS was_refused FROM served
    WHERE (account, incident, other) NOT IN (SELECT account, incident, other FROM refused)
      -- an outage may be of one plan
      AND (account, incident, other) NOT IN (SELECT account, incident, other FROM on_other_plan)
  ), counted AS (
    SELECT account, incident, count(*) FILTER (was_refused = 1) AS refused, count(*) FILTER (was_refused = 0) AS served FROM others GROUP BY account, incident
  )
  SELECT o.account AS account, o.incident AS incident, make_timestamp(o.since * 1000) AS "from",
    coalesce(c.refused, 0) AS refused, coalesce(c.served, 0) AS served,
    CASE WHEN coalesce(c.refused, 0) >= 2 AND coalesce(c.served, 0) * 4 <= coalesce(c.refused, 0) + 1 THEN 'supported'
      WHEN coalesce(c.refused, 0) > 0 AND coalesce(c.served, 0) = 0 THEN 'consistent' ELSE 'undecidable' END AS platform
  FROM unexplained o LEFT JOIN counted c ON c.account = o.account AND c.incident = o.incident
  ORDER BY 3, 1, 2;
