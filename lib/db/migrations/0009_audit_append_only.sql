-- What was done stays written; see docs/decisions, "the audit is append-only". ALWAYS, so that a session that plays a replica is refused as well.
CREATE FUNCTION "audit_entry_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
	FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_is_append_only"();
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "audit_entry_append_only";
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON "audit_entry" FROM PUBLIC, CURRENT_USER;
