CREATE TABLE "audit_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_role" text NOT NULL,
	"actor_id" text,
	"address" text,
	"action" text NOT NULL,
	"subject" text,
	"detail" text
);
--> statement-breakpoint
DROP INDEX "press_undelivered";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "press_token_edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "unsettled_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "last_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "withdraw_requested_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "acknowledged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "acknowledged_by" text;--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "press" ADD CONSTRAINT "press_acknowledged_by_user_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "press_unacknowledged" ON "press" USING btree ("received_at") WHERE "press"."state" not in ('delivered', 'withdrawn') and "press"."acknowledged_at" is null;