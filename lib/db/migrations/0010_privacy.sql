CREATE TABLE "erasure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"person_id" text NOT NULL,
	"aura_customer_id" bigint,
	"asked_by" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	"aura_deleted_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	CONSTRAINT "erasure_person_id_unique" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "removal" (
	"what" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone NOT NULL,
	"removed" integer NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_in_all" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasure_due" ON "erasure" USING btree ("due_at") WHERE "erasure"."erased_at" is null or "erasure"."aura_deleted_at" is null;--> statement-breakpoint
CREATE INDEX "audit_entry_address" ON "audit_entry" USING btree ("at") WHERE "audit_entry"."address" is not null;--> statement-breakpoint
CREATE INDEX "callout_fix_received" ON "callout_fix" USING brin ("received_at");--> statement-breakpoint
CREATE INDEX "callout_of_somebody" ON "callout" USING btree ("closed_at") WHERE "callout"."person_id" <> 'nobody';--> statement-breakpoint
CREATE INDEX "press_of_somebody" ON "press" USING btree ("received_at") WHERE "press"."person_id" <> 'nobody';--> statement-breakpoint
CREATE INDEX "webhook_event_customer" ON "webhook_event" USING btree ("customer_id");--> statement-breakpoint
DROP TRIGGER "audit_entry_append_only" ON "audit_entry";
--> statement-breakpoint
CREATE TRIGGER "audit_entry_append_only" BEFORE DELETE OR TRUNCATE ON "audit_entry"
	FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_is_append_only"();
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "audit_entry_append_only";
--> statement-breakpoint
CREATE FUNCTION "audit_entry_keeps_all_but_old_addresses"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.address IS NULL AND OLD.at < now() - interval '90 days'
		AND to_jsonb(NEW) - 'address' = to_jsonb(OLD) - 'address'
	THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_entry_unchanged" BEFORE UPDATE ON "audit_entry"
	FOR EACH ROW EXECUTE FUNCTION "audit_entry_keeps_all_but_old_addresses"();
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "audit_entry_unchanged";
--> statement-breakpoint
GRANT UPDATE ("address") ON "audit_entry" TO CURRENT_USER;
--> statement-breakpoint
CREATE FUNCTION "forget_audit_addresses"("before" timestamp with time zone, "at_most" integer) RETURNS integer
	LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	forgotten integer;
BEGIN
	UPDATE audit_entry SET address = NULL WHERE id IN (
		SELECT id FROM audit_entry WHERE address IS NOT NULL AND at < least("before", now() - interval '90 days')
		ORDER BY at LIMIT "at_most"
	);
	GET DIAGNOSTICS forgotten = ROW_COUNT;
	RETURN forgotten;
END;
$$;
