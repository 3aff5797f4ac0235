ALTER TABLE "attention_mark" RENAME TO "alert";--> statement-breakpoint
ALTER TABLE "alert" RENAME CONSTRAINT "attention_mark_acknowledged_by_user_id_fk" TO "alert_acknowledged_by_user_id_fk";--> statement-breakpoint
ALTER TABLE "alert" RENAME CONSTRAINT "attention_mark_kind_subject_since_pk" TO "alert_kind_subject_since_pk";--> statement-breakpoint
ALTER INDEX "attention_mark_subject" RENAME TO "alert_subject";--> statement-breakpoint
-- What was acknowledged with the press itself is from now on with the alerts, which know time to the millisecond.
INSERT INTO "alert" ("kind", "subject", "since", "acknowledged_at", "acknowledged_by")
  SELECT 'press_undelivered', "id"::text, date_trunc('milliseconds', "received_at"), "acknowledged_at", "acknowledged_by"
  FROM "press" WHERE "acknowledged_at" IS NOT NULL
  ON CONFLICT ("kind", "subject", "since") DO UPDATE
  SET "acknowledged_at" = excluded."acknowledged_at", "acknowledged_by" = excluded."acknowledged_by"
  WHERE "alert"."acknowledged_at" IS NULL;--> statement-breakpoint
DROP INDEX "press_unacknowledged";--> statement-breakpoint
ALTER TABLE "press" DROP COLUMN "acknowledged_at", DROP COLUMN "acknowledged_by";--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "outcome" text, ADD COLUMN "outcome_at" timestamp with time zone, ADD COLUMN "outcome_by" text;--> statement-breakpoint
ALTER TABLE "press" ADD CONSTRAINT "press_outcome_by_user_id_fk" FOREIGN KEY ("outcome_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press" ADD CONSTRAINT "press_outcome_whole" CHECK (num_nulls("press"."outcome", "press"."outcome_at", "press"."outcome_by") in (0, 3));--> statement-breakpoint
CREATE INDEX "press_undelivered" ON "press" USING btree ("received_at") WHERE "press"."state" not in ('delivered', 'withdrawn') and "press"."outcome" is null;
