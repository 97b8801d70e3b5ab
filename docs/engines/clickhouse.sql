-- Quotascope's log records in ClickHouse (tried with 26.7): `clickhouse-client --multiquery < clickhouse.sql`, any number
-- of times. How to load, what the five questions are, and what to change on a cluster: README.md in this folder.

CREATE TABLE IF NOT EXISTS quotascope_log (
  uid String,
  event LowCardinality(String),
  account LowCardinality(String),
  instance String,
  time Nullable(DateTime64(3, 'UTC')), -- NULL where nothing dates it
  seen DateTime64(3, 'UTC'),
  attributes Map(LowCardinality(String), String)
) ENGINE = ReplacingMergeTree(seen)
PARTITION BY toYYYYMM(coalesce(time, seen))
ORDER BY (account, event, uid);

-- Lines of OTLP/JSON, as `quotascope report --format otlp` and a collector's file exporter write them:
--   INSERT INTO quotascope_lines SELECT json FROM file('records.otlp', 'JSONAsString');
-- or   clickhouse-client -q "INSERT INTO quotascope_lines FORMAT JSONAsString" < records.otlp
CREATE TABLE IF NOT EXISTS quotascope_lines (json String) ENGINE = Null;
CREATE MATERIALIZED VIEW IF NOT EXISTS quotascope_read TO quotascope_log AS
  WITH
    arrayJoin(JSONExtractArrayRaw(json, 'resourceLogs')) AS by_resource,
    mapFromArrays(
      arrayMap(a -> JSONExtractString(a, 'key'), JSONExtractArrayRaw(by_resource, 'resource', 'attributes')),
      arrayMap(a -> JSONExtractString(a, 'value', 'stringValue'), JSONExtractArrayRaw(by_resource, 'resource', 'attributes'))
    ) AS resource,
    arrayJoin(JSONExtractArrayRaw(by_resource, 'scopeLogs')) AS by_scope,
    arrayJoin(JSONExtractArrayRaw(by_scope, 'logRecords')) AS record,
    JSONExtractArrayRaw(record, 'attributes') AS list,
    mapFromArrays(
      arrayMap(a -> toLowCardinality(JSONExtractString(a, 'key')), list),
      arrayMap(a -> multiIf(
        JSONHas(a, 'value', 'stringValue'), JSONExtractString(a, 'value', 'stringValue'),
        -- a text in OTLP/JSON, which a collector may write as a number
        JSONHas(a, 'value', 'intValue'), trim(BOTH '"' FROM JSONExtractRaw(a, 'value', 'intValue')),
        JSONHas(a, 'value', 'doubleValue'), JSONExtractRaw(a, 'value', 'doubleValue'),
        JSONExtractRaw(a, 'value', 'boolValue')), list)
    ) AS said
  SELECT
    said['log.record.uid'] AS uid,
    JSONExtractString(record, 'eventName') AS event,
    resource['quotascope.account'] AS account,
    resource['service.instance.id'] AS instance,
    fromUnixTimestamp64Milli(nullIf(intDiv(toInt64OrZero(JSONExtractString(record, 'timeUnixNano')), 1000000), 0), 'UTC') AS time,
    fromUnixTimestamp64Milli(intDiv(toInt64OrZero(JSONExtractString(record, 'observedTimeUnixNano')), 1000000), 'UTC') AS seen,
    said AS attributes
  FROM quotascope_lines WHERE resource['service.name'] = 'quotascope';

-- A record may have come any number of times: the one that was seen last holds. A row of a table that turned out to be a
-- request is that request.
CREATE OR REPLACE VIEW quotascope_record AS
  SELECT * FROM quotascope_log FINAL
  WHERE uid NOT IN (
    SELECT attributes['quotascope.replaces'] FROM quotascope_log WHERE attributes['quotascope.replaces'] != ''
  );

-- What was concluded: only what the newest report of an account stands for.
CREATE OR REPLACE VIEW quotascope_conclusion AS
  SELECT *, fromUnixTimestamp64Milli(toInt64OrNull(attributes['quotascope.to_unix_ms']), 'UTC') AS until
  FROM quotascope_record
  WHERE (account, attributes['quotascope.digest']) IN (
    SELECT account, argMax(attributes['quotascope.digest'], time)
    FROM quotascope_record WHERE event = 'quotascope.report' GROUP BY account
  );

-- 1. How many minutes were blocked, by cause, account and week (of its beginning, Monday, UTC)?
CREATE OR REPLACE VIEW quotascope_blocked_minutes AS
  SELECT account, toMonday(assumeNotNull(time)) AS week, attributes['quotascope.leading'] AS cause,
    sum(toUnixTimestamp64Milli(until) - toUnixTimestamp64Milli(time)) / 60000 AS minutes
  FROM quotascope_conclusion
  WHERE event = 'quotascope.incident.part' AND attributes['quotascope.within'] = 'false' AND time IS NOT NULL
  GROUP BY ALL ORDER BY ALL;

-- 2. How many refusals in each minute, over all accounts? A row and a text may tell of one refusal, so they are apart.
CREATE OR REPLACE VIEW quotascope_refusals_per_minute AS
  SELECT toStartOfMinute(assumeNotNull(time)) AS minute, uniqExact(account) AS accounts,
    countIf(attributes['quotascope.evidence'] = 'row') AS failed_rows,
    countIf(attributes['quotascope.evidence'] = 'error_text') AS error_texts
  FROM quotascope_record
  WHERE event = 'gen_ai.client.operation.exception' AND time IS NOT NULL
  GROUP BY ALL ORDER BY ALL;

-- 3. How full was each window at its peak?
CREATE OR REPLACE VIEW quotascope_window_peaks AS
  SELECT account, attributes['quotascope.window'] AS window, time AS "from", until,
    toFloat64(attributes['quotascope.peak_used_percent']) AS peak_used_percent
  FROM quotascope_conclusion
  WHERE event = 'quotascope.window' AND attributes['quotascope.peak_used_percent'] != ''
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
    SELECT account, until,
      leadInFrame(time) OVER (PARTITION BY account ORDER BY time ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next
    FROM quotascope_conclusion WHERE event = 'quotascope.coverage'
  ) WHERE next > until ORDER BY ALL;

-- And one over all accounts: was it Kimi? The same question as `quotascope report --together`, with the same answer.
CREATE OR REPLACE VIEW quotascope_together AS
  WITH unexplained AS (
    SELECT account, attributes['quotascope.incident.id'] AS incident, attributes['quotascope.unexplained.from_unix_ms']::Int64 AS since,
      attributes['quotascope.unexplained.to_unix_ms']::Int64 AS till, attributes['quotascope.unexplained.open'] = 'true' AS open
    FROM quotascope_conclusion
    WHERE event = 'quotascope.incident' AND attributes['quotascope.unexplained.from_unix_ms'] != ''
  ), success AS (
    SELECT account, event, toUnixTimestamp64Milli(assumeNotNull(time)) AS at_ms FROM quotascope_record
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
    HAVING greatest(countIf(s.event = 'quotascope.request'), countIf(s.event = 'quotascope.call')) >= 3
  ), terms AS (
    -- what readings tell of plan and cap
    SELECT DISTINCT account, 'plan' AS term, toUnixTimestamp64Milli(assumeNotNull(time)) AS at_ms, attributes['quotascope.plan'] AS value
    FROM quotascope_record WHERE event = 'quotascope.reading' AND time IS NOT NULL AND attributes['quotascope.plan'] != ''
    UNION ALL
    SELECT DISTINCT account, 'cap' AS term, toUnixTimestamp64Milli(assumeNotNull(time)) AS at_ms, attributes['quotascope.cap'] AS value
    FROM quotascope_record WHERE event = 'quotascope.reading' AND time IS NOT NULL AND attributes['quotascope.cap'] != ''
  ), known AS (
    SELECT o.account AS account, o.incident AS incident, t.account AS whose, t.term AS term, argMax(t.value, (t.at_ms, t.value)) AS value
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
    SELECT account, incident, countIf(was_refused = 1) AS refused, countIf(was_refused = 0) AS served FROM others GROUP BY account, incident
  )
  SELECT o.account AS account, o.incident AS incident, fromUnixTimestamp64Milli(o.since, 'UTC') AS "from",
    coalesce(c.refused, 0) AS refused, coalesce(c.served, 0) AS served,
    CASE WHEN coalesce(c.refused, 0) >= 2 AND coalesce(c.served, 0) * 4 <= coalesce(c.refused, 0) + 1 THEN 'supported'
      WHEN coalesce(c.refused, 0) > 0 AND coalesce(c.served, 0) = 0 THEN 'consistent' ELSE 'undecidable' END AS platform
  FROM unexplained o LEFT JOIN counted c ON c.account = o.account AND c.incident = o.incident
  ORDER BY 3, 1, 2;
