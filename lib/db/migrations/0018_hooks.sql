CREATE TABLE "api_key" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "hook_delivery" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sequence" bigint NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"settled_at" timestamp with time zone,
	"problem" text,
	"status" integer
);
--> statement-breakpoint
CREATE TABLE "hook_endpoint" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"previous_secret" text,
	"previous_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"switched_off_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "hook_event" (
	"sequence" bigserial PRIMARY KEY NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"type" text NOT NULL,
	"callout_id" bigint,
	"press_id" uuid,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hook_delivery" ADD CONSTRAINT "hook_delivery_sequence_hook_event_sequence_fk" FOREIGN KEY ("sequence") REFERENCES "public"."hook_event"("sequence") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hook_delivery_once" ON "hook_delivery" USING btree ("sequence","endpoint_id");--> statement-breakpoint
CREATE INDEX "hook_delivery_due" ON "hook_delivery" USING btree ("endpoint_id","due_at") WHERE "hook_delivery"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "hook_delivery_state" ON "hook_delivery" USING btree ("endpoint_id","state","settled_at");--> statement-breakpoint
CREATE INDEX "hook_delivery_troubled" ON "hook_delivery" USING btree ("sequence") WHERE "hook_delivery"."state" <> 'delivered' and "hook_delivery"."attempts" > 0;--> statement-breakpoint
CREATE INDEX "hook_event_at" ON "hook_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "hook_event_callout" ON "hook_event" USING btree ("callout_id");--> statement-breakpoint
CREATE FUNCTION "add_hook_event"(text, bigint, uuid, text, text)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	-- Where nobody is to be told, a press pays for one look at an empty table.
	IF NOT EXISTS (SELECT FROM "hook_endpoint") THEN RETURN false; END IF;
	WITH "event" AS (
		INSERT INTO "hook_event" ("type", "callout_id", "press_id", "kind", "state") VALUES ($1, $2, $3, $4, $5)
		RETURNING "sequence"
	)
	INSERT INTO "hook_delivery" ("sequence", "endpoint_id")
	SELECT "event"."sequence", "hook_endpoint"."id" FROM "event", "hook_endpoint"
	WHERE "hook_endpoint"."switched_off_at" IS NULL;
	RETURN true;
END;
$$;
--> statement-breakpoint
-- As their owner, so that a press needs no right on these tables.
CREATE FUNCTION "note_stage_for_hooks"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
	IF add_hook_event('callout.stage_changed', NEW."id", NULL, NEW."kind", NEW."stage") AND TG_OP = 'UPDATE' THEN
		-- Not for a new callout: transactions that notify commit one after the other, and a press must not wait in that line.
		PERFORM pg_notify('vigil_work', 'hook');
	END IF;
	RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION "note_outcome_for_hooks"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
	PERFORM add_hook_event('press.settled', NEW."callout_id", NEW."id", NEW."kind", NEW."state");
	RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "callout_raised_for_hooks" AFTER INSERT ON "callout"
	FOR EACH ROW EXECUTE FUNCTION "note_stage_for_hooks"();
--> statement-breakpoint
CREATE TRIGGER "callout_moved_for_hooks" AFTER UPDATE ON "callout"
	FOR EACH ROW WHEN (OLD."stage" IS DISTINCT FROM NEW."stage") EXECUTE FUNCTION "note_stage_for_hooks"();
--> statement-breakpoint
CREATE TRIGGER "press_settled_early_for_hooks" AFTER INSERT ON "press"
	FOR EACH ROW WHEN (NEW."state" <> 'recorded') EXECUTE FUNCTION "note_outcome_for_hooks"();
--> statement-breakpoint
CREATE TRIGGER "press_settled_for_hooks" AFTER UPDATE ON "press"
	FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state" AND NEW."state" <> 'recorded')
	EXECUTE FUNCTION "note_outcome_for_hooks"();
