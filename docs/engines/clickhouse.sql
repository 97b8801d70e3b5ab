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
