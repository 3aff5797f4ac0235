ALTER TABLE "audit_entry" ADD COLUMN "slot" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entry_slot" ON "audit_entry" USING btree ("actor_id","action","subject","slot") WHERE "audit_entry"."slot" is not null;--> statement-breakpoint
CREATE INDEX "one_time_code_mobile" ON "one_time_code" USING btree ("mobile");