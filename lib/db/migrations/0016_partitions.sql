-- Both tables become the first partition of a new one, so that no row is copied (decision 0042). What reads whole tables comes
-- first and holds back only their writers; the lock that writers of callouts would meet comes last.
CREATE UNIQUE INDEX "callout_fix_before_pkey" ON "callout_fix" USING btree ("id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "callout_fix_before_once" ON "callout_fix" USING btree ("callout_id","fixed_at","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_event_before_pkey" ON "webhook_event" USING btree ("id","received_at");--> statement-breakpoint
ALTER TABLE "callout_fix" DROP CONSTRAINT "callout_fix_pkey";--> statement-breakpoint
ALTER TABLE "callout_fix" ADD CONSTRAINT "callout_fix_before_pkey" PRIMARY KEY USING INDEX "callout_fix_before_pkey";--> statement-breakpoint
ALTER TABLE "webhook_event" DROP CONSTRAINT "webhook_event_pkey";--> statement-breakpoint
ALTER TABLE "webhook_event" ADD CONSTRAINT "webhook_event_before_pkey" PRIMARY KEY USING INDEX "webhook_event_before_pkey";--> statement-breakpoint
DROP INDEX "callout_fix_once";--> statement-breakpoint
ALTER INDEX "callout_fix_trail" RENAME TO "callout_fix_before_trail";--> statement-breakpoint
ALTER INDEX "callout_fix_received" RENAME TO "callout_fix_before_received";--> statement-breakpoint
ALTER INDEX "webhook_event_newest" RENAME TO "webhook_event_before_newest";--> statement-breakpoint
ALTER INDEX "webhook_event_state" RENAME TO "webhook_event_before_state";--> statement-breakpoint
ALTER INDEX "webhook_event_message" RENAME TO "webhook_event_before_message";--> statement-breakpoint
ALTER INDEX "webhook_event_about" RENAME TO "webhook_event_before_about";--> statement-breakpoint
ALTER INDEX "webhook_event_due" RENAME TO "webhook_event_before_due";--> statement-breakpoint
ALTER INDEX "webhook_event_customer" RENAME TO "webhook_event_before_customer";--> statement-breakpoint
ALTER INDEX "webhook_event_body" RENAME TO "webhook_event_before_body";--> statement-breakpoint
ALTER TABLE "callout_fix" RENAME TO "callout_fix_before";--> statement-breakpoint
ALTER TABLE "webhook_event" RENAME TO "webhook_event_before";--> statement-breakpoint
CREATE TABLE "callout_fix" (
	LIKE "callout_fix_before" INCLUDING DEFAULTS,
	CONSTRAINT "callout_fix_id_received_at_pk" PRIMARY KEY("id","received_at")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
CREATE TABLE "webhook_event" (
	LIKE "webhook_event_before" INCLUDING DEFAULTS,
	CONSTRAINT "webhook_event_id_received_at_pk" PRIMARY KEY("id","received_at")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
ALTER SEQUENCE "callout_fix_id_seq" OWNED BY "callout_fix"."id";--> statement-breakpoint
ALTER SEQUENCE "webhook_event_id_seq" OWNED BY "webhook_event"."id";--> statement-breakpoint
CREATE UNIQUE INDEX "callout_fix_once" ON "callout_fix" USING btree ("callout_id","fixed_at","received_at");--> statement-breakpoint
CREATE INDEX "callout_fix_trail" ON "callout_fix" USING btree ("callout_id","measured_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "callout_fix_received" ON "callout_fix" USING brin ("received_at");--> statement-breakpoint
CREATE INDEX "webhook_event_newest" ON "webhook_event" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_state" ON "webhook_event" USING btree ("state","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_message" ON "webhook_event" USING btree ("message","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_about" ON "webhook_event" USING btree ("about_id","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_due" ON "webhook_event" USING btree ("due_at") WHERE "webhook_event"."state" in ('received', 'waiting');--> statement-breakpoint
CREATE INDEX "webhook_event_customer" ON "webhook_event" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "webhook_event_body" ON "webhook_event" USING btree ("body_hash","id");--> statement-breakpoint
-- A role that owns nothing keeps what it was granted (decision 0011); partitions need no grants, they are used through the table.
DO $$
DECLARE
	given record;
BEGIN
	FOR given IN
		SELECT replace(relname, '_before', '') AS "table", privilege_type AS privilege,
			CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS grantee
		FROM pg_class, aclexplode(relacl)
		WHERE oid IN ('"callout_fix_before"'::regclass, '"webhook_event_before"'::regclass) AND grantee <> relowner
	LOOP
		EXECUTE format('GRANT %s ON %I TO %s', given.privilege, given.table, given.grantee);
	END LOOP;
END;
$$;
--> statement-breakpoint
DO $$
DECLARE
	parent text;
	newest timestamptz;
BEGIN
	SET LOCAL timezone = 'UTC';
	FOREACH parent IN ARRAY ARRAY['callout_fix', 'webhook_event'] LOOP
		EXECUTE format('SELECT max(received_at) FROM %I', parent || '_before') INTO newest;
		EXECUTE format(
			'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%L)',
			parent, parent || '_before', date_trunc('week', greatest(now(), newest)) + interval '7 days'
		);
		EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', parent || '_default', parent);
	END LOOP;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION "partitions_of"("parent" text)
	RETURNS TABLE("name" text, "starts_at" timestamp with time zone, "ends_at" timestamp with time zone)
	LANGUAGE sql STABLE SET search_path = public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' AS $$
	SELECT relname::text, substring(bound from 'FROM \(''([^'']+)''\)')::timestamptz,
		substring(bound from 'TO \(''([^'']+)''\)')::timestamptz
	FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid, pg_get_expr(relpartbound, c.oid) AS bound
	WHERE inhparent = to_regclass(quote_ident("parent"))
$$;
--> statement-breakpoint
-- Made apart and attached: CREATE TABLE … PARTITION OF would lock out readers and writers. A week of which rows are in the
-- default partition stays there.
CREATE FUNCTION "make_partitions"() RETURNS integer
	LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
	parent text;
	week timestamptz;
	made integer := 0;
	is_there boolean;
	partition text;
BEGIN
	FOREACH parent IN ARRAY ARRAY['callout_fix', 'webhook_event'] LOOP
		IF NOT has_table_privilege(session_user, parent, 'INSERT') THEN
			RAISE EXCEPTION 'not for this role' USING ERRCODE = 'insufficient_privilege';
		END IF;
		FOR ahead IN 0..2 LOOP
			week := date_trunc('week', now()) + ahead * interval '7 days';
			EXECUTE format(
				'SELECT EXISTS (SELECT FROM partitions_of($1) WHERE coalesce(starts_at, ''-infinity'') <= $2 AND ends_at > $2)
					OR EXISTS (SELECT FROM %I WHERE received_at >= $2 AND received_at < $2 + interval ''7 days'')',
				parent || '_default'
			) INTO is_there USING parent, week;
			CONTINUE WHEN is_there;
			partition := parent || to_char(week, '_YYYYMMDD');
			EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS)', partition, parent);
			EXECUTE format(
				'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
				parent, partition, week, week + interval '7 days'
			);
			made := made + 1;
		END LOOP;
	END LOOP;
	RETURN made;
END;
$$;
--> statement-breakpoint
-- Drops the weeks that have ended before, and deletes at most so many rows of the partitions that are no week. Returns how many
-- rows are gone; those of a large partition are estimated, as it would be locked while they are counted. Never of the last day,
-- whoever asks.
CREATE FUNCTION "forget_before"("what" text, "before" timestamp with time zone, "at_most" integer) RETURNS bigint
	LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	until timestamptz := least("before", now() - interval '1 day');
	partition record;
	gone bigint := 0;
	removed bigint;
BEGIN
	IF "what" IS NULL OR "what" NOT IN ('callout_fix', 'webhook_event')
		OR NOT has_table_privilege(session_user, "what", 'DELETE')
	THEN
		RAISE EXCEPTION 'not for this role' USING ERRCODE = 'insufficient_privilege';
	END IF;
	FOR partition IN SELECT * FROM partitions_of("what") LOOP
		IF partition.ends_at <= until THEN
			SELECT reltuples INTO removed FROM pg_class WHERE oid = to_regclass(quote_ident(partition.name));
			IF removed < 1000000 THEN
				EXECUTE format('SELECT count(*) FROM %I', partition.name) INTO removed;
			END IF;
			EXECUTE format('DROP TABLE %I', partition.name);
		ELSIF partition.starts_at IS NULL THEN
			EXECUTE format(
				'DELETE FROM %1$I WHERE received_at < $1 AND id = ANY (ARRAY(
					SELECT id FROM %1$I WHERE received_at < $1 LIMIT $2))',
				partition.name
			) USING until, "at_most";
			GET DIAGNOSTICS removed = ROW_COUNT;
		ELSE
			removed := 0;
		END IF;
		gone := gone + removed;
	END LOOP;
	RETURN gone;
END;
$$;
--> statement-breakpoint
SELECT make_partitions();--> statement-breakpoint
ALTER TABLE "callout_fix" ADD CONSTRAINT "callout_fix_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;
